import { tidyText } from '../../text/normal-form.ts';
import type { MicrodataFault, MicrodataRow, ReadMicrodata } from '../table.ts';
import { columnsOf, numberWords, type SavColumn } from './columns.ts';
import { readDictionary, type SavDictionary } from './dictionary.ts';
import { type ElementSource, elementSource } from './elements.ts';
import { type TextReader, textReader, unreadableSign } from './encoding.ts';
import { SavFault } from './fault.ts';
import { readHeader, type SavHeader } from './header.ts';

/** A segment of a very long string is written as 256 bytes, the last of which is padding. */
const bytesOfSegment = 255;
/** Of a very long string, some writers count the first segment only. */
const longestSegment = 255;

/**
 * Reads an SPSS system file (`.sav`), uncompressed or compressed by bytes, of either byte order: long names,
 * very long strings, value labels, system-missing and user-missing values. A `.zsav` is refused, and so is a
 * file that ends early or contradicts itself: in the number of records (the header, the extended record and
 * the data, where -1 is unknown), in the size of a record, in what is long or labelled. Letters that cannot
 * be read, because they are none in the file's encoding or it names none (then `encoding` may say it), are
 * listed in `unreadable`: whether they matter depends on who needs the column. The format is as described in
 * the PSPP developers' guide, chapter "System File Format". Labels and missing values of strings longer than
 * 8 bytes are not read: such a value is one like any other.
 */
export function readSav(source: Uint8Array, encoding: string | null = null): ReadMicrodata {
  let place: number | null = null;
  try {
    const { header, reader } = readHeader(source, () => place);
    const dictionary = readDictionary(reader);
    const unreadable: MicrodataFault[] = [];
    const statements = { given: encoding, named: dictionary.encodingName, codePage: dictionary.codePage };
    const read = textReader(statements, (fault) => unreadable.push(fault));
    const readName = textReader(statements, () => {});
    const columns = columnsOf(dictionary, { read, readName }, reader);
    for (const { name } of columns) {
      if (name.includes(unreadableSign)) unreadable.push(unreadableName(name));
    }
    if (columns.length === 0) throw new SavFault('sav-damaged', { found: 'no variables' });
    checkElements(header, dictionary);
    const announced = announcedRecords(header, dictionary);
    const elements = elementSource(reader, header, dictionary.systemMissing, () => place);
    const rows: MicrodataRow[] = [];
    while (announced < 0 || rows.length < announced) {
      place = rows.length + 1;
      const cells = readRecord(columns, elements, read, place);
      if (!cells) break;
      rows.push({ place, cells });
    }
    if (announced >= 0 && rows.length < announced) {
      throw new SavFault('sav-truncated', { place, found: `${rows.length} of ${announced} records` });
    }
    place = null;
    if (!elements.isOver()) {
      const found = `${rows.length} records ≠ ${recordsInAll(columns, elements, rows.length)}`;
      throw new SavFault('contradicts-itself', { found });
    }
    return { ok: true, table: { placeKind: 'record', columns, rows, unreadable } };
  } catch (error) {
    if (error instanceof SavFault) return { ok: false, faults: [error.fault] };
    throw error;
  }
}

function unreadableName(name: string): MicrodataFault {
  return { place: null, column: name, code: 'unreadable-characters', found: null };
}

/** @throws SavFault when the two places that may say it disagree; -1 where neither knows */
function announcedRecords({ records: inHeader }: SavHeader, { records }: SavDictionary): number {
  if (records === null || records < 0) return Math.max(inHeader, -1);
  if (inHeader >= 0 && inHeader !== records) {
    throw new SavFault('contradicts-itself', { found: `${inHeader} records ≠ ${records} records` });
  }
  return records;
}

function checkElements({ elements }: SavHeader, { variables }: SavDictionary): void {
  const described = variables.reduce((total, variable) => total + variable.elements, 0);
  if (elements <= 0 || elements === described) return;
  const isFollowing = (at: number) => variables[at - 1]?.width === longestSegment;
  const withoutFollowing = variables.reduce(
    (total, variable, at) => total + (isFollowing(at) && variable.width > 0 ? 0 : variable.elements),
    0,
  );
  if (elements === withoutFollowing) return;
  throw new SavFault('contradicts-itself', { found: `${elements} elements ≠ ${described} elements` });
}

/** How many records the data have when they go on after what was announced, for the fault that says so. */
function recordsInAll(columns: readonly SavColumn[], elements: ElementSource, before: number): string {
  let records = before;
  try {
    while (readRecord(columns, elements, () => '', records + 1)) records += 1;
  } catch (error) {
    if (error instanceof SavFault) return `${records} records and a part`;
    throw error;
  }
  return elements.isOver() ? `${records} records` : `${records} records and bytes after their end`;
}

/** Null when the data end before the record begins. */
function readRecord(
  columns: readonly SavColumn[],
  { next }: ElementSource,
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
    cells.push(tidyText(text) === '' ? null : text);
  }
  return cells;
}
