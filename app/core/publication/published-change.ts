/** Change since an earlier wave, with its 95 % interval. */
export interface PublishedChange {
  against: string;
  difference: number;
  lower: number;
  upper: number;
  /**
   * Of the one-sided test that the change is at most the change margin, in its own direction (means: margin × 100 points); the family is the places
   * of one kind on one indicator. Only a change that this test rejects may be called one.
   */
  qMargin: number;
}
