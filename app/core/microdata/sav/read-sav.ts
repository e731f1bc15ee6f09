import type { MicrodataRow, ReadMicrodata } from '../table.ts';
import { columnsOf, numberWords, type SavColumn } from './columns.ts';
import { readDictionary } from './dictionary.ts';
import { type ElementSource, elementSource } from './elements.ts';
import { type TextReader, textReader } from './encoding.ts';
import { SavFault } from './fault.ts';
import { readHeader } from './header.ts';

/** A segment of a very long string is written as 256 bytes, the last of which is padding. */
const bytesOfSegment = 255;

/**
 * Reads an SPSS system file (`.sav`), uncompressed or compressed by bytes, of either byte order: long names, very long
 * strings, value labels, system-missing and user-missing values. A `.zsav` is refused, and so is a file that ends early, contradicts
 * itself, or holds letters in an encoding that it does not name (then `encoding` may say it). The format is as
 * described in the PSPP developers' guide, chapter "System File Format". Labels and missing values of strings longer than 8 bytes are
 * not read: such a value is one like any other.
 */
export function readSav(source: Uint8Array, encoding: string | null = null): ReadMicrodata {
  let place: number | null = null;
  try {
    const { header, reader } = readHeader(source, () => place);
    const dictionary = readDictionary(reader);
    const read = textReader(encoding, dictionary.encodingName, dictionary.codePage);
    const columns = columnsOf(dictionary, read, reader);
    if (columns.length === 0) throw new SavFault('sav-damaged', { found: 'no variables' });
    const next = elementSource(reader, header, dictionary.systemMissing, () => place);
    const announced = dictionary.records ?? header.records;
    const rows: MicrodataRow[] = [];
    while (announced < 0 || rows.length < announced) {
      place = rows.length + 1;
      const cells = readRecord(columns, next, read, place);
      if (!cells) break;
      rows.push({ place, cells });
    }
    if (announced >= 0 && rows.length < announced) {
      throw new SavFault('sav-truncated', { place, found: `${rows.length} of ${announced} records` });
    }
    return { ok: true, table: { placeKind: 'record', columns, rows } };
  } catch (error) {
    if (error instanceof SavFault) return { ok: false, faults: [error.fault] };
    throw error;
  }
}

/** Null when the data end before the record begins. */
function readRecord(
  columns: readonly SavColumn[],
  next: ElementSource,
  read: TextReader,
  place: number,
): (string | null)[] | null {
  const cells: (string | null)[] = [];
  let isFirst = true;
  const element = (isText: boolean) => {
    const found = next(isText);
    if (!found && !isFirst) throw new SavFault('sav-truncated', { place });
    isFirst = false;
    return found;
  };
  for (const { name, width, segments } of columns) {
    if (width === 0) {
      const found = element(false);
      if (!found) return null;
      cells.push('number' in found ? numberWords(found.number) : null);
      continue;
    }
    const bytes = new Uint8Array(segments.length * bytesOfSegment + 1);
    for (const [part, { elements }] of segments.entries()) {
      for (let index = 0; index < elements; index += 1) {
        const found = element(true);
        if (!found) return null;
        if ('text' in found) bytes.set(found.text, part * bytesOfSegment + index * 8);
      }
    }
    const text = read(bytes.subarray(0, width), { column: name, place });
    cells.push(text === '' ? null : text);
  }
  return cells;
}
