/** Settings of the window test for places (method 3.7), stored with every place. */
export interface PlaceRuleSettings {
  version: string;
  /** H3 resolution; a window is a cell and its six neighbours. */
  resolution: number;
  /** Windows with fewer (respondent, cell) pairs are not tested. */
  minimumPairs: number;
  minimumUnsafeRespondents: number;
  falseDiscoveryRate: number;
  /** People behind a leading reason or time. */
  minimumForReasons: number;
}
