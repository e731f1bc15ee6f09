import { chiSquareUpper, fUpper } from '../../statistics/distributions.ts';
import { solvePositiveDefinite } from '../../statistics/positive-definite.ts';
import { type ContingencyTable, contingencyTable, interactionContrasts } from './contingency-table.ts';
import type { SurveyDesign } from './design.ts';
import { scoreCovariance } from './score-covariance.ts';

/** A test that two variables of a complex sample are independent. Both p are upper tails. */
export interface RaoScottTest {
  /** Pearson's X² of the weighted shares, scaled to the number of respondents. */
  chiSquare: number;
  /**
   * Mean of the generalised design effects: how much larger X² is than it would be in a simple random sample.
   */
  meanDesignEffect: number;
  /** First order: X² over the mean design effect, against χ² with `degreesOfFreedom`. */
  degreesOfFreedom: number;
  firstOrderP: number;
  /** Second order: F with Satterthwaite's degrees of freedom (Thomas & Rao 1990). The one to report. */
  f: number;
  numeratorDegreesOfFreedom: number;
  denominatorDegreesOfFreedom: number;
  p: number;
}

/**
 * Are two answers, or an answer and a group of people, associated? Pearson's X² of the weighted table,
 * corrected for the design by the generalised design effects, the eigenvalues of Δ = (C′D⁻¹C/n)⁻¹·C′D⁻¹VD⁻¹C
 * (Rao & Scott 1984). Agrees with R's `survey::svychisq` with `statistic = "F"` and `"Chisq"`.
 *
 * @param rowOf  level of the first variable of each respondent, −1 outside the base or the domain
 * @param columnOf  the same of the second variable
 * @returns null when nothing can be tested: a variable with one level, or too few filled cells
 */
export function raoScott(design: SurveyDesign, rowOf: Int32Array, columnOf: Int32Array): RaoScottTest | null {
  const table = contingencyTable(design, rowOf, columnOf);
  if (table.rows < 2 || table.columns < 2) return null;
  const size = (table.rows - 1) * (table.columns - 1);
  const contrasts = interactionContrasts(table);
  const effects = designEffects(design, table, contrasts, size);
  const denominator = table.units - table.strata;
  if (!effects || !(effects.trace > 0) || denominator < 1) return null;
  const chiSquare = pearson(table);
  const meanDesignEffect = effects.trace / size;
  const f = chiSquare / effects.trace;
  const numeratorDegreesOfFreedom = effects.trace ** 2 / effects.squaredTrace;
  const denominatorDegreesOfFreedom = numeratorDegreesOfFreedom * denominator;
  return {
    chiSquare,
    meanDesignEffect,
    degreesOfFreedom: size,
    firstOrderP: chiSquareUpper(chiSquare / meanDesignEffect, size),
    f,
    numeratorDegreesOfFreedom,
    denominatorDegreesOfFreedom,
    p: fUpper(f, numeratorDegreesOfFreedom, denominatorDegreesOfFreedom),
  };
}

function pearson({ n, columns, shares, rowShares, columnShares }: ContingencyTable): number {
  const sum = shares.reduce((total, share, cell) => {
    const expected =
      (rowShares[Math.floor(cell / columns)] as number) * (columnShares[cell % columns] as number);
    return total + (share - expected) ** 2 / expected;
  }, 0);
  return n * sum;
}

/** Sum of the generalised design effects, and of their squares. */
function designEffects(
  design: SurveyDesign,
  { n, weight, shares, cellOf }: ContingencyTable,
  contrasts: readonly Float64Array[],
  size: number,
): { trace: number; squaredTrace: number } | null {
  const scores = contrasts.map((contrast) => {
    const scaled = contrast.map((value, cell) => {
      const share = shares[cell] as number;
      return share > 0 ? value / share : 0;
    });
    const mean = scaled.reduce((sum, value, cell) => sum + value * (shares[cell] as number), 0);
    return scaled.map((value) => (value - mean) / weight);
  });
  const simple = new Float64Array(size * size);
  contrasts.forEach((one, a) => {
    contrasts.forEach((other, b) => {
      simple[a * size + b] =
        shares.reduce(
          (sum, share, cell) =>
            share > 0 ? sum + ((one[cell] as number) * (other[cell] as number)) / share : sum,
          0,
        ) / n;
    });
  });
  const delta = solvePositiveDefinite(simple, scoreCovariance(design, cellOf, scores), size);
  if (!delta) return null;
  let trace = 0;
  let squaredTrace = 0;
  for (let a = 0; a < size; a += 1) {
    trace += delta[a * size + a] as number;
    for (let b = 0; b < size; b += 1) {
      squaredTrace += (delta[a * size + b] as number) * (delta[b * size + a] as number);
    }
  }
  return { trace, squaredTrace };
}
