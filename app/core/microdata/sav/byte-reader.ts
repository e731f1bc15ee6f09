import { SavFault } from './fault.ts';

/** Reads the bytes of a system file one after another; reading past the end is the fault `sav-truncated`. */
export interface ByteReader {
  readonly position: number;
  readonly isAtEnd: boolean;
  int32(): number;
  float64(): number;
  /** The number in eight bytes that were read before. */
  numberIn(bytes: Uint8Array): number;
  /** The whole number in eight bytes that were read before, to the precision of a JavaScript number. */
  wholeNumberIn(bytes: Uint8Array): number;
  /** Bytes after the position. */
  readonly left: number;
  byte(): number;
  bytes(length: number): Uint8Array;
  skip(length: number): void;
}

/**
 * Reads numbers and bytes one after another, in the order of bytes of the file's own machine.
 *
 * @param place  the record that is being read, for the fault; null in the dictionary
 * @throws SavFault when the file ends before what is asked for
 */
export function byteReader(
  source: Uint8Array,
  isLittleEndian: boolean,
  place: () => number | null,
): ByteReader {
  const view = new DataView(source.buffer, source.byteOffset, source.byteLength);
  let position = 0;
  const take = (length: number): number => {
    const start = position;
    if (length < 0) throw new SavFault('sav-damaged', { found: `byte ${start}` });
    if (start + length > source.byteLength) {
      throw new SavFault('sav-truncated', { place: place(), found: `${source.byteLength} bytes` });
    }
    position += length;
    return start;
  };
  return {
    get position() {
      return position;
    },
    get isAtEnd() {
      return position >= source.byteLength;
    },
    int32: () => view.getInt32(take(4), isLittleEndian),
    float64: () => view.getFloat64(take(8), isLittleEndian),
    numberIn: (bytes) => new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, isLittleEndian),
    wholeNumberIn: (bytes) =>
      Number(new DataView(bytes.buffer, bytes.byteOffset, 8).getBigInt64(0, isLittleEndian)),
    get left() {
      return source.byteLength - position;
    },
    byte: () => view.getUint8(take(1)),
    bytes(length) {
      const start = take(length);
      return source.subarray(start, start + length);
    },
    skip(length) {
      take(length);
    },
  };
}
