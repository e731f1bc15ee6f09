import type { RakingMargin } from '../../sampling/raking-margin.ts';
import { answerMargin } from './answer-margin.ts';
import type { CellMerge } from './cell-margin.ts';

/** Residents with one level of education, by the questionnaire's code; levels are in the order of codes. */
export interface EducationTotal {
  education: number;
  population: number;
}

/**
 * The city-wide margin of education, see `answerMargin`.
 *
 * @throws when nobody gave their education
 */
export function educationMargin(
  totals: readonly EducationTotal[],
  education: readonly (number | null)[],
  weights: Float64Array,
  merges: CellMerge[],
): RakingMargin {
  const levels = totals.map(({ education: code, population }) => ({
    code,
    key: `education ${code}`,
    population,
  }));
  return answerMargin('education', levels, education, weights, merges);
}
