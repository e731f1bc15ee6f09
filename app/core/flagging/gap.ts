import { type Difference, differenceInterval, upperTail } from '../estimation/difference.ts';
import { districtKey } from '../sampling/stratum.ts';
import {
  adjustOver,
  type DistrictTest,
  insufficientTest,
  isBaseSufficient,
  onOneWave,
} from './district-test.ts';
import { gapDomains } from './gap-groups.ts';
import { isHeadline, pooledBasis, rollingYear } from './rolling-year.ts';
import type { FlagRuleSettings } from './rule-settings.ts';
import { type FigureIndex, indexFigures, type WaveFigures } from './wave-figures.ts';

interface Member {
  indicator: string;
  district: number;
  group: string;
  n: number;
  gap: Difference;
  versusRest: Difference;
  isPooled: boolean;
}

/**
 * Gap: is the difference between two groups (women and men, the old and the others, …) larger in a district
 * than in the rest of the city? Of the rolling year where both waves tell of it, because one wave sees only
 * gaps of about 10 points. Both sides need the base of the rule. Family: all districts × headline indicators
 * × groups.
 */
export function testGaps(
  wave: WaveFigures,
  earlier: readonly WaveFigures[],
  districts: readonly number[],
  rule: FlagRuleSettings,
): DistrictTest[] {
  const year = rollingYear(wave, earlier, rule, isHeadline(rule));
  const ofYear = year && indexFigures(year.figures);
  const ofWave = indexFigures(wave);
  const members: Member[] = [];
  const lacking: { indicator: string; district: number; group: string; isPooled: boolean }[] = [];
  for (const indicator of rule.headlineIndicators) {
    for (const group of groupsOf(wave, indicator)) {
      for (const district of districts) {
        const domain = districtKey(district);
        const isPooled = (['gap', 'gap-vs-rest'] as const).every(
          (kind) => ofYear?.contrast(kind, indicator, domain, group) !== undefined,
        );
        const figures = isPooled && ofYear ? ofYear : ofWave;
        const member = memberOf(figures, indicator, district, group, rule);
        if (member) members.push({ ...member, isPooled });
        else lacking.push({ indicator, district, group, isPooled });
      }
    }
  }

  const q = adjustOver(members, ({ versusRest }) => upperTail(versusRest, 0));
  const tests = members.map(
    ({ indicator, district, group, n, gap, versusRest, isPooled }, index): DistrictTest => {
      const isWide = versusRest.difference >= rule.gapMargin;
      const rate = q[index] ?? 1;
      const isAlert = isWide && rate <= rule.differenceAlertRate;
      const isWatch = isWide && rate <= rule.gapWatchFalseDiscoveryRate;
      return {
        kind: 'gap',
        ...onOneWave,
        ...(isPooled && year && pooledBasis(year)),
        indicator,
        district,
        group,
        severity: isAlert ? 'alert' : isWatch ? 'watch' : 'none',
        estimate: gap.difference,
        size: versusRest.difference,
        standardError: versusRest.standardError,
        ...differenceInterval(versusRest),
        n,
        q: rate,
        alertQ: rate,
        familySize: members.length,
        against: 'rest',
      };
    },
  );
  const missing = lacking.map(({ isPooled, ...identity }) => ({
    ...insufficientTest({ kind: 'gap', ...identity, against: 'rest' }, members.length),
    ...(isPooled && year && pooledBasis(year)),
  }));
  return [...tests, ...missing];
}

function groupsOf({ contrasts }: WaveFigures, indicator: string): string[] {
  const groups = contrasts
    .filter((contrast) => contrast.kind === 'gap-vs-rest' && contrast.indicator === indicator)
    .flatMap(({ against }) => (against === null ? [] : [against]));
  return [...new Set(groups)].sort();
}

function memberOf(
  figures: FigureIndex,
  indicator: string,
  district: number,
  group: string,
  rule: FlagRuleSettings,
): Omit<Member, 'isPooled'> | null {
  const domain = districtKey(district);
  const estimate = figures.estimate(indicator, domain);
  const gap = figures.contrast('gap', indicator, domain, group);
  const versusRest = figures.contrast('gap-vs-rest', indicator, domain, group);
  if (!estimate || !gap || !versusRest || !isBaseSufficient(estimate, rule)) return null;
  const sides =
    gap.parts ?? gapDomains(group, district).flatMap((side) => figures.estimate(indicator, side) ?? []);
  if (!sides.every((side) => isBaseSufficient(side, rule))) return null;
  return { indicator, district, group, n: estimate.n, gap, versusRest };
}
