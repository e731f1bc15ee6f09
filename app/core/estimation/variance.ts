import type { SurveyDesign } from './design.ts';
import type { ItemSums } from './item-sums.ts';
import { solveNormalEquations } from './normal-equations.ts';

/** The linearised score of a respondent inside the base: u = `slope`[cell]·y − `intercept`[cell]; outside it is 0. */
export interface LinearisedScore {
  slope: Float64Array;
  intercept: Float64Array;
}

/**
 * Variance of Σ w u for a stratified design with calibrated weights: the scores' residuals e from the margins, z = w e,
 * V = Σₕ (1 − mₕ/Nₕ)·mₕ/(mₕ − 1)·Σ(z − z̄)² over all respondents of the stratum, inside the domain or not
 * (Deville & Särndal 1992; Särndal, Swensson & Wretman 1992). Exact from sums per cell, because the residual of a
 * respondent depends on the cell and the answer alone. Agrees with R's `svymean` and `svytotal` after `calibrate`.
 */
export function linearisedVariance(design: SurveyDesign, sums: ItemSums, score: LinearisedScore): number {
  const fitted = fittedScores(design, sums, score);
  const { strata, stratumOfCell } = design;
  const total = new Float64Array(strata.names.length);
  const squares = new Float64Array(strata.names.length);
  for (let cell = 0; cell < design.cells.count; cell += 1) {
    const a = score.slope[cell] as number;
    const c = score.intercept[cell] as number;
    const b = fitted[cell] as number;
    const stratum = stratumOfCell[cell] as number;
    const linear = a * (sums.value[cell] as number) - c * (sums.weight[cell] as number);
    const cross = a * (sums.squaredWeightValue[cell] as number) - c * (sums.squaredWeight[cell] as number);
    const square =
      a * a * (sums.squaredWeightSquaredValue[cell] as number) -
      2 * a * c * (sums.squaredWeightValue[cell] as number) +
      c * c * (sums.squaredWeight[cell] as number);
    total[stratum] = (total[stratum] as number) + linear - b * (design.weight[cell] as number);
    squares[stratum] =
      (squares[stratum] as number) + square - 2 * b * cross + b * b * (design.squaredWeight[cell] as number);
  }
  let variance = 0;
  for (let h = 0; h < total.length; h += 1) {
    const m = strata.respondents[h] as number;
    if (m < 2) continue;
    const factor = Math.max(0, 1 - m / (strata.population[h] as number));
    const deviation = (squares[h] as number) - (total[h] as number) ** 2 / m;
    variance += factor * (m / (m - 1)) * Math.max(0, deviation);
  }
  return variance;
}

function fittedScores(design: SurveyDesign, sums: ItemSums, score: LinearisedScore): Float64Array {
  const { calibration, cells } = design;
  const { fitted, right, coefficients } = design.workspace;
  fitted.fill(0);
  if (!calibration) return fitted;
  right.fill(0);
  for (let cell = 0; cell < cells.count; cell += 1) {
    const amount =
      (score.slope[cell] as number) * (sums.baseValue[cell] as number) -
      (score.intercept[cell] as number) * (sums.base[cell] as number);
    if (amount === 0) continue;
    for (const column of calibration.columns) {
      const at = column[cell] as number;
      right[at] = (right[at] as number) + amount;
    }
  }
  solveNormalEquations(calibration, right, coefficients);
  for (const column of calibration.columns) {
    for (let cell = 0; cell < cells.count; cell += 1) {
      fitted[cell] = (fitted[cell] as number) + (coefficients[column[cell] as number] as number);
    }
  }
  return fitted;
}
