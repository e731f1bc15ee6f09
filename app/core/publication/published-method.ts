import { z } from 'zod';
import { flagRuleSettingsForm } from '../flagging/rule-settings.ts';
import { placeRuleSettingsForm } from '../places/place-rule-settings.ts';
import { count, sha256, text } from '../text/json-fields.ts';
import { publishedRunForm } from './published-run.ts';
import { publishedStudyForm } from './published-study.ts';
import { publishedWeightingForm } from './published-weights.ts';

/** The form of a publication's method. */
export const publishedMethodForm = z.strictObject({
  methodVersion: text,
  frameSha256: sha256.nullable(),
  /** Empty for an imported study: nothing was drawn here. */
  seed: text,
  /** The study whose respondents these are when they were asked elsewhere. */
  study: publishedStudyForm.optional(),
  responsesSha256: sha256,
  weighting: publishedWeightingForm,
  /** The versioned runs that the figures come from; the same input gives the same output, byte for byte. */
  runs: z.strictObject({ weights: publishedRunForm, analysis: publishedRunForm }),
  rule: flagRuleSettingsForm,
  placeRule: placeRuleSettingsForm,
  suppression: z.strictObject({ minimumN: count, suppressed: count, complementary: count }),
});

/**
 * How the figures came about: enough to check them with the firm's own files, by digest, seed and settings.
 */
export type PublishedMethod = z.infer<typeof publishedMethodForm>;
