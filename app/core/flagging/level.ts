import { asDifference, differenceInterval, upperTail } from '../estimation/difference.ts';
import type { Contrast, Estimate } from '../estimation/estimate.ts';
import { districtKey } from '../sampling/stratum.ts';
import { benjaminiHochberg } from '../statistics/false-discovery.ts';
import {
  adjustOver,
  type DistrictTest,
  insufficientTest,
  isBaseSufficient,
  onOneWave,
} from './district-test.ts';
import type { FlagRuleSettings } from './rule-settings.ts';
import type { FigureIndex } from './wave-figures.ts';

interface Member {
  indicator: string;
  district: number;
  estimate: Estimate;
  versusRest: Contrast;
}

/**
 * Level: is a district worse than the rest of the city by more than the margin (alert), or worse at all and
 * by an estimated margin or more (watch)? One family of all districts × headline indicators.
 */
export function testLevel(
  figures: FigureIndex,
  districts: readonly number[],
  rule: FlagRuleSettings,
): DistrictTest[] {
  const { members, lacking } = familyOf(figures, districts, rule);
  const beyondMargin = adjustOver(members, ({ versusRest }) => upperTail(versusRest, rule.levelMargin));
  const beyondZero = adjustOver(members, ({ versusRest }) => upperTail(versusRest, 0));
  const tests = members.map(({ indicator, district, estimate, versusRest }, index): DistrictTest => {
    const qMargin = beyondMargin[index] ?? 1;
    const qZero = beyondZero[index] ?? 1;
    const isAlert = qMargin <= rule.falseDiscoveryRate;
    const isWatch = qZero <= rule.falseDiscoveryRate && versusRest.difference >= rule.levelMargin;
    return {
      kind: 'level',
      ...onOneWave,
      indicator,
      district,
      group: null,
      severity: isAlert ? 'alert' : isWatch ? 'watch' : 'none',
      estimate: estimate.value,
      size: versusRest.difference,
      standardError: versusRest.standardError,
      ...differenceInterval(versusRest),
      n: estimate.n,
      q: isAlert ? qMargin : qZero,
      alertQ: qMargin,
      familySize: members.length,
      against: 'rest',
    };
  });
  const missing = lacking.map(({ indicator, district }) =>
    insufficientTest({ kind: 'level', indicator, district, group: null, against: 'rest' }, members.length),
  );
  return [...tests, ...missing];
}

/**
 * Absolute: does the share surely exceed the policy's threshold (alert), or is it estimated at the threshold
 * or above and that with some evidence (watch: one-sided p of this test alone)? So that "all are bad" is
 * seen, and the worst district of a safe city is not. An interval that merely reaches the threshold says how
 * small the sample is.
 */
export function testAbsolute(
  figures: FigureIndex,
  districts: readonly number[],
  rule: FlagRuleSettings,
): DistrictTest[] {
  const thresholdOf = (indicator: string): number => rule.absoluteThreshold[indicator] ?? 1;
  const isJudged = (indicator: string): boolean => rule.absoluteThreshold[indicator] !== undefined;
  const headlineIndicators = rule.headlineIndicators.filter(isJudged);
  const { members, lacking } = familyOf(figures, districts, { ...rule, headlineIndicators });
  const p = members.map(({ indicator, estimate }) =>
    upperTail(asDifference(estimate), thresholdOf(indicator)),
  );
  const q = benjaminiHochberg(p);
  const tests = members.map(({ indicator, district, estimate }, index): DistrictTest => {
    const threshold = thresholdOf(indicator);
    const isAlert = (q[index] ?? 1) <= rule.falseDiscoveryRate;
    const isWatch = estimate.value >= threshold && (p[index] ?? 1) <= rule.absoluteWatchLevel;
    return {
      kind: 'absolute',
      ...onOneWave,
      indicator,
      district,
      group: null,
      severity: isAlert ? 'alert' : isWatch ? 'watch' : 'none',
      estimate: estimate.value,
      size: estimate.value - threshold,
      standardError: estimate.standardError,
      lower: estimate.lower - threshold,
      upper: estimate.upper - threshold,
      n: estimate.n,
      q: q[index] ?? 1,
      alertQ: q[index] ?? 1,
      familySize: members.length,
      against: `threshold:${threshold}`,
    };
  });
  const missing = lacking.map(({ indicator, district }) => {
    const against = `threshold:${thresholdOf(indicator)}`;
    return insufficientTest({ kind: 'absolute', indicator, district, group: null, against }, members.length);
  });
  return [...tests, ...missing];
}

/** Districts × indicators with a sufficient base, chosen blind to the outcome, and those without. */
function familyOf(
  figures: FigureIndex,
  districts: readonly number[],
  rule: FlagRuleSettings,
): { members: Member[]; lacking: { indicator: string; district: number }[] } {
  const members: Member[] = [];
  const lacking: { indicator: string; district: number }[] = [];
  for (const indicator of rule.headlineIndicators) {
    for (const district of districts) {
      const estimate = figures.estimate(indicator, districtKey(district));
      const versusRest = figures.contrast('vs-rest', indicator, districtKey(district));
      if (estimate && versusRest && isBaseSufficient(estimate, rule)) {
        members.push({ indicator, district, estimate, versusRest });
      } else lacking.push({ indicator, district });
    }
  }
  return { members, lacking };
}
