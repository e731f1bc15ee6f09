import { CsvError, parse } from 'csv-parse/sync';
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
  const records = recordsOf(file, text, faults);
  if (!records) return null;
  const [heading, ...body] = records;
  const before = faults.count;
  const names = heading?.record ?? [];
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
  if (faults.count > before) return null;
  if (body.length === 0) {
    faults.add({ file, line: 1, column: '', code: 'empty-file', found: '' });
    return null;
  }
  return {
    file,
    columns: new Map(names.map((name, at) => [name, body.map(({ record }) => record[at] ?? '')])),
    lines: Int32Array.from(body, ({ info }) => info.lines),
    rows: body.length,
  };
}

interface CsvRecord {
  record: string[];
  info: { lines: number };
}

function recordsOf(file: string, text: string, faults: Faults): CsvRecord[] | null {
  try {
    return parse(text, { bom: true, info: true, skip_empty_lines: true }) as unknown as CsvRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    faults.add({ file, line: Number(error.lines ?? 1), column: '', code: 'not-csv', found: error.code });
    return null;
  }
}
