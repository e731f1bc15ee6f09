import { z } from 'zod';
import { count, share, text } from '../text/json-fields.ts';

/** The form of the window test's settings. */
export const placeRuleSettingsForm = z.strictObject({
  version: text,
  /** H3 resolution; a window is a cell and its six neighbours. */
  resolution: z.number().int().min(0).max(15),
  /** Windows with fewer (respondent, cell) pairs are not tested. */
  minimumPairs: count,
  minimumUnsafeRespondents: count,
  falseDiscoveryRate: share,
  /** People behind a leading reason or time. */
  minimumForReasons: count,
});

/** Settings of the window test for places (method 3.7), stored with every place. */
export type PlaceRuleSettings = z.infer<typeof placeRuleSettingsForm>;
