import { stringify } from 'csv-stringify/sync';

/** A number may be written already, for those who need all its digits. */
export type CsvCell = string | number | null | { readonly number: string };

/** For spreadsheets in Poland a semicolon; for programs the comma. */
export interface CsvForm {
  delimiter?: ',' | ';';
  /** A byte order mark and the line ends of Windows, as spreadsheets expect. */
  forSpreadsheets?: boolean;
}

/**
 * The one way in which the platform writes delimited text. A text that a spreadsheet would take for a formula
 * is written with an apostrophe before it, which makes it a text there; a number stays a number, and a dash
 * alone a dash.
 */
export function csvText(
  rows: readonly (readonly CsvCell[])[],
  { delimiter = ',', forSpreadsheets = false }: CsvForm = {},
): string {
  return stringify(
    rows.map((row) => row.map(written)),
    { delimiter, bom: forSpreadsheets, record_delimiter: forSpreadsheets ? 'windows' : 'unix' },
  );
}

function written(cell: CsvCell): string | number | null {
  if (typeof cell === 'string') return harmless(cell);
  return typeof cell === 'object' && cell !== null ? cell.number : cell;
}

/**
 * The signs with which a formula, or a command of an old spreadsheet, may begin, full-width ones too (OWASP,
 * "CSV Injection").
 */
const formulaSign = /^[=+\-@\t\r\n＝＋－＠]/;

function harmless(cell: string): string {
  return formulaSign.test(cell) && cell !== '-' ? `'${cell}` : cell;
}
