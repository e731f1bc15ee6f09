import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { type Delimiter, dialectOf } from './csv-dialect.ts';
import {
  type CsvFault,
  type CsvRow,
  csvFaultOf,
  csvOptions,
  lengthForDialect,
  rowTaker,
} from './csv-rows.ts';
import type { TextEncoding } from './inspect-text-file.server.ts';

/**
 * Reads a file as `csv-rows.ts` says, row by row, without holding it in memory; the first row is the heading.
 */
export async function readCsvFile(
  path: string,
  encoding: TextEncoding,
  onRow: (row: CsvRow) => void,
): Promise<{ delimiter: Delimiter; fault: { code: CsvFault; line: number } | null }> {
  const dialect = dialectOf(await beginningOf(path, encoding));
  let last = 0;
  const takeRow = rowTaker((row) => {
    last = row.line;
    onRow(row);
  });
  const parser = parse(csvOptions(dialect, takeRow));
  parser.resume();
  const { delimiter } = dialect;
  try {
    const source = createReadStream(path);
    if (encoding === 'utf-8') await pipeline(source, parser);
    else await pipeline(source, iconv.decodeStream(encoding), parser);
  } catch (error) {
    return { delimiter, fault: { code: csvFaultOf(error), line: last + 1 } };
  }
  return { delimiter, fault: null };
}

async function beginningOf(path: string, encoding: TextEncoding): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(path, { end: lengthForDialect - 1 }))
    chunks.push(chunk as Buffer);
  return iconv.decode(Buffer.concat(chunks), encoding);
}
