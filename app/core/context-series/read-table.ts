import { normalForm, wordList } from '../text/normal-form.ts';
import { dayAfterPeriod, readPeriod } from './period.ts';
import { readAmount } from './read-amount.ts';
import { cityArea, type SeriesGeography, type SeriesPeriod, type SeriesValue } from './series.ts';

/** A row of a file with its line; cells are tidy. */
export interface TableRow {
  line: number;
  cells: readonly string[];
}

/** Why a table is refused. */
export type TableFaultCode =
  | 'no-period-column'
  | 'no-area-column'
  | 'no-value-column'
  | 'repeated-column'
  | 'no-rows'
  | 'row-length'
  | 'period-unknown'
  | 'period-not-over'
  | 'area-unknown'
  | 'not-a-number'
  | 'ambiguous-number'
  | 'negative-number'
  | 'repeated-figure';

/** What is wrong in a file, on which line and in which cell. */
export interface TableFault {
  code: TableFaultCode;
  line: number;
  cell: string;
}

/** What a file has to fit. */
export interface TableExpectation {
  geography: SeriesGeography;
  period: SeriesPeriod;
  /** The area that a word names; undefined for none of the city's. */
  areaOf: (word: string) => string | undefined;
  /** `YYYY-MM-DD`: a period must be over by then, or its figure would still grow. */
  today: string;
}

const columnOf = wordList<'period' | 'area' | 'value'>([
  ...['okres', 'miesiąc', 'miesiac', 'kwartał', 'kwartal', 'półrocze', 'polrocze', 'rok', 'data'].map(
    (word) => [word, 'period'] as const,
  ),
  ...['period', 'month', 'quarter', 'half-year', 'year'].map((word) => [word, 'period'] as const),
  ...['obszar', 'dzielnica', 'rejon', 'komisariat', 'area', 'district', 'station'].map(
    (word) => [word, 'area'] as const,
  ),
  ...['wartość', 'wartosc', 'liczba', 'value', 'count', 'number'].map((word) => [word, 'value'] as const),
]);

/**
 * Reads the figures of a series from a table: one row a figure (period, area, value), or one row an area and
 * one column a period. An empty cell, or one with a dash, is a figure that the source does not give. Any
 * fault refuses the whole file: no figure of a series is half right.
 */
export function readTable(
  heading: readonly string[],
  rows: readonly TableRow[],
  expected: TableExpectation,
): { values: SeriesValue[]; faults: TableFault[] } {
  if (rows.length === 0) return refused('no-rows', '');
  const names = heading.map((name) => columnOf(name));
  const periods = heading.map((name) => readPeriod(expected.period, name));
  const isWide = !names.includes('value') && periods.some((period) => period !== null);
  const repeated = heading.find(
    (name, at) => name !== '' && heading.findIndex((other) => normalForm(other) === normalForm(name)) !== at,
  );
  if (repeated !== undefined) return refused('repeated-column', repeated);
  if (!isWide && !names.includes('period')) return refused('no-period-column', '');
  if (!isWide && !names.includes('value')) return refused('no-value-column', '');
  if (expected.geography !== 'city' && !names.includes('area')) return refused('no-area-column', '');
  const cells = rows.flatMap((row): Cell[] => {
    if (row.cells.length !== heading.length) return [{ line: row.line, fault: 'row-length' }];
    const area = row.cells[names.indexOf('area')] ?? '';
    if (isWide) {
      return periods.flatMap((period, at): Cell[] =>
        period === null
          ? []
          : [{ line: row.line, area, period: heading[at] ?? '', value: row.cells[at] ?? '' }],
      );
    }
    const period = row.cells[names.indexOf('period')] ?? '';
    return [{ line: row.line, area, period, value: row.cells[names.indexOf('value')] ?? '' }];
  });
  return judged(cells, expected);
}

type Cell =
  | { line: number; fault: 'row-length' }
  | { line: number; area: string; period: string; value: string };

function judged(
  cells: readonly Cell[],
  expected: TableExpectation,
): { values: SeriesValue[]; faults: TableFault[] } {
  const values: SeriesValue[] = [];
  const faults: TableFault[] = [];
  const seen = new Set<string>();
  for (const cell of cells) {
    const { line } = cell;
    if ('fault' in cell) {
      faults.push({ code: cell.fault, line, cell: '' });
      continue;
    }
    if (cell.value === '' || /^[\p{Pd}\u2212]$/u.test(cell.value)) continue;
    const read = readFigure(cell, expected);
    if ('code' in read) faults.push({ ...read, line });
    else if (seen.has(`${read.area} ${read.period}`)) {
      faults.push({ code: 'repeated-figure', line, cell: `${cell.area} ${cell.period}`.trim() });
    } else {
      seen.add(`${read.area} ${read.period}`);
      values.push(read);
    }
  }
  if (values.length === 0 && faults.length === 0) return refused('no-rows', '');
  return { values, faults };
}

function readFigure(
  cell: { area: string; period: string; value: string },
  { geography, period: length, areaOf, today }: TableExpectation,
): SeriesValue | Omit<TableFault, 'line'> {
  const period = readPeriod(length, cell.period);
  if (period === null) return { code: 'period-unknown', cell: cell.period };
  if (dayAfterPeriod(length, period) > today) return { code: 'period-not-over', cell: cell.period };
  const area = geography === 'city' ? cityArea : areaOf(cell.area);
  if (area === undefined) return { code: 'area-unknown', cell: cell.area };
  const amount = readAmount(cell.value);
  if (!amount.ok) return { code: amount.code, cell: cell.value };
  if (amount.value < 0) return { code: 'negative-number', cell: cell.value };
  return { area, period, value: amount.value };
}

function refused(code: TableFaultCode, cell: string): { values: SeriesValue[]; faults: TableFault[] } {
  return { values: [], faults: [{ code, line: 1, cell }] };
}
