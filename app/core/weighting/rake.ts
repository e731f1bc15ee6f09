/** One margin: which group each respondent falls in, and the population total of every group. */
export interface RakingMargin {
  name: string;
  /** Group index of each respondent. */
  group: Int32Array;
  /** Population total of each group. */
  totals: Float64Array;
}

export interface RakeOptions {
  /** Largest relative distance of a margin from its total at which raking has converged. */
  tolerance: number;
  maximumIterations: number;
}

export interface RakeResult {
  weights: Float64Array;
  iterations: number;
  converged: boolean;
  /** Largest |Σw / T − 1| over all groups of all margins, after the last iteration. */
  largestDeviation: number;
}

export const defaultRakeOptions: RakeOptions = { tolerance: 1e-10, maximumIterations: 500 };

/**
 * Raking (iterative proportional fitting, Deming & Stephan 1940): the weights of a group are multiplied by T/Σw, margin
 * after margin, until every group of every margin has its total. Weights stay positive and proportional within a
 * combination of groups. Agrees with R's `survey::rake` run to full convergence. Not converging is a result, not an error.
 */
export function rake(
  start: Float64Array,
  margins: readonly RakingMargin[],
  options: RakeOptions = defaultRakeOptions,
): RakeResult {
  requireSameTotal(margins);
  const weights = Float64Array.from(start);
  const sums = margins.map(({ totals }) => new Float64Array(totals.length));
  for (const [index, margin] of margins.entries()) requireRespondents(margin, weights, sums[index]);
  let iterations = 0;
  let largestDeviation = deviation(weights, margins, sums);
  while (largestDeviation > options.tolerance && iterations < options.maximumIterations) {
    for (const [index, margin] of margins.entries()) scaleToTotals(weights, margin, sums[index]);
    iterations += 1;
    largestDeviation = deviation(weights, margins, sums);
  }
  return { weights, iterations, converged: largestDeviation <= options.tolerance, largestDeviation };
}

function sumGroups(weights: Float64Array, { group }: RakingMargin, sums: Float64Array): void {
  sums.fill(0);
  for (let i = 0; i < weights.length; i += 1) {
    const g = group[i] as number;
    sums[g] = (sums[g] as number) + (weights[i] as number);
  }
}

function scaleToTotals(weights: Float64Array, margin: RakingMargin, sums = new Float64Array()): void {
  sumGroups(weights, margin, sums);
  for (let g = 0; g < sums.length; g += 1) {
    sums[g] = (sums[g] as number) > 0 ? (margin.totals[g] as number) / (sums[g] as number) : 0;
  }
  for (let i = 0; i < weights.length; i += 1) {
    weights[i] = (weights[i] as number) * (sums[margin.group[i] as number] as number);
  }
}

function deviation(weights: Float64Array, margins: readonly RakingMargin[], sums: Float64Array[]): number {
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

function requireSameTotal(margins: readonly RakingMargin[]): void {
  const totals = margins.map((margin) => margin.totals.reduce((sum, total) => sum + total, 0));
  const [first = 0] = totals;
  if (totals.some((total) => Math.abs(total - first) > 1e-9 * first)) {
    throw new Error('`rake` requires margins with the same total');
  }
  if (margins.some((margin) => margin.totals.some((total) => !(total >= 0)))) {
    throw new Error('`rake` requires totals that are not negative');
  }
}

function requireRespondents(margin: RakingMargin, weights: Float64Array, sums = new Float64Array()): void {
  sumGroups(weights, margin, sums);
  margin.totals.forEach((total, g) => {
    if (total > 0 && !((sums[g] as number) > 0)) {
      throw new Error(`\`rake\` requires respondents in every group: ${margin.name} has none in group ${g}`);
    }
  });
}
