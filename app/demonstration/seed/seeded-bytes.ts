import { createHash } from 'node:crypto';

/**
 * Bytes that are the same everywhere for the same seed: for ids and codes of synthetic people, never for a
 * real wave.
 */
export function seededBytes(seed: string): (size: number) => Buffer {
  let counter = 0;
  let left = Buffer.alloc(0);
  return (size) => {
    while (left.length < size) {
      left = Buffer.concat([left, createHash('sha512').update(`${seed}|${counter}`).digest()]);
      counter += 1;
    }
    const bytes = left.subarray(0, size);
    left = left.subarray(size);
    return bytes;
  };
}
