import type { RakingMargin } from '../sampling/raking-margin.ts';
import { marginDeviation, requireRespondents, requireSameTotal, sumGroups } from './margins/margin-totals.ts';

/** When raking stops. */
export interface RakeOptions {
  /** Largest relative distance of a margin from its total at which raking has converged. */
  tolerance: number;
  maximumIterations: number;
}

/** The weights, and whether they reach the margins. */
export interface RakeResult {
  weights: Float64Array;
  iterations: number;
  converged: boolean;
  /** Largest |Σw / T − 1| over all groups of all margins, after the last iteration. */
  largestDeviation: number;
}

/** Tight enough to agree with R to nine digits (method 3.3); most waves take about ten iterations. */
export const defaultRakeOptions: RakeOptions = { tolerance: 1e-10, maximumIterations: 500 };

/**
 * Raking (iterative proportional fitting, Deming & Stephan 1940): the weights of a group are multiplied by
 * T/Σw, margin after margin, until every group of every margin has its total. Weights stay positive and
 * proportional within a combination of groups. Agrees with R's `survey::rake` run to full convergence. Not
 * converging is a result, not an error.
 */
export function rake(
  start: Float64Array,
  margins: readonly RakingMargin[],
  options: RakeOptions = defaultRakeOptions,
): RakeResult {
  requireSameTotal('rake', margins);
  const weights = Float64Array.from(start);
  const sums = margins.map(({ totals }) => new Float64Array(totals.length));
  requireRespondents('rake', margins, weights);
  let iterations = 0;
  let largestDeviation = marginDeviation(weights, margins, sums);
  while (largestDeviation > options.tolerance && iterations < options.maximumIterations) {
    for (const [index, margin] of margins.entries()) scaleToTotals(weights, margin, sums[index]);
    iterations += 1;
    largestDeviation = marginDeviation(weights, margins, sums);
  }
  return { weights, iterations, converged: largestDeviation <= options.tolerance, largestDeviation };
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
