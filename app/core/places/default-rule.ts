import type { PlaceRuleSettings } from './place-rule-settings.ts';

/**
 * The place rule's default policy (method 3.7). Cells of H3 resolution 9 are about 200 m from centre to
 * corner, so a window of seven is a quarter of a kilometre around a crossing or a stop: near enough to act
 * on, wide enough to find ten mentions.
 */
export const defaultPlaceRule: PlaceRuleSettings = {
  version: 'place-rule/1',
  resolution: 9,
  minimumPairs: 10,
  minimumUnsafeRespondents: 5,
  falseDiscoveryRate: 0.05,
  minimumForReasons: 10,
};
