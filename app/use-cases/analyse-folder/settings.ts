import { z } from 'zod';

const probability = z.number().min(0).max(1);
const margin = z.number().min(0).max(1);
const positive = z.number().positive();
const count = z.int().min(0);
const name = z.string().min(1);
const variables = z.array(name).min(1);

const itemKind = z.enum(['share', 'mean']);

/**
 * `analysis.json`: which file is what, and what is to be computed. Keys that are not listed here are refused.
 */
export const analysisSettings = z.strictObject({
  files: z.strictObject({
    population: name.optional(),
    dispositions: name.optional(),
    respondents: name.optional(),
    margins: z.record(name, name).default({}),
    pins: name.optional(),
    frame: name.optional(),
  }),
  /** The variables whose combination is a stratum. */
  strata: variables,
  district: name,
  waves: z.array(z.int()).min(1),
  nonresponse: z
    .strictObject({
      /** Weighting classes are the combinations of these variables. */
      class: variables,
      minimum_respondents: count.default(1),
      maximum_factor_ratio: positive.default(Number.POSITIVE_INFINITY),
    })
    .optional(),
  /** By name (`rake1`, `rake2`, …): the margins, each the combination of its variables. */
  raking: z.record(z.string().regex(/^rake\d+$/), z.array(variables).min(1)).default({}),
  /** Bounds of the bounded logit calibration, as multiples of the weight before it. */
  bounded_calibration: z
    .strictObject({ lower: positive.max(1), upper: z.number().min(1) })
    .default({ lower: 0.4, upper: 2.5 }),
  trim: z
    .strictObject({
      lo: z.number().min(0).max(1),
      hi: z.number().min(1),
      of: z.literal('district mean'),
      /** The raking whose weights are trimmed, and that follows every trimming. */
      // biome-ignore lint/suspicious/noThenProperty: the key of the file's format
      then: name,
      maximum_cycles: count.default(100),
    })
    .optional(),
  items: z.record(name, itemKind).default({}),
  /** `city`, a variable, or several with `|` between them. */
  domains: z.array(name).default(['city']),
  /**
   * What is tested for association: an answer with a variable, or with `wave`, which asks whether the answers
   * changed.
   */
  associations: z.array(z.tuple([name, name])).optional(),
  finite_population_correction: z.boolean().default(true),
  flags: z
    .strictObject({
      design: name,
      items: z.array(name).min(1),
      level_margin: margin,
      change_margin: margin,
      gap_margin: margin,
      gap: z.strictObject({ variable: name, high: name, low: name }),
      absolute_threshold: probability,
      q: probability,
      min_n: count,
    })
    .optional(),
  places: z
    .strictObject({
      width: positive,
      height: positive,
      hex_circumradius: positive,
      publish_min_respondents: count,
      kde_bandwidth: positive,
      dbscan: z.strictObject({ eps: positive, min_points: count }),
      test: z.strictObject({ min_pairs: count, min_unsafe_respondents: count, q: probability }),
    })
    .optional(),
  draw: z
    .strictObject({
      seed: name,
      n_per_district: count,
      n_reserve_per_district: count,
      min_per_stratum: count,
    })
    .optional(),
});

export type AnalysisSettings = z.infer<typeof analysisSettings>;
