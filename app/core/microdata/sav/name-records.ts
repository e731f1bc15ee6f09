import type { SavDictionary } from './dictionary.ts';
import { characterOfEachByte, type TextReader, unreadableSign } from './encoding.ts';

/**
 * Names of variables as the records of a system file spell them: the short one is what the records know each
 * other by.
 */
export interface NameRecords {
  /** The words of a short name, and the form under which the records below have it. */
  shortName(bytes: Uint8Array): { name: string; key: string };
  longNames: ReadonlyMap<string, string>;
  /** Bytes of strings longer than 255. */
  longWidths: ReadonlyMap<string, number>;
}

const [tab, equals] = [0x09, 0x3d];

/**
 * Reads the records of long names (subtype 13) and of very long strings (subtype 14). Every name of the
 * dictionary is decoded here, in one way, and short names are compared without regard to case; what cannot be
 * decoded is told apart by its bytes.
 */
export function nameRecords(
  { longNames, longStrings }: Pick<SavDictionary, 'longNames' | 'longStrings'>,
  read: TextReader,
): NameRecords {
  const shortName = (bytes: Uint8Array) => {
    const name = read(bytes);
    const spelled = name.includes(unreadableSign) ? characterOfEachByte(bytes).trimEnd() : name;
    return { name, key: spelled.toUpperCase() };
  };
  const byKey = <Value>(record: Uint8Array | null, meaning: (bytes: Uint8Array) => Value) =>
    new Map(entriesOf(record).map(([name, value]) => [shortName(name).key, meaning(value)] as const));
  const widths = byKey(longStrings, (bytes) => Number.parseInt(characterOfEachByte(bytes), 10));
  return {
    shortName,
    longNames: byKey(longNames, read),
    longWidths: new Map([...widths].filter(([, width]) => width > 255)),
  };
}

/** `NAME=value`, tab-separated; a value may end in a NUL, and so may the entry before a name. */
function entriesOf(record: Uint8Array | null): (readonly [name: Uint8Array, value: Uint8Array])[] {
  if (record === null) return [];
  const entries: (readonly [Uint8Array, Uint8Array])[] = [];
  for (let from = 0; from < record.length; ) {
    const end = record.indexOf(tab, from);
    const entry = withoutNul(record.subarray(from, end < 0 ? record.length : end));
    const at = entry.indexOf(equals);
    if (at > 0) entries.push([entry.subarray(0, at), entry.subarray(at + 1)]);
    from = end < 0 ? record.length : end + 1;
  }
  return entries;
}

function withoutNul(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (bytes[start] === 0) start += 1;
  return bytes.subarray(start);
}
