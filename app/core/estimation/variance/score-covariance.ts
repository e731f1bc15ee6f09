import type { SurveyDesign } from './design.ts';
import { solveNormalEquations } from './normal-equations.ts';

/**
 * The covariance matrix of several totals Σ w u, row by row. Respondents of one category share their scores:
 * `scores[k][category]`; category −1 has score 0. The formula is that of `linearisedVariance`, for several
 * scores at once: residuals from the margins, z = w e, stratified, over all respondents (or primary units) of
 * the stratum. Agrees with R's `vcov(svymean(…))`.
 */
export function scoreCovariance(
  design: SurveyDesign,
  categoryOf: Int32Array,
  scores: readonly Float64Array[],
): Float64Array {
  const size = scores.length;
  const { strata, units } = design;
  const fitted = scores.map((score) => fittedByCell(design, categoryOf, score));
  const totals = new Float64Array(strata.names.length * size);
  const covariance = new Float64Array(size * size);
  const factorOf = Array.from(strata.units, (m, h) =>
    m < 2 ? 0 : Math.max(0, 1 - m / (strata.population[h] as number)) * (m / (m - 1)),
  );
  const residual = new Float64Array(size);
  const unitTotals = new Float64Array((units?.count ?? 0) * size);
  for (const { cell, category, weight, squaredWeight } of groupsOf(design, categoryOf)) {
    if (category < 0 && !design.calibration) continue;
    const stratum = design.stratumOfCell[cell] as number;
    const factor = factorOf[stratum] as number;
    for (let k = 0; k < size; k += 1) {
      const score = category < 0 ? 0 : (scores[k]?.[category] as number);
      residual[k] = score - (fitted[k]?.[cell] as number);
      const at = stratum * size + k;
      totals[at] = (totals[at] as number) + weight * (residual[k] as number);
    }
    if (units) addVector(unitTotals, (units.ofCell[cell] as number) * size, residual, weight);
    else addOuterProduct(covariance, residual, factor * squaredWeight);
  }
  for (let unit = 0; unit < (units?.count ?? 0); unit += 1) {
    const factor = factorOf[units?.stratum[unit] as number] ?? 0;
    addOuterProduct(covariance, unitTotals.subarray(unit * size, (unit + 1) * size), factor);
  }
  for (let h = 0; h < factorOf.length; h += 1) {
    const total = totals.subarray(h * size, (h + 1) * size);
    addOuterProduct(covariance, total, -(factorOf[h] as number) / (strata.units[h] as number));
  }
  return covariance;
}

interface CategoryGroup {
  cell: number;
  category: number;
  weight: number;
  squaredWeight: number;
}

/** Σw and Σw² of the respondents who share a cell of the design and a category. */
function groupsOf({ cells, final }: SurveyDesign, categoryOf: Int32Array): Iterable<CategoryGroup> {
  const groups = new Map<number, CategoryGroup>();
  categoryOf.forEach((category, i) => {
    const cell = cells.of[i] as number;
    const key = (category + 1) * cells.count + cell;
    const group = groups.get(key) ?? { cell, category, weight: 0, squaredWeight: 0 };
    const w = final[i] as number;
    group.weight += w;
    group.squaredWeight += w * w;
    groups.set(key, group);
  });
  return groups.values();
}

/**
 * The regression of a score on the margins, per cell of the design; zero for weights that are treated as
 * fixed.
 */
function fittedByCell(
  { calibration, cells, base }: SurveyDesign,
  categoryOf: Int32Array,
  score: Float64Array,
): Float64Array {
  const fitted = new Float64Array(cells.count);
  if (!calibration) return fitted;
  const right = new Float64Array(calibration.size);
  categoryOf.forEach((category, i) => {
    if (category < 0) return;
    const amount = (base[i] as number) * (score[category] as number);
    for (const column of calibration.columns) {
      const at = column[cells.of[i] as number] as number;
      right[at] = (right[at] as number) + amount;
    }
  });
  const coefficients = new Float64Array(calibration.size);
  solveNormalEquations(calibration, right, coefficients);
  for (const column of calibration.columns) {
    for (let cell = 0; cell < cells.count; cell += 1) {
      fitted[cell] = (fitted[cell] as number) + (coefficients[column[cell] as number] as number);
    }
  }
  return fitted;
}

function addVector(target: Float64Array, from: number, vector: Float64Array, factor: number): void {
  for (let k = 0; k < vector.length; k += 1) {
    target[from + k] = (target[from + k] as number) + factor * (vector[k] as number);
  }
}

function addOuterProduct(matrix: Float64Array, vector: Float64Array, factor: number): void {
  const size = vector.length;
  for (let a = 0; a < size; a += 1) {
    const scaled = factor * (vector[a] as number);
    if (scaled === 0) continue;
    for (let b = 0; b < size; b += 1) {
      matrix[a * size + b] = (matrix[a * size + b] as number) + scaled * (vector[b] as number);
    }
  }
}
