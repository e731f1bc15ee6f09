import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import { analyseFolder } from '#app/use-cases/analyse-folder/analyse-folder.server.ts';
import { testFolder } from './database.ts';
import { type ReferenceRow, referenceRows } from './reference.ts';

const reference = 'tests/validation/reference';
const inputs = [
  'population.csv',
  'edu_margin.csv',
  'dispositions.csv',
  'respondents.csv',
  'spatial/pins.csv',
  'sampling/frame.csv',
];

/** A case of the reference as a folder of plain files. */
export function referenceFolder(name: string): string {
  const folder = testFolder();
  copyFileSync(join(reference, name, 'analysis.json'), join(folder, 'analysis.json'));
  for (const input of inputs) {
    const packed = join(reference, name, `${input}.gz`);
    if (!existsSync(packed)) continue;
    mkdirSync(dirname(join(folder, input)), { recursive: true });
    writeFileSync(join(folder, input), gunzipSync(readFileSync(packed)));
  }
  return folder;
}

export interface AnalysedCase {
  output: string;
  /** Rows of a file of the output, for example `mean`. */
  rows(name: string): ReferenceRow[];
}

const analysed = new Map<string, AnalysedCase>();

/** The output of `analyse` on a case of the reference, made once for each test file. */
export function analysedCase(name: string): AnalysedCase {
  const known = analysed.get(name) ?? analyse(name);
  analysed.set(name, known);
  return known;
}

function analyse(name: string): AnalysedCase {
  const output = join(testFolder(), 'results');
  expect(analyseFolder(referenceFolder(name), output)).toMatchObject({ ok: true });
  return {
    output,
    rows: (file) =>
      parse(readFileSync(join(output, `${file}.csv`)), { columns: true, skip_empty_lines: true }),
  };
}

export interface Comparison {
  /** The columns that name a row; by default all but `value`, which is compared. */
  keys?: readonly string[];
  /** Columns of the reference that are not covered. */
  without?: readonly string[];
  /** The rows of the reference that are covered; all by default. */
  covered?: (row: ReferenceRow) => boolean;
  /** Largest relative error, 1e-9 by default; values below 1e-15 count as 0. */
  tolerance?: (row: ReferenceRow) => number;
}

const notDefined = ['NA', 'NaN', ''];

/**
 * Compares a file of the output with the reference: the same columns, the same rows in the same order, the
 * same values.
 */
export function expectSameRows(
  actual: readonly ReferenceRow[],
  file: string,
  { keys, without = [], covered = () => true, tolerance = () => 1e-9 }: Comparison = {},
): void {
  const expected = referenceRows(file).filter(covered);
  const columns = Object.keys(expected[0] ?? {}).filter((column) => !without.includes(column));
  expect(Object.keys(actual[0] ?? {})).toEqual(columns);
  const named = keys ?? columns.filter((column) => column !== 'value');
  const keyOf = (row: ReferenceRow) => named.map((column) => row[column]).join(' ');
  expect(actual.map(keyOf)).toEqual(expected.map(keyOf));
  const compared = columns.filter((column) => !named.includes(column));
  const wrong = expected.flatMap((row, index) =>
    compared.flatMap((column) => {
      const [wanted = '', found = ''] = [row[column], actual[index]?.[column]];
      return isSame(found, wanted, tolerance(row))
        ? []
        : [`${keyOf(row)} ${column}: ${found}, not ${wanted}`];
    }),
  );
  expect(wrong.slice(0, 20), `${wrong.length} of ${expected.length} rows differ`).toEqual([]);
}

function isSame(found: string, wanted: string, tolerance: number): boolean {
  if (notDefined.includes(wanted) || notDefined.includes(found))
    return notDefined.includes(wanted) && notDefined.includes(found);
  const [value, reference] = [Number(found), Number(wanted)];
  if (Number.isNaN(reference)) return found === wanted;
  return Math.abs(value - reference) <= Math.max(tolerance * Math.abs(reference), roundingOf(reference));
}

/** What R leaves of a difference of equal numbers. */
function roundingOf(reference: number): number {
  return Math.abs(reference) < 1e-15 ? 1e-15 : 0;
}
