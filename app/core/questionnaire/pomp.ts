import type { Answers } from './definition.ts';

/**
 * Percent of maximum possible (Cohen, Cohen, Aiken & West 1999): (x − zero) / (hundred − zero) × 100, where
 * `zero` and `hundred` are the answers that stand for 0 and 100. With `zero` above `hundred` the scale is
 * turned round.
 */
export function pomp(value: number, zero: number, hundred: number): number {
  return ((value - zero) / (hundred - zero)) * 100;
}

/** The answers that stand for 0 and for 100 points. */
export interface Scale {
  zero: number;
  hundred: number;
}

/**
 * Mean POMP (0–100) of the questions that were answered on the scale; 97, 98 and 99 lie outside every scale.
 * Null when fewer than `least` were, by default half of them.
 */
export function meanPomp(
  answers: Readonly<Answers>,
  variables: readonly string[],
  { zero, hundred }: Scale,
  least = Math.ceil(variables.length / 2),
): number | null {
  const low = Math.min(zero, hundred);
  const high = Math.max(zero, hundred);
  let sum = 0;
  let answered = 0;
  for (const variable of variables) {
    const value = answers[variable];
    if (typeof value !== 'number' || value < low || value > high) continue;
    sum += pomp(value, zero, hundred);
    answered += 1;
  }
  return answered >= Math.max(least, 1) ? sum / answered : null;
}

/** Mean of the parts that are known, null when fewer than `least` are. */
export function meanOfParts(parts: readonly (number | null)[], least: number): number | null {
  const known = parts.filter((part) => part !== null);
  return known.length >= least && known.length > 0
    ? known.reduce((sum, part) => sum + part, 0) / known.length
    : null;
}
