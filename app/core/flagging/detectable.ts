/** What a sample can see with 80 % power after the correction for many comparisons, as shares. */
export interface DetectableDifferences {
  level: number;
  change: number;
  gap: number;
  /** A gap pooled over two waves. */
  gapPooled: number;
}

/** Standard errors that an effect must have for 80 % power after Benjamini–Hochberg over 108 tests (method 3.6). */
const standardErrorsNeeded = 3.74;
/** A share of 30 % and the design effect that weighting brings. */
const planned = { share: 0.3, designEffect: 1.3, districts: 18 } as const;

/** The smallest true differences that a district with `n` respondents can be expected to show. */
export function detectableDifferences(n: number): DetectableDifferences {
  const { share, designEffect, districts } = planned;
  const standardError = Math.sqrt((designEffect * share * (1 - share)) / n);
  // The rest of the city has an error of its own, that of the other districts together.
  const withRest = Math.sqrt(1 + 1 / (districts - 1));
  const one = standardErrorsNeeded * standardError;
  return {
    level: one * withRest,
    change: one * Math.SQRT2,
    gap: 2 * one * withRest,
    gapPooled: Math.SQRT2 * one * withRest,
  };
}
