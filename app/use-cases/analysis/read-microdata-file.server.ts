import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import iconv from 'iconv-lite';
import { readSav } from '#core/microdata/sav/read-sav.ts';
import type { MicrodataFault, MicrodataTable, ReadMicrodata } from '#core/microdata/table.ts';
import { inspectTextFile } from '../text-files/inspect-text-file.server.ts';
import { readCsv } from '../text-files/read-csv.ts';

/**
 * Reads a study's respondents: an SPSS system file by its ending `.sav`, anything else as delimited text in
 * UTF-8 or windows-1250. The encoding that a mapping names counts for system files, which may not name
 * theirs. A column without a name is left out: no mapping can speak of it. Empty ones are not worth a word.
 */
export async function readMicrodataFile(
  path: string,
  encoding: string | null,
): Promise<{ sha256: string; placeKind: MicrodataTable['placeKind']; read: ReadMicrodata }> {
  if (['.sav', '.zsav'].includes(extname(path).toLowerCase())) {
    const bytes = readFileSync(path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { sha256, placeKind: 'record', read: readSav(bytes, encoding) };
  }
  const file = await inspectTextFile(path);
  const { sha256 } = file;
  if (!file.ok) return { sha256, placeKind: 'line', read: refused([{ code: file.reason }]) };
  const text = iconv.decode(readFileSync(path), file.encoding);
  return { sha256, placeKind: 'line', read: tableOf(text, file.damagedLetters > 0) };
}

function tableOf(text: string, isDamaged: boolean): ReadMicrodata {
  const csv = readCsv(text);
  if (!csv.ok) return refused([{ code: 'unreadable-csv', place: csv.line, found: csv.code }]);
  const { heading, rows } = csv;
  if (!heading) return refused([{ code: 'empty-file' }]);
  const width = heading.cells.length;
  const ragged = rows.filter(({ cells }) => cells.length !== width);
  if (ragged.length > 0) {
    return refused(
      ragged.map(({ line, cells }) => ({
        code: 'ragged-row',
        place: line,
        found: `${cells.length} ≠ ${width}`,
      })),
    );
  }
  const named = heading.cells.flatMap((name, at) => (name === '' ? [] : [{ name, at }]));
  const nameless = heading.cells.flatMap((name, at) => (name === '' ? [at] : []));
  const filled = nameless.filter((at) => rows.some(({ cells }) => cells[at] !== ''));
  const damaged = isDamaged
    ? rows.flatMap(({ line, cells }) =>
        named.filter(({ at }) => cells[at]?.includes('\ufffd')).map(({ name }) => ({ line, name })),
      )
    : [];
  return {
    ok: true,
    table: {
      placeKind: 'line',
      columns: named.map(({ name }) => ({ name, labels: new Map(), isDeclaredMissing: () => false })),
      rows: rows.map(({ line, cells }) => ({ place: line, cells: named.map(({ at }) => cells[at] ?? null) })),
      unreadable: [
        ...filled.map((at) => fault({ code: 'nameless-column', found: String(at + 1) })),
        ...damaged.map(({ line, name }) =>
          fault({ code: 'unreadable-characters', place: line, column: name }),
        ),
      ],
    },
  };
}

type GivenFault = Pick<MicrodataFault, 'code'> & Partial<MicrodataFault>;

function fault(given: GivenFault): MicrodataFault {
  return { place: null, column: null, found: null, ...given };
}

function refused(faults: readonly GivenFault[]): ReadMicrodata {
  return { ok: false, faults: faults.map(fault) };
}
