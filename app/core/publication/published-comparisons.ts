/** The part of the district rule that raised it (method 3.6). */
export type FlagKind = 'level' | 'absolute' | 'deterioration' | 'gap';

/** What a test rests on: the wave, or the rolling year that ends with it. */
export type FlagBasis = 'wave' | 'rolling-year';

/** How many comparisons of one kind there are; a kind that nothing could be compared in has all of them `withoutComparison`. */
export interface PublishedComparisons {
  kind: FlagKind;
  basis: FlagBasis;
  leads: boolean;
  made: number;
  /** Too few respondents, or hidden. */
  insufficient: number;
  /** No threshold, no earlier wave, or one that did not ask. */
  withoutComparison: number;
}
