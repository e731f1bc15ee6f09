import { z } from 'zod';
import { count, share, text } from '../text/json-fields.ts';

/** The form of the district rule's settings. */
export const flagRuleSettingsForm = z.strictObject({
  version: text,
  /** Shares, 0–1: 0.03 is three percentage points. */
  levelMargin: share,
  changeMargin: share,
  gapMargin: share,
  absoluteThreshold: z.record(text, share),
  falseDiscoveryRate: share,
  /**
   * The rate of alerts whose tests reject no more than "no difference", deteriorations and gaps: half of the
   * other, so that both kinds together name a district in one quiet wave of twenty.
   */
  differenceAlertRate: share,
  /** The more generous rate at which a gap is watched. */
  gapWatchFalseDiscoveryRate: share,
  /**
   * A share estimated at its threshold or above is watched when the one-sided p-value of this test alone is
   * at most this.
   */
  absoluteWatchLevel: share,
  /** The base of a test: respondents, and Kish's effective size (Σw)²/Σw². Neither looks at an answer. */
  minimumN: count,
  minimumEffectiveN: z.number().min(0),
  /** Where fewer respondents than this are aimed at in a district, the rolling year leads. */
  rollingYearBelow: count,
  /** Waves are not compared when the share of any mode moved by more than this. */
  maximumModeShift: share,
  headlineIndicators: z.array(text),
});

/** Policy thresholds of the district rule (method 3.6): settings of a wave, stored with every flag. */
export type FlagRuleSettings = z.infer<typeof flagRuleSettingsForm>;
