import type { RakingMargin } from '../../sampling/raking-margin.ts';

/** Σw of every group of a margin, written into `sums`, which has one place per group. */
export function sumGroups(
  weights: Float64Array,
  { group }: Pick<RakingMargin, 'group'>,
  sums: Float64Array,
): void {
  sums.fill(0);
  for (let i = 0; i < weights.length; i += 1) {
    const g = group[i] as number;
    sums[g] = (sums[g] as number) + (weights[i] as number);
  }
}

/**
 * The largest |Σw / T − 1| over all groups of all margins. `sums` is room for the groups' sums, one array per
 * margin.
 */
export function marginDeviation(
  weights: Float64Array,
  margins: readonly RakingMargin[],
  sums: readonly Float64Array[] = margins.map(({ totals }) => new Float64Array(totals.length)),
): number {
  let largest = 0;
  for (const [index, margin] of margins.entries()) {
    const groupSums = sums[index] as Float64Array;
    sumGroups(weights, margin, groupSums);
    for (let g = 0; g < groupSums.length; g += 1) {
      const total = margin.totals[g] as number;
      if (total > 0) largest = Math.max(largest, Math.abs((groupSums[g] as number) / total - 1));
    }
  }
  return largest;
}

/**
 * @throws when margins describe populations of different sizes, or a total is negative; named after `caller`
 */
export function requireSameTotal(caller: string, margins: readonly RakingMargin[]): void {
  const totals = margins.map((margin) => margin.totals.reduce((sum, total) => sum + total, 0));
  const [first = 0] = totals;
  if (totals.some((total) => Math.abs(total - first) > 1e-9 * first)) {
    throw new Error(`\`${caller}\` requires margins with the same total`);
  }
  if (margins.some((margin) => margin.totals.some((total) => !(total >= 0)))) {
    throw new Error(`\`${caller}\` requires totals that are not negative`);
  }
}

/** @throws when a group of the population has nobody to stand for it; named after `caller` */
export function requireRespondents(
  caller: string,
  margins: readonly RakingMargin[],
  weights: Float64Array,
): void {
  for (const margin of margins) {
    const sums = new Float64Array(margin.totals.length);
    sumGroups(weights, margin, sums);
    margin.totals.forEach((total, g) => {
      if (total > 0 && !((sums[g] as number) > 0)) {
        throw new Error(
          `\`${caller}\` requires respondents in every group: ${margin.name} has none in group ${g}`,
        );
      }
    });
  }
}
