import type { MicrodataColumn } from '../table.ts';
import type { ByteReader } from './byte-reader.ts';
import type { SavDictionary, ValueLabels, VariableRecord } from './dictionary.ts';
import type { TextReader } from './encoding.ts';
import { SavFault } from './fault.ts';
import { nameRecords } from './name-records.ts';

/**
 * A column of the data and the variable records that it is made of: one, or the segments of a very long
 * string.
 */
export interface SavColumn extends MicrodataColumn {
  segments: VariableRecord[];
  /** Bytes of a string; 0 for a number. */
  width: number;
}

/** Bytes that a segment of a very long string stands for when its segments are counted. */
const segmentStandsFor = 252;

/**
 * Puts names, segments, labels and declared missing values together.
 *
 * @throws SavFault when a long string lacks segments, or two records say different things of one variable
 */
export function columnsOf(
  dictionary: SavDictionary,
  { read, readName }: { read: TextReader; readName: TextReader },
  reader: ByteReader,
): SavColumn[] {
  const { shortName, longNames, longWidths } = nameRecords(dictionary, readName);
  const columns: SavColumn[] = [];
  const { variables } = dictionary;
  checkLabelled(dictionary);
  const joined = new Set<string>();
  for (let at = 0; at < variables.length; ) {
    const first = variables[at] as VariableRecord;
    const { name: short, key } = shortName(first.shortName);
    const longWidth = longWidths.get(key);
    if (longWidth !== undefined) joined.add(key);
    const count = longWidth === undefined ? 1 : Math.ceil(longWidth / segmentStandsFor);
    const segments = variables.slice(at, at + count);
    if (segments.some(({ width, elements }) => elements !== elementsOf(width))) {
      throw new SavFault('sav-damaged', { column: short });
    }
    if (longWidth !== undefined) checkSegments(segments, longWidth, short);
    const name = longNames.get(key) ?? short;
    const wordsOf = (bytes: Uint8Array): string =>
      first.width === 0 ? numberWords(reader.numberIn(bytes)) : read(bytes, { column: name });
    columns.push({
      name,
      segments,
      width: longWidth ?? first.width,
      labels: labelsOf(dictionary.valueLabels, first, (bytes) => read(bytes, { column: name }), wordsOf),
      isDeclaredMissing: missingRule(first, wordsOf),
    });
    at += count;
  }
  for (const [key, width] of longWidths) {
    if (!joined.has(key)) contradicts(`a string of ${width} bytes ≠ no such variable`, key);
  }
  return columns;
}

function contradicts(found: string, column: string | null = null): never {
  throw new SavFault('contradicts-itself', { column, found });
}

const elementsOf = (width: number): number => Math.max(1, Math.ceil(width / 8));

/**
 * Every segment but the last is of 255 bytes and stands for 252; the last has what is left, whole elements of
 * it.
 */
function checkSegments(segments: readonly VariableRecord[], longWidth: number, column: string): void {
  const count = Math.ceil(longWidth / segmentStandsFor);
  const last = longWidth - (count - 1) * segmentStandsFor;
  const isRight =
    segments.length === count &&
    segments.every(
      ({ width }, at) => width > 0 && elementsOf(width) === elementsOf(at < count - 1 ? 255 : last),
    );
  if (isRight) return;
  contradicts(`${longWidth} bytes ≠ segments of ${segments.map(({ width }) => width).join(' + ')}`, column);
}

function checkLabelled({ valueLabels, variables }: SavDictionary): void {
  const positions = variables.reduce((total, { elements }) => total + elements, 0);
  for (const { variables: labelled } of valueLabels) {
    const beyond = labelled.find((index) => index < 1 || index > positions);
    if (beyond !== undefined) contradicts(`labels of variable ${beyond} ≠ ${positions} variables`);
  }
}

/** A number as JSON writes it: mappings name codes so. */
export function numberWords(value: number): string {
  return String(value === 0 ? 0 : value);
}

function labelsOf(
  all: readonly ValueLabels[],
  { index }: VariableRecord,
  words: (bytes: Uint8Array) => string,
  wordsOf: (bytes: Uint8Array) => string,
): Map<string, string> {
  const own = all.filter(({ variables }) => variables.includes(index)).flatMap(({ labels }) => labels);
  return new Map(own.map(({ value, label }) => [wordsOf(value), words(label)]));
}

function missingRule(
  { missing, width }: VariableRecord,
  wordsOf: (bytes: Uint8Array) => string,
): (value: string) => boolean {
  const values = new Set(missing.values.map(wordsOf));
  const { range } = missing;
  return (value) => {
    if (values.has(value)) return true;
    return width === 0 && range !== null && Number(value) >= range[0] && Number(value) <= range[1];
  };
}
