/** One margin: which group each respondent falls in, and the population total of every group. */
export interface RakingMargin {
  name: string;
  /** Group index of each respondent. */
  group: Int32Array;
  /** Population total of each group. */
  totals: Float64Array;
}
