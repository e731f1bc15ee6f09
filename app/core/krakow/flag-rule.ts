import type { FlagRuleSettings } from '../flagging/rule-settings.ts';

/**
 * The district rule's default policy (method 3.6). All headline indicators are shares for which high is bad.
 * The absolute thresholds say what is too much wherever it is, even in a city where all districts are alike:
 * two in five unsafe after dark near home or on the way, a quarter who do not call their district safe, half
 * who avoid places or call public drinking a problem, a fifth who were a victim of anything within six
 * months.
 */
export const defaultFlagRule: FlagRuleSettings = {
  version: 'district-rule/2',
  levelMargin: 0.03,
  changeMargin: 0.03,
  gapMargin: 0.05,
  absoluteThreshold: {
    hood_dark_unsafe: 0.4,
    district_unsafe: 0.25,
    transit_dark_unsafe: 0.4,
    avoids_places: 0.5,
    vict_6m_any: 0.2,
    problem_drinking: 0.5,
  },
  falseDiscoveryRate: 0.05,
  differenceAlertRate: 0.025,
  gapWatchFalseDiscoveryRate: 0.1,
  absoluteWatchLevel: 0.2,
  minimumN: 60,
  minimumEffectiveN: 50,
  rollingYearBelow: 400,
  maximumModeShift: 0.1,
  headlineIndicators: [
    'hood_dark_unsafe',
    'district_unsafe',
    'transit_dark_unsafe',
    'avoids_places',
    'vict_6m_any',
    'problem_drinking',
  ],
};
