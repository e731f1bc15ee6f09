import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { type Delimiter, dialectOf } from './csv-dialect.ts';
import {
  type CsvFault,
  type CsvRow,
  csvFaultOf,
  csvOptions,
  lengthForDialect,
  rowTaker,
} from './csv-rows.ts';

/** Reads a text as `csv-rows.ts` says; `heading` is null when there is nothing in it. */
export function readCsv(
  text: string,
):
  | { ok: true; delimiter: Delimiter; heading: CsvRow | null; rows: CsvRow[] }
  | { ok: false; code: CsvFault; line: number } {
  const dialect = dialectOf(text.slice(0, lengthForDialect));
  const rows: CsvRow[] = [];
  const takeRow = rowTaker((row) => rows.push(row));
  try {
    parse(text, csvOptions(dialect, takeRow));
  } catch (error) {
    return {
      ok: false,
      code: csvFaultOf(error),
      line: error instanceof CsvError ? Number(error.lines ?? 1) : 1,
    };
  }
  const [heading = null, ...body] = rows;
  return { ok: true, delimiter: dialect.delimiter, heading, rows: body };
}
