import { z } from 'zod';
import { trimMethods } from './trim.ts';

const factorBounds = { lower: z.number(), upper: z.number() };
const range = z.strictObject({ smallest: z.number(), largest: z.number() });
const ofDistrict = { district: z.number().int() };
const warning = <Code extends string, Shape extends z.ZodRawShape>(code: Code, shape: Shape) =>
  z.strictObject({ code: z.literal(code), ...shape });

const warningForm = z.discriminatedUnion('code', [
  warning('nonresponse-not-adjusted', {}),
  warning('weights-as-given', {}),
  warning('base-weights-given', {}),
  warning('clusters-unknown', {}),
  warning('age-unknown', { respondents: z.number() }),
  warning('sex-unknown', { respondents: z.number() }),
  warning('another-gender', { respondents: z.number() }),
  warning('district-without-respondents', ofDistrict),
  warning('education-far-from-frame', { residents: z.number(), frame: z.number() }),
  warning('raking-not-converged', { largestDeviation: z.number() }),
  warning('trimming-bounds-widened', { ...ofDistrict, ...factorBounds }),
  warning('weights-not-trimmed', { outside: z.number() }),
  warning('single-respondent-district', ofDistrict),
  warning('large-city-design-effect', { designEffect: z.number() }),
  warning('large-district-design-effect', { ...ofDistrict, designEffect: z.number() }),
]);

/** What an analyst should know before publishing; i18n has a sentence for each code. */
export type WeightingWarning = z.infer<typeof warningForm>;

/** The form in which a report is kept with its run. */
export const weightingReportForm = z.strictObject({
  eligibilityRate: z.number(),
  /** `largestDeviation`: the largest |Σw / T − 1| of the margin's groups under the final weights. */
  margins: z.array(z.strictObject({ name: z.string(), groups: z.number(), largestDeviation: z.number() })),
  /** Of the raking before trimming. */
  iterations: z.number(),
  converged: z.boolean(),
  /** What trimming did, in shares of all respondents. */
  trimming: z.strictObject({
    method: z.enum(trimMethods),
    /** The bounds of the settings, as multiples of the district's mean weight. */
    ...factorBounds,
    /** Districts whose weights keep wider bounds, because none within those reach the margins. */
    widened: z.array(z.strictObject({ ...ofDistrict, ...factorBounds })),
    cycles: z.number(),
    /** Share of respondents outside the bounds of the settings, raked and in the end. */
    outsideBefore: z.number(),
    outsideAfter: z.number(),
  }),
  designEffect: z.number(),
  effectiveN: z.number(),
  districts: z.array(
    z.strictObject({
      ...ofDistrict,
      respondents: z.number(),
      designEffect: z.number(),
      effectiveN: z.number(),
      ranges: z.strictObject({ base: range, nonresponse: range, fit: range }),
    }),
  ),
  merges: z.array(z.strictObject({ from: z.string(), into: z.string(), reason: z.string() })),
  /**
   * Strata with one respondent that are collapsed for the variance, inside their district; a study's own
   * strata are not among them.
   */
  collapsedStrata: z.number(),
  warnings: z.array(warningForm),
});

/**
 * How the weights came about: the city-wide eligibility rate e, what was raked to and how well, what trimming
 * touched, and Kish's measures.
 */
export type WeightingReport = z.infer<typeof weightingReportForm>;
