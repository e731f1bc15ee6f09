import type { MicrodataColumn } from '../table.ts';
import type { ByteReader } from './byte-reader.ts';
import type { SavDictionary, ValueLabels, VariableRecord } from './dictionary.ts';
import type { TextReader } from './encoding.ts';
import { SavFault } from './fault.ts';

/** A column of the data and the variable records that it is made of: one, or the segments of a very long string. */
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
 * @throws SavFault when a long string lacks segments
 */
export function columnsOf(dictionary: SavDictionary, read: TextReader, reader: ByteReader): SavColumn[] {
  const longNames = longNamesOf(dictionary, read);
  const widths = longWidthsOf(dictionary);
  const columns: SavColumn[] = [];
  const { variables } = dictionary;
  for (let at = 0; at < variables.length; ) {
    const first = variables[at] as VariableRecord;
    const shortName = read(first.shortName);
    const longWidth = widths.get(shortName);
    const count = longWidth === undefined ? 1 : Math.ceil(longWidth / segmentStandsFor);
    const segments = variables.slice(at, at + count);
    if (segments.some(({ width, elements }) => elements !== Math.max(1, Math.ceil(width / 8)))) {
      throw new SavFault('sav-damaged', { column: shortName });
    }
    if (segments.length < count || (count > 1 && segments.some(({ width }) => width === 0))) {
      throw new SavFault('sav-damaged', { column: shortName });
    }
    const name = longNames.get(shortName) ?? shortName;
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
  return columns;
}

/** A number as JSON writes it: mappings name codes so. */
export function numberWords(value: number): string {
  return String(value === 0 ? 0 : value);
}

function longNamesOf({ longNames }: SavDictionary, read: TextReader): Map<string, string> {
  const text = longNames === null ? '' : read(longNames);
  return new Map(
    text.split('\t').flatMap((entry) => {
      const at = entry.indexOf('=');
      return at < 1 ? [] : [[entry.slice(0, at), entry.slice(at + 1)] as const];
    }),
  );
}

function longWidthsOf({ longStrings }: SavDictionary): Map<string, number> {
  return new Map(
    longStrings.split('\t').flatMap((entry) => {
      const match = /^\0?([^=]+)=(\d+)/.exec(entry);
      return match?.[1] && Number(match[2]) > 255 ? [[match[1], Number(match[2])] as const] : [];
    }),
  );
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
