import type { SurveyDesign } from './design.ts';
import type { ItemSums } from './item-sums.ts';
import { solveNormalEquations } from './normal-equations.ts';

/** The linearised score of a respondent inside the base: u = `slope`[cell]·y − `intercept`[cell]; outside it is 0. */
export interface LinearisedScore {
  slope: Float64Array;
  intercept: Float64Array;
  /** The cells in which it is not 0. */
  cells: Int32Array;
}

/**
 * Variance of Σ w u for a stratified design with calibrated weights: the scores' residuals e from the margins, z = w e,
 * V = Σₕ (1 − mₕ/Nₕ)·mₕ/(mₕ − 1)·Σ(z − z̄)² over all respondents of the stratum, inside the domain or not
 * (Deville & Särndal 1992; Särndal, Swensson & Wretman 1992). Exact from sums per cell, because the residual of a
 * respondent depends on the cell and the answer alone. Agrees with R's `svymean` and `svytotal` after `calibrate`.
 */
export function linearisedVariance(design: SurveyDesign, sums: ItemSums, score: LinearisedScore): number {
  const { strata, stratumOfCell, fits } = design;
  const { fitted, total, squares } = design.workspace;
  total.fill(0);
  squares.fill(0);
  fittedScores(design, sums, score);
  // Outside the domain z = −w b, with one b in all cells of a fit; inside, the score comes on top.
  for (let fit = 0; fit < fits.count; fit += 1) {
    const b = fitted[fit] as number;
    const stratum = fits.stratum[fit] as number;
    total[stratum] = (total[stratum] as number) - b * (fits.weight[fit] as number);
    squares[stratum] = (squares[stratum] as number) + b * b * (fits.squaredWeight[fit] as number);
  }
  for (let at = 0; at < score.cells.length; at += 1) {
    const cell = score.cells[at] as number;
    const a = score.slope[cell] as number;
    const c = score.intercept[cell] as number;
    const b = fitted[fits.of[cell] as number] as number;
    const stratum = stratumOfCell[cell] as number;
    const ww = sums.squaredWeight[cell] as number;
    const wwy = sums.squaredWeightValue[cell] as number;
    const wwyy = sums.squaredWeightSquaredValue[cell] as number;
    const linear = a * (sums.value[cell] as number) - c * (sums.weight[cell] as number);
    const cross = a * wwy - c * ww;
    const square = a * a * wwyy - 2 * a * c * wwy + c * c * ww;
    total[stratum] = (total[stratum] as number) + linear;
    squares[stratum] = (squares[stratum] as number) + square - 2 * b * cross;
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

/** The regression of the scores on the margins, for each fit: Σ of the coefficients of its columns. */
function fittedScores(
  { calibration, fits, workspace }: SurveyDesign,
  sums: ItemSums,
  score: LinearisedScore,
) {
  const { fitted, right, coefficients } = workspace;
  fitted.fill(0);
  if (!calibration) return;
  right.fill(0);
  for (let position = 0; position < score.cells.length; position += 1) {
    const cell = score.cells[position] as number;
    const amount =
      (score.slope[cell] as number) * (sums.baseValue[cell] as number) -
      (score.intercept[cell] as number) * (sums.base[cell] as number);
    for (const column of calibration.columns) {
      const at = column[cell] as number;
      right[at] = (right[at] as number) + amount;
    }
  }
  solveNormalEquations(calibration, right, coefficients);
  for (const column of fits.columns) {
    for (let fit = 0; fit < fits.count; fit += 1) {
      fitted[fit] = (fitted[fit] as number) + (coefficients[column[fit] as number] as number);
    }
  }
}
