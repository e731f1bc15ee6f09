import { z } from 'zod';
import { count } from '../text/json-fields.ts';
import { testForm } from './flag.ts';

/** The form of a count of comparisons. */
export const publishedComparisonsForm = z.strictObject({
  ...testForm.shape,
  made: count,
  /** Too few respondents, or hidden. */
  insufficient: count,
  /** No threshold, no earlier wave, or one that did not ask. */
  withoutComparison: count,
});

/**
 * How many comparisons of one kind there are; a kind that nothing could be compared in has all of them
 * `withoutComparison`.
 */
export type PublishedComparisons = z.infer<typeof publishedComparisonsForm>;
