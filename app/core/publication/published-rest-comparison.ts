/** Difference from the rest of the city, with its 95 % interval. Families of the tests: the districts on one indicator. */
export interface PublishedRestComparison {
  difference: number;
  lower: number;
  upper: number;
  /** Of the two-sided test of no difference. */
  q: number;
  /**
   * Of the one-sided test that the difference is at most the level margin, in its own direction (means: margin × 100 points). Only a
   * difference that this test rejects may be called higher or lower.
   */
  qMargin: number;
}
