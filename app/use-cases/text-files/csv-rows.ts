import { CsvError, type Info, type Options } from 'csv-parse';
import { tidyText } from '#core/text/normal-form.ts';
import type { CsvDialect } from './csv-dialect.ts';

/** A row of a file with the line where it ends, from 1; every cell is tidy. */
export interface CsvRow {
  line: number;
  cells: readonly string[];
}

export type CsvFault = 'quote-not-closed' | 'row-too-long';

/** No honest row is longer; a quote that is never closed would otherwise swallow the rest of the file. */
const longestRow = 2 ** 20;
/** Of a file's beginning, what its dialect is told from. */
export const lengthForDialect = 2 ** 16;

/**
 * The one way in which the platform reads delimited text: commas, semicolons or tabs; a byte order mark and a
 * `sep=` line are passed over; quotes inside a cell are letters; a row without anything in it is none. Empty
 * cells beyond the heading, and missing ones under headings that are empty, change nothing: a row of another
 * length than the heading is the caller's to refuse.
 */
export function csvOptions(
  { delimiter, linesBefore }: CsvDialect,
  takeRow: (cells: string[], line: number) => void,
): Options {
  return {
    bom: true,
    delimiter,
    from_line: linesBefore + 1,
    max_record_size: longestRow,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
    on_record(cells: string[], { lines }: Info) {
      takeRow(cells, lines);
      return null;
    },
  };
}

/**
 * Tidies the cells, leaves empty rows out, and brings rows to the width of the heading where nothing is lost
 * or made up by it.
 */
export function rowTaker(onRow: (row: CsvRow) => void): (cells: string[], line: number) => void {
  let heading: { width: number; named: number } | null = null;
  return (raw, line) => {
    const cells = raw.map(tidyText);
    if (cells.every((cell) => cell === '')) return;
    if (heading === null) {
      heading = { width: cells.length, named: cells.findLastIndex((name) => name !== '') + 1 };
    } else {
      const { width, named } = heading;
      while (cells.length > width && cells.at(-1) === '') cells.pop();
      while (cells.length < width && cells.length >= named) cells.push('');
    }
    onRow({ line, cells });
  };
}

/** @throws what is no fault of the file */
export function csvFaultOf(error: unknown): CsvFault {
  if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') return 'quote-not-closed';
  if (error instanceof CsvError && error.code === 'CSV_MAX_RECORD_SIZE') return 'row-too-long';
  throw error;
}
