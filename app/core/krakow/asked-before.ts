/**
 * Indicators whose question the study asked before the platform: ours, then the name in the published
 * history.
 */
export const askedBefore: Readonly<Record<string, string>> = {
  city_safe_pos: 'city_safe_yes',
  district_safe_pos: 'district_safe_yes',
  sdg1614: 'hood_dark_safe',
};
