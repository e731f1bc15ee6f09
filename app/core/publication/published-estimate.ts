import { z } from 'zod';
import { count, text } from '../text/json-fields.ts';
import { publishedChangeForm, publishedRestComparisonForm } from './published-difference.ts';

/** Whether a figure is shown, shown with a warning about its precision, or hidden. */
const quality = z.enum(['good', 'use-with-care', 'suppressed']);

const reason = z.enum([
  'few-respondents',
  'few-answers',
  'complementary',
  'differencing',
  'wide-interval',
  'few-effective',
]);

/**
 * Suppressed: `few-respondents` (base below 30), `few-answers` (the rarer answer given by fewer than 10),
 * `complementary` (would give another cell away), `differencing` (would differ from the corrected publication
 * by fewer than 10 people). Use with care: `wide-interval`, `few-effective` (effective base below 30 or fewer
 * than 8 degrees of freedom).
 */
export type QualityReason = z.infer<typeof reason>;

/** How the interval of a figure was computed (method 3.4). */
const intervalMethod = z.enum(['logit', 'korn-graubard', 'student']);

/** The form of a figure. */
export const publishedEstimateForm = z.strictObject({
  indicator: text,
  /** A `DomainKey`. */
  domain: text,
  quality,
  /** Why it is not `good`: a code whose sentence is in i18n. */
  reason: reason.nullable(),
  /** Null when suppressed. Shares 0–1 to 0.001, means 0–100 to 0.1. */
  value: z.number().nullable(),
  standardError: z.number().min(0).nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  /** Respondents in the base, rounded down to 10, so that no smaller group follows by subtraction. */
  n: count.nullable(),
  designEffect: z.number().min(0).nullable(),
  /** Absent when suppressed. */
  intervalMethod: intervalMethod.optional(),
  /** Districts only. */
  versusRest: publishedRestComparisonForm.nullable(),
  /**
   * Change from the same season a year earlier, same conditions; of a rolling year from the one that ended
   * with the wave `against`.
   */
  change: publishedChangeForm.nullable(),
  /** Simultaneous 90 % range of ranks among the districts (1 = highest value); districts only. */
  rankRange: z.strictObject({ from: count, to: count }).nullable(),
});

/** The figure of an indicator in a domain, with its margin and base. */
export type PublishedEstimate = z.infer<typeof publishedEstimateForm>;
