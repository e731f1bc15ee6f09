import { z } from 'zod';
import { flagRuleSettingsForm } from '#core/flagging/rule-settings.ts';
import { placeRuleSettingsForm } from '#core/places/place-rule-settings.ts';

export const analysisParametersForm = z.strictObject({
  questionnaireVersion: z.string(),
  rule: flagRuleSettingsForm,
  placeRule: placeRuleSettingsForm,
  /** The runs of published earlier waves that this one is compared with, newest first. */
  earlier: z.array(z.strictObject({ waveId: z.string(), runId: z.number(), outputSha256: z.string() })),
});

/** What an analysis was computed by, beside the responses and their weights. */
export type AnalysisParameters = z.infer<typeof analysisParametersForm>;
