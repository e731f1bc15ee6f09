import { z } from 'zod';
import { defaultNonresponseOptions } from './nonresponse.ts';
import { defaultRakeOptions } from './rake.ts';
import { defaultTrimOptions } from './trim.ts';

/** The form in which the settings are kept with their run. */
export const weightingSettingsForm = z.strictObject({
  nonresponse: z.strictObject({ minimumRespondents: z.number(), maximumFactorRatio: z.number() }),
  raking: z.strictObject({ tolerance: z.number(), maximumIterations: z.number() }),
  trim: z.strictObject({ lower: z.number(), upper: z.number(), maximumCycles: z.number() }),
  /** Design effects of weighting above these are reported. */
  warnCityDesignEffect: z.number(),
  warnDistrictDesignEffect: z.number(),
});

/** The settings of a wave that decide its weights. */
export type WeightingSettings = z.infer<typeof weightingSettingsForm>;

/** Method 3.3. */
export const defaultWeightingSettings: WeightingSettings = {
  nonresponse: defaultNonresponseOptions,
  raking: defaultRakeOptions,
  trim: defaultTrimOptions,
  warnCityDesignEffect: 1.5,
  warnDistrictDesignEffect: 2,
};
