import type { FlagBasis, FlagKind } from './flag.ts';

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
