import { canonicalJson, sha256Of } from '../digest.ts';
import { minimumBase } from '../estimation/intervals/minimum-base.ts';
import type { FlagRuleSettings } from './rule-settings.ts';

/** What a city may decide of the district rule before a wave opens. */
export type FlagRuleThresholds = Omit<FlagRuleSettings, 'version' | 'headlineIndicators'>;

/** Also which indicators are tested: a study that was imported asked fewer of them. */
type FlagRuleChanges = Partial<Omit<FlagRuleSettings, 'version'>>;

/** Digits of the digest that tell one decided rule from another. */
const digestLength = 12;

/**
 * The city's rule with other thresholds. Its version is made of its thresholds: the version of `standard`
 * itself, or that one followed by a digest of all thresholds. So the same thresholds always have the same
 * version and other thresholds always another, and no two flags of one version were tested by different
 * rules.
 */
export function flagRuleWith(standard: FlagRuleSettings, changes: FlagRuleChanges): FlagRuleSettings {
  const { version, ...thresholds } = { ...standard, ...changes, version: standard.version };
  const { version: _version, ...unchanged } = standard;
  const text = canonicalJson(thresholds);
  if (text === canonicalJson(unchanged)) return standard;
  return { ...thresholds, version: `${version}+${sha256Of(text).slice(0, digestLength)}` };
}

/**
 * The city's rule for what a wave asks: its headline indicators are tested, those of the rule in their order
 * and then all others. An indicator that it does not know has no absolute threshold until one is decided.
 *
 * @param standard  the city's own rule
 * @param headline  ids of the headline indicators that are asked
 */
export function flagRuleFor(
  standard: FlagRuleSettings,
  headline: readonly string[],
  changes: Partial<FlagRuleThresholds> = {},
): FlagRuleSettings {
  const { headlineIndicators, absoluteThreshold } = standard;
  return flagRuleWith(standard, {
    headlineIndicators: [
      ...headlineIndicators.filter((id) => headline.includes(id)),
      ...headline.filter((id) => !headlineIndicators.includes(id)),
    ],
    absoluteThreshold: Object.fromEntries(
      Object.entries(absoluteThreshold).filter(([id]) => headline.includes(id)),
    ),
    ...changes,
  });
}

/**
 * The first threshold that makes no sense: margins and shares lie between 0 and 1, false discovery rates
 * above 0 and below a half, no flag rests on fewer people than a figure, and no effective size is asked for
 * that even weights could not give. Null when all of them do.
 */
export function senselessThreshold(rule: FlagRuleSettings): keyof FlagRuleThresholds | null {
  const isShare = (value: number) => value >= 0 && value < 1;
  const isRate = (value: number) => value > 0 && value < 0.5;
  const sensible: Record<keyof FlagRuleThresholds, boolean> = {
    levelMargin: isShare(rule.levelMargin),
    changeMargin: isShare(rule.changeMargin),
    gapMargin: isShare(rule.gapMargin),
    absoluteThreshold: Object.entries(rule.absoluteThreshold).every(
      ([indicator, share]) => rule.headlineIndicators.includes(indicator) && share > 0 && share < 1,
    ),
    falseDiscoveryRate: isRate(rule.falseDiscoveryRate),
    differenceAlertRate:
      isRate(rule.differenceAlertRate) && rule.differenceAlertRate <= rule.falseDiscoveryRate,
    gapWatchFalseDiscoveryRate:
      isRate(rule.gapWatchFalseDiscoveryRate) && rule.gapWatchFalseDiscoveryRate >= rule.falseDiscoveryRate,
    minimumN: Number.isInteger(rule.minimumN) && rule.minimumN >= minimumBase,
    absoluteWatchLevel: isRate(rule.absoluteWatchLevel) && rule.absoluteWatchLevel >= rule.falseDiscoveryRate,
    minimumEffectiveN: rule.minimumEffectiveN >= 0 && rule.minimumEffectiveN <= rule.minimumN,
    rollingYearBelow: Number.isInteger(rule.rollingYearBelow) && rule.rollingYearBelow >= 0,
    maximumModeShift: isShare(rule.maximumModeShift),
  };
  const names = Object.keys(sensible) as (keyof FlagRuleThresholds)[];
  return names.find((name) => !sensible[name]) ?? null;
}
