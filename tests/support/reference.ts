import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

export type ReferenceRow = Record<string, string>;

/** Rows of a reference file under `tests/validation/reference`, for example `case-A/sampling/frame.csv`. */
export function referenceRows(name: string): ReferenceRow[] {
  const text = gunzipSync(readFileSync(`tests/validation/reference/${name}.gz`)).toString('utf8');
  return parse(text, { columns: true, skip_empty_lines: true }) as ReferenceRow[];
}
