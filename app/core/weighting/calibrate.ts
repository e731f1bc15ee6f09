import { makeCells } from '../estimation/variance/cells.ts';
import {
  equationColumns,
  normalEquations,
  solveNormalEquations,
} from '../estimation/variance/normal-equations.ts';
import type { RakingMargin } from '../sampling/raking-margin.ts';
import { marginDeviation, requireRespondents, requireSameTotal } from './margins/margin-totals.ts';
import type { RakeOptions, RakeResult } from './rake.ts';

/**
 * How far the weight of a respondent may move: the factor g = F(u) for the linear predictor u = xᵀλ, with
 * F(0) = 1, and its derivative.
 */
export interface CalibrationDistance {
  factor(u: number, respondent: number): number;
  slope(u: number, respondent: number): number;
}

/** Newton's method doubles the digits with each step: a close tolerance costs one step more. */
export const defaultCalibrationOptions: RakeOptions = { tolerance: 1e-12, maximumIterations: 100 };

/**
 * Calibration to margins (Deville & Särndal 1992, equations 2.1–2.6): w = d·F(xᵀλ), with one indicator x per
 * group of every margin and λ such that Σw x = T, found by Newton's method with halved steps. Respondents of
 * the same groups share one λᵀx. Agrees with R's `survey::calibrate`. Not converging (margins that contradict
 * each other, or bounds too narrow) is a result, not an error.
 *
 * @throws when margins have different totals, or a group of the population has no respondents
 */
export function calibrate(
  caller: string,
  start: Float64Array,
  margins: readonly RakingMargin[],
  { factor, slope }: CalibrationDistance,
  { tolerance, maximumIterations }: RakeOptions = defaultCalibrationOptions,
): RakeResult {
  requireSameTotal(caller, margins);
  requireRespondents(caller, margins, start);
  const { of, count, first } = makeCells(margins.map(({ group }) => group));
  const groups = margins.map(({ group }) =>
    Int32Array.from(first, (respondent) => group[respondent] as number),
  );
  const sizes = margins.map(({ totals }) => totals.length);
  const columns = equationColumns(groups, sizes);

  const predictorOf = (coefficients: Float64Array) =>
    Float64Array.from({ length: count }, (_, cell) =>
      columns.reduce((sum, column) => sum + (coefficients[column[cell] as number] as number), 0),
    );
  const weightsOf = (predictor: Float64Array) =>
    start.map((weight, i) => weight * factor(predictor[of[i] as number] as number, i));
  const cellSums = (values: Float64Array) => {
    const sums = new Float64Array(count);
    values.forEach((value, i) => {
      const cell = of[i] as number;
      sums[cell] = (sums[cell] as number) + value;
    });
    return sums;
  };
  const shortfall = (weights: Float64Array) => {
    const lacking = Float64Array.from(margins.flatMap(({ totals }) => [...totals]));
    const sums = cellSums(weights);
    for (const column of columns) {
      for (let cell = 0; cell < count; cell += 1) {
        const at = column[cell] as number;
        lacking[at] = (lacking[at] as number) - (sums[cell] as number);
      }
    }
    return lacking;
  };

  let coefficients = new Float64Array(sizes.reduce((sum, size) => sum + size, 0));
  let predictor = predictorOf(coefficients);
  let weights = weightsOf(predictor);
  let largestDeviation = marginDeviation(weights, margins);
  let iterations = 0;
  while (largestDeviation > tolerance && iterations < maximumIterations) {
    const slopes = start.map((weight, i) => weight * slope(predictor[of[i] as number] as number, i));
    const step = new Float64Array(coefficients.length);
    solveNormalEquations(normalEquations(groups, sizes, cellSums(slopes)), shortfall(weights), step);
    let improved = false;
    for (let length = 1; length > 1e-4 && !improved; length /= 2) {
      const next = coefficients.map((value, k) => value + length * (step[k] as number));
      const nextPredictor = predictorOf(next);
      const nextWeights = weightsOf(nextPredictor);
      const deviation = marginDeviation(nextWeights, margins);
      if (!(deviation < largestDeviation)) continue;
      [coefficients, predictor, weights, largestDeviation] = [next, nextPredictor, nextWeights, deviation];
      improved = true;
    }
    iterations += 1;
    if (!improved) break;
  }
  return { weights, iterations, converged: largestDeviation <= tolerance, largestDeviation };
}
