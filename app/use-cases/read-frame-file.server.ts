import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { CsvError, type Options, parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { type FrameRules, rowChecker } from '#core/frame/check-row.ts';
import { type HeaderProblem, readHeader } from '#core/frame/columns.ts';
import type { FrameError, FrameErrorCode, FramePerson } from '#core/frame/frame-person.ts';
import type { TextEncoding } from './inspect-text-file.server.ts';

const delimiters = [',', ';', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

/** No honest row is longer; a quote that is never closed would otherwise swallow the rest of the file. */
const longestRow = 65_536;
const headerBytes = 65_536;

interface ReadFrameOptions {
  rules: FrameRules;
  onUnit(unit: FramePerson): void;
  onError(error: FrameError): void;
}

const dialect: Options = { bom: true, relax_quotes: true, trim: true, max_record_size: longestRow };

/** Reads a delimited extract row by row, without holding it in memory. Resolves to the number of rows read. */
export async function readFrameFile(
  path: string,
  encoding: TextEncoding,
  { rules, onUnit, onError }: ReadFrameOptions,
): Promise<{ rows: number; delimiter: Delimiter }> {
  const { delimiter, names, problems } = await readHeaderLine(path, encoding);
  for (const problem of problems) onError({ line: 1, ...problem });
  if (problems.length > 0) return { rows: 0, delimiter };

  const checkRow = rowChecker(readHeader(names).header, rules);
  let rows = 0;
  let lastLine = 1;
  const parser = parse({
    ...dialect,
    delimiter,
    from: 2,
    relax_column_count: true,
    skip_empty_lines: true,
    on_record(cells: string[], { lines }) {
      rows += 1;
      lastLine = lines;
      const unit = checkRow(cells, lines, onError);
      if (unit) onUnit(unit);
      return null;
    },
  });
  parser.resume();
  try {
    const source = createReadStream(path);
    if (encoding === 'utf-8') await pipeline(source, parser);
    else await pipeline(source, iconv.decodeStream(encoding), parser);
  } catch (error) {
    onError({ line: lastLine + 1, code: parsingErrorCode(error) });
  }
  return { rows, delimiter };
}

async function readHeaderLine(path: string, encoding: TextEncoding) {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(path, { end: headerBytes - 1 })) chunks.push(chunk as Buffer);
  const text = iconv.decode(Buffer.concat(chunks), encoding);
  const firstLine = text.slice(0, text.search(/[\r\n]|$/));
  const candidates = delimiters.map((delimiter) => {
    const [names = []] = parseHeader(firstLine, delimiter);
    return { delimiter, names, ...readHeader(names) };
  });
  return candidates.reduce((best, candidate) =>
    recognised(candidate) > recognised(best) ? candidate : best,
  );
}

function parseHeader(line: string, delimiter: Delimiter): string[][] {
  try {
    return parseAtOnce(line, { ...dialect, delimiter, max_record_size: headerBytes * 4 });
  } catch {
    return [];
  }
}

function recognised({ header }: { header: { positions: object }; problems: HeaderProblem[] }): number {
  return Object.keys(header.positions).length;
}

function parsingErrorCode(error: unknown): FrameErrorCode {
  if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') return 'quote-not-closed';
  if (error instanceof CsvError && error.code === 'CSV_MAX_RECORD_SIZE') return 'row-too-long';
  throw error;
}
