import { createHash } from 'node:crypto';

/**
 * A seeded source of chance for the demonstration city: nothing here is a secret, so it may be fast instead.
 */
export interface Random {
  /** From 0 to just below 1. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** A whole number from 0 to `size - 1`. */
  below(size: number): number;
  chance(probability: number): boolean;
  /** One of a list that is not empty. */
  choice<Item>(items: readonly Item[]): Item;
  /** An index, each as likely as its weight says; weights need not sum to one. */
  weighted(weights: readonly number[]): number;
}

/** The same seed gives the same numbers on every machine (sfc32, started from the seed's SHA-256). */
export function seededRandom(seed: string): Random {
  const digest = createHash('sha256').update(seed).digest();
  let a = digest.readInt32LE(0);
  let b = digest.readInt32LE(4);
  let c = digest.readInt32LE(8);
  let counter = digest.readInt32LE(12);
  let spare: number | null = null;

  const uniform = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i += 1) uniform();

  const normal = (): number => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * factor;
      return x * factor;
    }
  };

  const weighted = (weights: readonly number[]): number => {
    let total = 0;
    for (const weight of weights) total += weight;
    let left = uniform() * total;
    for (let index = 0; index < weights.length - 1; index += 1) {
      left -= weights[index] ?? 0;
      if (left < 0) return index;
    }
    return weights.length - 1;
  };

  return {
    uniform,
    normal,
    below: (size) => Math.floor(uniform() * size),
    chance: (probability) => uniform() < probability,
    choice: <Item>(items: readonly Item[]): Item => items[Math.floor(uniform() * items.length)] as Item,
    weighted,
  };
}
