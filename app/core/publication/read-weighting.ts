import { z } from 'zod';

const text = z.string().max(4000);
const share = z.number().min(0).max(1);
const count = z.number().int().min(0);
const bounds = { lower: z.number().min(0), upper: z.number().min(1) };
const range = z.strictObject({ smallest: z.number(), largest: z.number() });
const districtWeights = z.strictObject({
  district: count,
  designEffect: z.number().min(0),
  effectiveN: count,
  base: range,
  nonresponse: range,
  fit: range,
});

/** `method.weighting` of a publication, every field checked. */
export const weighting = z.strictObject({
  margins: z.array(text),
  iterations: count,
  converged: z.boolean(),
  trimmedShare: share,
  designEffect: z.number().min(0),
  merges: z.array(z.strictObject({ from: text, into: text, reason: text })),
  warnings: z.array(text),
  accepted: z.strictObject({ warnings: z.array(text), by: text }).optional(),
  fits: z
    .array(z.strictObject({ name: text, groups: count, largestDeviation: z.number().min(0) }))
    .optional(),
  tolerance: z.number().min(0).optional(),
  trimming: z
    .strictObject({
      method: z.enum(['none', 'cycles', 'bounded-calibration', 'untrimmed', 'not-asked']),
      ...bounds,
      widened: z.array(z.strictObject({ district: count, ...bounds })),
      cycles: count,
      outsideAfter: share,
    })
    .optional(),
  eligibilityRate: share.optional(),
  effectiveN: count.optional(),
  districts: z.array(districtWeights).optional(),
});
