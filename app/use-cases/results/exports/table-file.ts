import { csvText } from '../../text-files/write-csv.ts';
import type { ExportTable } from './export-table.ts';

/** How a table is written: for programs, for spreadsheets in Poland, and as a workbook. */
export const tableForms = ['.csv', '-semicolon.csv', '.xlsx'] as const;

/**
 * A table as delimited text. For programs: commas, decimal points. For spreadsheets set to Polish or
 * Ukrainian: semicolons, decimal commas. Both with a byte order mark, without which Excel reads no Polish
 * letters. The first line is the heading and nothing stands before it: whoever reads the file by program
 * needs no exception.
 */
export function tableCsv({ columns, rows }: ExportTable, form: '.csv' | '-semicolon.csv'): string {
  const heading = columns.map(({ name }) => name);
  if (form === '.csv') return csvText([heading, ...rows], { forSpreadsheets: true });
  const local = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? { number: String(cell).replace('.', ',') } : cell)),
  );
  return csvText([heading, ...local], { delimiter: ';', forSpreadsheets: true });
}
