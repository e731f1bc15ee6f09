import type { PrimaryUnits, SurveyDesign } from './design.ts';
import type { ItemSums } from './item-sums.ts';
import { solveNormalEquations } from './normal-equations.ts';
import type { VarianceStrata } from './variance-strata.ts';

/**
 * The linearised score of a respondent inside the base: u = `slope`[cell]·y − `intercept`[cell]; outside it
 * is 0.
 */
export interface LinearisedScore {
  slope: Float64Array;
  intercept: Float64Array;
  /** The cells in which it is not 0. */
  cells: Int32Array;
}

/**
 * Variance of Σ w u for a stratified design with calibrated weights: the scores' residuals e from the
 * margins, z = w e, V = Σₕ (1 − mₕ/Nₕ)·mₕ/(mₕ − 1)·Σ(z − z̄)² over all respondents of the stratum, inside the
 * domain or not (Deville & Särndal 1992; Särndal, Swensson & Wretman 1992). Exact from sums per cell, because
 * the residual of a respondent depends on the cell and the answer alone. Agrees with R's `svymean` and
 * `svytotal` after `calibrate`.
 *
 * Where respondents were drawn in clusters, z is the total of a primary unit and m, N count units: what
 * happens within a unit is in its total (the "ultimate cluster": Hansen, Hurwitz & Madow 1953; with
 * replacement at the first stage, or with its finite population factor). Agrees with R's `svydesign(ids =
 * ~unit, strata = ~stratum)`.
 */
export function linearisedVariance(design: SurveyDesign, sums: ItemSums, score: LinearisedScore): number {
  const { total, squares } = design.workspace;
  total.fill(0);
  squares.fill(0);
  fittedScores(design, sums, score);
  if (design.units) addUnits(design, sums, score, design.units);
  else addRespondents(design, sums, score);
  return stratifiedVariance(design.strata, total, squares);
}

/** Σz and Σz² of the respondents, by stratum. */
function addRespondents(
  { fits, stratumOfCell, workspace }: SurveyDesign,
  sums: ItemSums,
  score: LinearisedScore,
) {
  const { fitted, total, squares } = workspace;
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
}

/** Σz and Σz² of the primary units, by stratum: z of a unit is the sum of its respondents'. */
function addUnits(
  { fits, workspace }: SurveyDesign,
  sums: ItemSums,
  { slope, intercept, cells }: LinearisedScore,
  units: PrimaryUnits,
) {
  const { fitted, total, squares, unitTotal } = workspace;
  unitTotal.fill(0);
  const add = (unit: number, amount: number) => {
    unitTotal[unit] = (unitTotal[unit] as number) + amount;
  };
  for (let fit = 0; fit < fits.count; fit += 1) {
    add(fits.unit?.[fit] as number, -(fitted[fit] as number) * (fits.weight[fit] as number));
  }
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at] as number;
    const scored =
      (slope[cell] as number) * (sums.value[cell] as number) -
      (intercept[cell] as number) * (sums.weight[cell] as number);
    add(units.ofCell[cell] as number, scored);
  }
  for (let unit = 0; unit < units.count; unit += 1) {
    const stratum = units.stratum[unit] as number;
    if (stratum < 0) continue;
    const z = unitTotal[unit] as number;
    total[stratum] = (total[stratum] as number) + z;
    squares[stratum] = (squares[stratum] as number) + z * z;
  }
}

function stratifiedVariance(
  { units, population }: VarianceStrata,
  total: Float64Array,
  squares: Float64Array,
): number {
  let variance = 0;
  for (let h = 0; h < total.length; h += 1) {
    const m = units[h] as number;
    if (m < 2) continue;
    const factor = Math.max(0, 1 - m / (population[h] as number));
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
