import { z } from 'zod';
import { share, text } from '../text/json-fields.ts';

const interval = { difference: z.number(), lower: z.number(), upper: z.number() };

/** The form of a comparison with the rest of the city. */
export const publishedRestComparisonForm = z.strictObject({
  ...interval,
  /** Of the two-sided test of no difference. */
  q: share,
  /**
   * Of the one-sided test that the difference is at most the level margin, in its own direction (means:
   * margin × 100 points). Only a difference that this test rejects may be called higher or lower.
   */
  qMargin: share,
});

/**
 * Difference from the rest of the city, with its 95 % interval. Families of the tests: the districts on one
 * indicator.
 */
export type PublishedRestComparison = z.infer<typeof publishedRestComparisonForm>;

/** The form of a change. */
export const publishedChangeForm = z.strictObject({
  ...interval,
  against: text,
  /**
   * Of the one-sided test that the change is at most the change margin, in its own direction (means: margin ×
   * 100 points); the family is the places of one kind on one indicator. Only a change that this test rejects
   * may be called one.
   */
  qMargin: share,
});

/** Change since an earlier wave, with its 95 % interval. */
export type PublishedChange = z.infer<typeof publishedChangeForm>;
