/** Policy thresholds of the district rule (method 3.6): settings of a wave, stored with every flag. */
export interface FlagRuleSettings {
  version: string;
  /** Shares, 0–1: 0.03 is three percentage points. */
  levelMargin: number;
  changeMargin: number;
  gapMargin: number;
  absoluteThreshold: Record<string, number>;
  falseDiscoveryRate: number;
  /**
   * The rate of alerts whose tests reject no more than "no difference", deteriorations and gaps: half of the other, so that both kinds
   * together name a district in one quiet wave of twenty.
   */
  differenceAlertRate: number;
  /** The more generous rate at which a gap is watched. */
  gapWatchFalseDiscoveryRate: number;
  /** A share estimated at its threshold or above is watched when the one-sided p-value of this test alone is at most this. */
  absoluteWatchLevel: number;
  /** The base of a test: respondents, and Kish's effective size (Σw)²/Σw². Neither looks at an answer. */
  minimumN: number;
  minimumEffectiveN: number;
  /** Where fewer respondents than this are aimed at in a district, the rolling year leads. */
  rollingYearBelow: number;
  /** Waves are not compared when the share of any mode moved by more than this. */
  maximumModeShift: number;
  headlineIndicators: string[];
}
