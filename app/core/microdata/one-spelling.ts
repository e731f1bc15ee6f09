import { normalForm } from '../text/normal-form.ts';
import { type MicrodataMapping, usedColumns } from './mapping.ts';
import type { MicrodataTable } from './table.ts';

/**
 * The table with its columns and values spelled as the mapping spells them, wherever the two say the same
 * word in another form (`normalForm`: composed letters, spaces, dashes, case). A word that the mapping has
 * exactly, or in two spellings that differ in form only, stays as it is.
 */
export function spelledAs(mapping: MicrodataMapping, table: MicrodataTable): MicrodataTable {
  const columnAs = spelling([...usedColumns(mapping).map(({ column }) => column), ...mapping.ignored]);
  const wordsOf = wordsByColumn(mapping);
  const taken = new Set(table.columns.map(({ name }) => name));
  const columns = table.columns.map((column) => {
    const name = columnAs(column.name);
    return name === column.name || taken.has(name) ? column : { ...column, name };
  });
  const named = new Map(table.columns.map(({ name }, at) => [name, columns[at]?.name ?? name]));
  const valueAs = columns.map(({ name }) => spelling(wordsOf.get(name) ?? []));
  return {
    ...table,
    columns,
    rows: table.rows.map(({ place, cells }) => ({
      place,
      cells: cells.map((cell, at) => (cell === null ? null : (valueAs[at]?.(cell) ?? cell))),
    })),
    unreadable: table.unreadable.map((fault) => ({
      ...fault,
      column: fault.column === null ? null : (named.get(fault.column) ?? fault.column),
    })),
  };
}

/** From a word to the one of a list that has its form; to itself where there is none, or more than one. */
function spelling(words: readonly string[]): (word: string) => string {
  const exact = new Set(words);
  const byForm = new Map<string, string | null>();
  for (const word of exact) {
    const form = normalForm(word);
    byForm.set(form, byForm.has(form) ? null : word);
  }
  return (word) => (exact.has(word) ? word : (byForm.get(normalForm(word)) ?? word));
}

/** The values that a mapping speaks of, by column, wherever in it they stand. */
function wordsByColumn(mapping: MicrodataMapping): Map<string, string[]> {
  const words = new Map<string, string[]>();
  const collect = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
    const { column, birthYear, years, columns, ...rest } = node as Record<string, unknown>;
    const named = [column, birthYear, years].filter((name) => typeof name === 'string');
    const of = named.concat(Object.keys(typeof columns === 'object' ? (columns ?? {}) : {}));
    const here = Object.entries(rest).flatMap(([key, value]) => {
      if (Array.isArray(value)) return value.filter((each) => typeof each === 'string');
      return key === 'codes' && typeof value === 'object' && value !== null ? Object.keys(value) : [];
    });
    for (const name of of) words.set(name, (words.get(name) ?? []).concat(here));
    for (const value of Object.values(rest)) collect(value);
  };
  collect(mapping);
  return words;
}
