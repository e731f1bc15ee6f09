import { readCsv } from '../../text-files/read-csv.ts';
import type { Faults } from './faults.ts';

/** The cells of a file under their columns, with the line of every row. */
export interface CsvTable {
  file: string;
  columns: ReadonlyMap<string, readonly string[]>;
  lines: Int32Array;
  rows: number;
}

export interface ExpectedColumns {
  required: readonly string[];
  optional?: readonly string[];
  /** Further columns that are allowed, by their name. */
  allows?: (name: string) => boolean;
}

/** Reads CSV with a heading; null when it is none, or lacks a column or has one that is not expected. */
export function csvTable(
  file: string,
  text: string,
  { required, optional = [], allows = () => false }: ExpectedColumns,
  faults: Faults,
): CsvTable | null {
  const csv = readCsv(text);
  if (!csv.ok) {
    faults.add({ file, line: csv.line, column: '', code: 'not-csv', found: csv.code });
    return null;
  }
  const { heading, rows: body } = csv;
  const before = faults.count;
  const names = heading?.cells ?? [];
  const known = new Set<string>();
  for (const name of names) {
    if (known.has(name)) faults.add({ file, line: 1, column: name, code: 'repeated-column', found: name });
    else if (!required.includes(name) && !optional.includes(name) && !allows(name))
      faults.add({ file, line: 1, column: name, code: 'extra-column', found: name });
    known.add(name);
  }
  for (const name of required) {
    if (!known.has(name)) faults.add({ file, line: 1, column: name, code: 'missing-column', found: name });
  }
  for (const { line, cells } of body) {
    if (cells.length === names.length) continue;
    faults.add({ file, line, column: '', code: 'not-csv', found: `${cells.length} ≠ ${names.length}` });
  }
  if (faults.count > before) return null;
  if (body.length === 0) {
    faults.add({ file, line: 1, column: '', code: 'empty-file', found: '' });
    return null;
  }
  return {
    file,
    columns: new Map(names.map((name, at) => [name, body.map(({ cells }) => cells[at] ?? '')])),
    lines: Int32Array.from(body, ({ line }) => line),
    rows: body.length,
  };
}
