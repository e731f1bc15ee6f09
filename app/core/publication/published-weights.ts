import { z } from 'zod';
import { count, share, text } from '../text/json-fields.ts';
import { trimMethods } from '../weighting/trim.ts';

const bounds = { lower: z.number().min(0), upper: z.number().min(1) };
const range = z.strictObject({ smallest: z.number(), largest: z.number() });

/** How the weights of a publication came inside their bounds, multiples of the district's mean weight. */
const trimming = z.strictObject({
  method: z.enum(trimMethods),
  ...bounds,
  /** Districts whose weights keep wider bounds, rounded to two decimals. */
  widened: z.array(z.strictObject({ district: count, ...bounds })),
  /** How often weights were clipped and fitted again. */
  cycles: count,
  /** Share of the weights outside the bounds in the end. */
  outsideAfter: share,
});

const districtWeights = z.strictObject({
  district: count,
  designEffect: z.number().min(0),
  effectiveN: count,
  base: range,
  nonresponse: range,
  fit: range,
});

/** Weights of one district: effect of their spread, and how far each of their three factors reaches. */
export type PublishedDistrictWeights = z.infer<typeof districtWeights>;

/** How the weights of a publication came about: its `method.weighting`. */
export const publishedWeightingForm = z.strictObject({
  margins: z.array(text),
  iterations: count,
  converged: z.boolean(),
  /** Share of the weights outside their bounds before trimming. */
  trimmedShare: share,
  designEffect: z.number().min(0),
  /** Population cells that had no or too few respondents and were merged with a neighbour. */
  merges: z.array(z.strictObject({ from: text, into: text, reason: text })),
  /** Codes of warnings, behind a colon the district that one is about. */
  warnings: z.array(text),
  /**
   * Codes that were accepted by name before publishing, those of parallel samples too, and by whom: the
   * firm's id of the person, or `command`. Absent without warnings.
   */
  accepted: z.strictObject({ warnings: z.array(text), by: text }).optional(),
  /** How well each margin was reached. */
  fits: z.array(z.strictObject({ name: text, groups: count, largestDeviation: z.number().min(0) })),
  /** Largest relative deviation at which the fit counts as reached. */
  tolerance: z.number().min(0),
  trimming: trimming,
  /** Share of eligible cases among those whose eligibility is known, city-wide. */
  eligibilityRate: share,
  /** Rounded down to 10, here and in every district. */
  effectiveN: count,
  districts: z.array(districtWeights),
});
