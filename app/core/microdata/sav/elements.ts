import type { ByteReader } from './byte-reader.ts';
import { SavFault } from './fault.ts';
import type { SavHeader } from './header.ts';

/**
 * One eight-byte element of a record as written: a number, the bytes of a text, or nothing (the
 * system-missing value).
 */
export type Element = { number: number } | { text: Uint8Array } | { missing: true };

/** The data of a system file, element after element. */
export interface ElementSource {
  /** The next element; null when the data end before it. */
  next(isText: boolean): Element | null;
  /** Whether the data are over where the reading stands; bytes after their end count as more of them. */
  isOver(): boolean;
}

/** What one byte of compressed data says (PSPP's "System File Format", Data Record). */
const opcodes = { ignore: 0, end: 252, literal: 253, blanks: 254, missing: 255 } as const;
const blanks = new Uint8Array(8).fill(0x20);

/**
 * Reads the data of a system file element after element, compressed by bytecode or not.
 *
 * @throws SavFault for a code that does not fit the kind of variable, and where the file breaks off
 */
export function elementSource(
  reader: ByteReader,
  { isCompressed, bias }: SavHeader,
  systemMissing: number,
  place: () => number | null,
): ElementSource {
  const literal = (isText: boolean): Element => {
    const bytes = reader.bytes(8);
    if (isText) return { text: bytes };
    const number = reader.numberIn(bytes);
    return number === systemMissing || Number.isNaN(number) ? { missing: true } : { number };
  };
  if (!isCompressed) {
    return {
      next: (isText) => (reader.isAtEnd ? null : literal(isText)),
      isOver: () => reader.isAtEnd,
    };
  }

  let block: Uint8Array = new Uint8Array(0);
  let at = 0;
  let hasEnded = false;
  /** The next code that says something, not yet taken; null at the end. */
  const codeAhead = (): number | null => {
    while (!hasEnded) {
      if (at === block.length) {
        if (reader.isAtEnd) break;
        block = reader.bytes(8);
        at = 0;
      }
      const code = block[at] as number;
      if (code === opcodes.end) break;
      if (code !== opcodes.ignore) return code;
      at += 1;
    }
    hasEnded = true;
    return null;
  };
  return {
    next(isText) {
      const code = codeAhead();
      if (code === null) return null;
      at += 1;
      if (code === opcodes.literal) return literal(isText);
      if ((code === opcodes.blanks) !== isText) throw new SavFault('sav-damaged', { place: place() });
      if (code === opcodes.blanks) return { text: blanks };
      return code === opcodes.missing ? { missing: true } : { number: code - bias };
    },
    isOver: () => codeAhead() === null && reader.isAtEnd,
  };
}
