import type { ByteReader } from './byte-reader.ts';
import { characterOfEachByte } from './encoding.ts';
import { SavFault } from './fault.ts';

/** A variable record, without the continuation records of a string. */
export interface VariableRecord {
  /** Position in the dictionary, continuation records counted, from 1: value labels refer to it. */
  index: number;
  shortName: Uint8Array;
  /** 0 for a number, else bytes of the string (1 to 255). */
  width: number;
  /** Eight-byte elements of every record of the data. */
  elements: number;
  missing: { values: Uint8Array[]; range: readonly [low: number, high: number] | null };
}

/** One set of value labels and the variables that share it (record types 3 and 4). */
export interface ValueLabels {
  labels: { value: Uint8Array; label: Uint8Array }[];
  /** Positions of the variables that they are for. */
  variables: number[];
}

/**
 * What stands before the data of a system file, as its records have it; `columns.ts` makes variables of it.
 */
export interface SavDictionary {
  variables: VariableRecord[];
  valueLabels: ValueLabels[];
  systemMissing: number;
  codePage: number | null;
  encodingName: string | null;
  /** `SHORT=Long name`, tab-separated, still as bytes. */
  longNames: Uint8Array | null;
  /** `SHORT=width\0\t` of strings longer than 255 bytes, still as bytes. */
  longStrings: Uint8Array | null;
  /** From the extended record; null when there is none, -1 when its writer did not know. */
  records: number | null;
}

const recordTypes = {
  variable: 2,
  valueLabels: 3,
  labelledVariables: 4,
  documents: 6,
  extension: 7,
  end: 999,
} as const;
const subtypes = {
  integers: 3,
  floats: 4,
  longNames: 13,
  longStrings: 14,
  records: 16,
  encoding: 20,
} as const;
const documentLine = 80;

/**
 * Reads every record between the header and the data. Extension records that change no value are passed over.
 *
 * @throws SavFault for a record that no version of the format has
 */
export function readDictionary(reader: ByteReader): SavDictionary {
  const dictionary: SavDictionary = {
    variables: [],
    valueLabels: [],
    systemMissing: -Number.MAX_VALUE,
    codePage: null,
    encodingName: null,
    longNames: null,
    longStrings: null,
    records: null,
  };
  let position = 0;
  for (;;) {
    const start = reader.position;
    const type = reader.int32();
    if (type === recordTypes.variable) position = readVariable(reader, dictionary.variables, position);
    else if (type === recordTypes.valueLabels) dictionary.valueLabels.push(readValueLabels(reader));
    else if (type === recordTypes.documents) reader.skip(reader.int32() * documentLine);
    else if (type === recordTypes.extension) readExtension(reader, dictionary);
    else if (type === recordTypes.end) {
      reader.skip(4);
      return dictionary;
    } else throw new SavFault('sav-damaged', { found: `record type ${type} at byte ${start}` });
  }
}

function readVariable(reader: ByteReader, variables: VariableRecord[], position: number): number {
  const [width, hasLabel, missing] = [reader.int32(), reader.int32(), reader.int32()];
  reader.skip(8);
  const shortName = reader.bytes(8);
  if (hasLabel === 1) reader.skip(padded(reader.int32(), 4));
  const values = Array.from({ length: Math.min(3, Math.abs(missing)) }, () => reader.bytes(8));
  const last = variables.at(-1);
  if (width === -1) {
    if (!last || last.width === 0) throw new SavFault('sav-damaged', { found: `byte ${reader.position}` });
    last.elements += 1;
    return position + 1;
  }
  if (width < 0 || width > 255 || Math.abs(missing) > 3 || missing === -1) {
    throw new SavFault('sav-damaged', { found: `byte ${reader.position}` });
  }
  variables.push({
    index: position + 1,
    shortName: shortName.slice(),
    width,
    elements: 1,
    missing: {
      values: missing < 0 ? values.slice(2) : values,
      range: missing < 0 ? rangeOf(reader, values) : null,
    },
  });
  return position + 1;
}

/** Ranges exist for numbers only. */
function rangeOf(reader: ByteReader, values: Uint8Array[]): readonly [low: number, high: number] {
  const [low = Number.NaN, high = Number.NaN] = values.map(reader.numberIn);
  return [low, high];
}

function readValueLabels(reader: ByteReader): ValueLabels {
  const count = reader.int32();
  const labels: ValueLabels['labels'] = [];
  for (let index = 0; index < count; index += 1) {
    const value = reader.bytes(8);
    const length = reader.byte();
    const label = reader.bytes(length);
    reader.skip(padded(length + 1, 8) - (length + 1));
    labels.push({ value, label });
  }
  const type = reader.int32();
  if (type !== recordTypes.labelledVariables)
    throw new SavFault('sav-damaged', { found: `record type ${type}` });
  const variables: number[] = [];
  for (let left = reader.int32(); left > 0; left -= 1) variables.push(reader.int32());
  return { labels, variables };
}

function readExtension(reader: ByteReader, dictionary: SavDictionary): void {
  const [subtype, size, count] = [reader.int32(), reader.int32(), reader.int32()];
  if (size < 0 || count < 0) throw new SavFault('sav-damaged', { found: `byte ${reader.position}` });
  const end = size * count;
  if (subtype === subtypes.integers && end === 32) {
    reader.skip(28);
    dictionary.codePage = reader.int32();
  } else if (subtype === subtypes.floats && end === 24) {
    dictionary.systemMissing = reader.float64();
    reader.skip(16);
  } else if (subtype === subtypes.longNames) dictionary.longNames = reader.bytes(end);
  else if (subtype === subtypes.longStrings) dictionary.longStrings = reader.bytes(end);
  else if (subtype === subtypes.encoding) dictionary.encodingName = encodingName(reader.bytes(end));
  else if (subtype === subtypes.records && end === 16) {
    dictionary.records = recordCount(reader, reader.bytes(8), reader.bytes(8));
  } else reader.skip(end);
}

/** Padded with NUL or blanks by some writers. */
function encodingName(bytes: Uint8Array): string | null {
  return characterOfEachByte(bytes).replace(/[\s\0]/g, '') || null;
}

/**
 * A 1 and the number of records, as two whole numbers of eight bytes; old writers have it as two
 * floating-point numbers.
 */
function recordCount(reader: ByteReader, one: Uint8Array, count: Uint8Array): number | null {
  if (reader.wholeNumberIn(one) === 1) return reader.wholeNumberIn(count);
  return reader.numberIn(one) === 1 ? reader.numberIn(count) : null;
}

function padded(length: number, multiple: number): number {
  return Math.ceil(length / multiple) * multiple;
}
