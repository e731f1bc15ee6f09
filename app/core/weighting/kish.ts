/** What unequal weights cost in precision. */
export interface KishMeasures {
  /** Design effect of unequal weighting: n Σw² / (Σw)² = 1 + cv². */
  designEffect: number;
  /** Effective sample size: (Σw)² / Σw². */
  effectiveN: number;
}

/**
 * Kish's approximate design effect of weighting (Kish 1965, 1992), for all respondents or for those
 * `included`.
 */
export function kish(weights: Float64Array, included: (index: number) => boolean = () => true): KishMeasures {
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < weights.length; i += 1) {
    if (!included(i)) continue;
    const weight = weights[i] as number;
    n += 1;
    sum += weight;
    squares += weight * weight;
  }
  if (n === 0 || sum === 0) return { designEffect: 1, effectiveN: 0 };
  return { designEffect: (n * squares) / (sum * sum), effectiveN: (sum * sum) / squares };
}

/**
 * Coefficient of variation of the weights, standard deviation (divisor n) by mean, so that Kish's design
 * effect is 1 + cv². Computed from deviations: as √(deff − 1) it would lose half of its digits where weights
 * are nearly equal.
 */
export function coefficientOfVariation(weights: Float64Array): number {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  const squares = weights.reduce((sum, weight) => sum + (weight - mean) ** 2, 0);
  return Math.sqrt(squares / weights.length) / mean;
}
