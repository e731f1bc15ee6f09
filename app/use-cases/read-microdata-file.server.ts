import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { readSav } from '#core/microdata/sav/read-sav.ts';
import type { MicrodataFault, ReadMicrodata } from '#core/microdata/table.ts';
import { inspectTextFile } from './inspect-text-file.server.ts';

const delimiters = [',', ';', '\t'] as const;

/**
 * Reads a study's respondents: an SPSS system file by its ending `.sav`, anything else as text with commas, semicolons or tabs in UTF-8 or
 * windows-1250. The encoding that a mapping names counts for system files, which may not name theirs.
 */
export async function readMicrodataFile(
  path: string,
  encoding: string | null,
): Promise<{ sha256: string; read: ReadMicrodata }> {
  if (['.sav', '.zsav'].includes(extname(path).toLowerCase())) {
    const bytes = readFileSync(path);
    return { sha256: createHash('sha256').update(bytes).digest('hex'), read: readSav(bytes, encoding) };
  }
  const file = await inspectTextFile(path);
  if (!file.ok) return { sha256: file.sha256, read: refused({ code: file.reason }) };
  return { sha256: file.sha256, read: readCsv(iconv.decode(readFileSync(path), file.encoding)) };
}

function readCsv(text: string): ReadMicrodata {
  const [firstLine = ''] = text.split(/\r?\n/, 1);
  const count = (delimiter: string) => firstLine.split(delimiter).length;
  const delimiter = delimiters.reduce((best, other) => (count(other) > count(best) ? other : best));
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      bom: true,
      delimiter,
      info: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as typeof records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refused({ code: 'unreadable-csv', place: Number(error.lines ?? 1) });
  }
  const [header, ...body] = records;
  if (!header) return refused({ code: 'empty-file' });
  const width = header.record.length;
  const ragged = body
    .filter(({ record }) => record.length !== width)
    .map(({ record, info }) => ({
      code: 'ragged-row' as const,
      place: info.lines,
      found: `${record.length} ≠ ${width}`,
    }));
  if (ragged.length > 0) return refused(...ragged);
  return {
    ok: true,
    table: {
      placeKind: 'line',
      columns: header.record.map((name) => ({ name, labels: new Map(), isDeclaredMissing: () => false })),
      rows: body.map(({ record, info }) => ({ place: info.lines, cells: record })),
    },
  };
}

function refused(...faults: (Pick<MicrodataFault, 'code'> & Partial<MicrodataFault>)[]): ReadMicrodata {
  return { ok: false, faults: faults.map((fault) => ({ place: null, column: null, found: null, ...fault })) };
}
