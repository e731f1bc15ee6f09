/**
 * Benjamini–Hochberg q-values: the smallest false discovery rate at which each test of the family is rejected
 * (Benjamini & Hochberg 1995; R's `p.adjust(p, "BH")`). Holds for independent and positively dependent tests.
 *
 * @param pValues  one per test of the family, in [0, 1]
 * @returns q-values in the same order
 * @throws when a p-value is no number in [0, 1]
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  requirePValues('benjaminiHochberg', pValues);
  return stepUp(pValues, 1);
}

/**
 * Step-up adjustment: from the largest p-value down, the smallest of factor·m/rank·p so far, and 1 at most.
 * The factor is 1 for Benjamini–Hochberg.
 */
export function stepUp(pValues: readonly number[], factor: number): number[] {
  const descending = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let smallest = 1;
  descending.forEach(({ p, index }, position) => {
    smallest = Math.min(smallest, ((factor * pValues.length) / (pValues.length - position)) * p);
    adjusted[index] = smallest;
  });
  return adjusted;
}

/** @throws when a p-value is no number in [0, 1]; named after `caller` */
export function requirePValues(caller: string, pValues: readonly number[]): void {
  for (const p of pValues) {
    if (!(p >= 0 && p <= 1)) throw new Error(`\`${caller}\` requires p-values between 0 and 1, not ${p}`);
  }
}
