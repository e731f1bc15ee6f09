/** A stratum by its size alone. */
export interface StratumSize {
  key: string;
  /** Units of the stratum in the frame. */
  population: number;
}

/** Every stratum with people gets this many main cases: the least from which a variance can be estimated. */
export const minimumPerStratum = 2;

/**
 * Proportional allocation of `size` units to the strata of one district: the quota size·Nₕ/N is rounded down
 * and the units left over go to the largest remainders (ties: larger stratum, then key); nobody is drawn
 * twice, so a stratum never receives more than it has. Then every stratum gets at least min(`minimum`, Nₕ),
 * taken from the stratum with the largest allocation (ties: key). Remainders are compared as whole numbers,
 * so that no machine rounds differently.
 *
 * @returns allocation by stratum key; its sum is min(size, N) unless the capping of full strata leaves units
 *   over. Agrees with the reference draw (Hamilton's method of largest remainder).
 * @throws when `size` is no whole number from 0 up
 */
export function allocate(strata: readonly StratumSize[], size: number, minimum = 0): Map<string, number> {
  if (!Number.isSafeInteger(size) || size < 0)
    throw new Error(`\`allocate\` requires a whole size of 0 or more, not ${size}`);
  const total = strata.reduce((sum, stratum) => sum + stratum.population, 0);
  const allocation = new Map<string, number>();
  if (total === 0) {
    for (const { key } of strata) allocation.set(key, 0);
    return allocation;
  }
  const wanted = Math.min(size, total);
  const quotas = strata.map(({ key, population }) => {
    const product = BigInt(wanted) * BigInt(population);
    return {
      key,
      population,
      whole: Number(product / BigInt(total)),
      remainder: Number(product % BigInt(total)),
    };
  });
  const left = wanted - quotas.reduce((sum, quota) => sum + quota.whole, 0);
  const byRemainder = [...quotas].sort(
    (a, b) => b.remainder - a.remainder || b.population - a.population || compareKeys(a.key, b.key),
  );
  const rounded = new Set(byRemainder.slice(0, left).map(({ key }) => key));
  for (const { key, population, whole } of quotas) {
    allocation.set(key, Math.min(whole + (rounded.has(key) ? 1 : 0), population));
  }
  raiseToMinimum(strata, allocation, minimum);
  return allocation;
}

function raiseToMinimum(
  strata: readonly StratumSize[],
  allocation: Map<string, number>,
  minimum: number,
): void {
  const inOrder = [...strata].sort((a, b) => compareKeys(a.key, b.key));
  const allocated = (key: string) => allocation.get(key) ?? 0;
  for (const { key, population } of inOrder) {
    while (allocated(key) < Math.min(minimum, population)) {
      const giver = inOrder.reduce((best, stratum) =>
        allocated(stratum.key) > allocated(best.key) ? stratum : best,
      );
      if (allocated(giver.key) <= minimum) return;
      allocation.set(giver.key, allocated(giver.key) - 1);
      allocation.set(key, allocated(key) + 1);
    }
  }
}

/** Order by code unit, the same in every language; `localeCompare` is not. */
export function compareKeys(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
