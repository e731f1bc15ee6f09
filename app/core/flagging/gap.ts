import { type Difference, differenceInterval } from '../estimation/difference.ts';
import type { FlagRuleSettings } from '../publication/document.ts';
import { districtKey } from '../sampling/stratum.ts';
import {
  adjustOver,
  type DistrictTest,
  insufficientTest,
  isBaseSufficient,
  upperTail,
} from './district-test.ts';
import { gapDomains } from './gap-groups.ts';
import { comparableWaves, type FigureIndex, indexFigures, type WaveFigures } from './wave-figures.ts';

interface Member {
  indicator: string;
  district: number;
  group: string;
  n: number;
  gap: Difference;
  versusRest: Difference;
  pooledWith: string | null;
}

/**
 * Gap: is the difference between two groups (women and men, the old and the others, …) larger in a district than in the rest
 * of the city? Pooled with the last comparable wave where there is one, because one wave sees only gaps of
 * about 10 points. Family: all districts × headline indicators × groups.
 */
export function testGaps(
  wave: WaveFigures,
  earlier: readonly WaveFigures[],
  districts: readonly number[],
  rule: FlagRuleSettings,
): DistrictTest[] {
  const now = indexFigures(wave);
  const previous = comparableWaves(wave, earlier, rule)[0] ?? null;
  const then = previous && { waveId: previous.waveId, figures: indexFigures(previous) };

  const members: Member[] = [];
  const lacking: { indicator: string; district: number; group: string }[] = [];
  for (const indicator of rule.headlineIndicators) {
    for (const group of groupsOf(wave, indicator)) {
      for (const district of districts) {
        const member = memberOf(now, then, indicator, district, group, rule);
        if (member) members.push(member);
        else lacking.push({ indicator, district, group });
      }
    }
  }

  const q = adjustOver(members, ({ versusRest }) => upperTail(versusRest, 0));
  const tests = members.map(
    ({ indicator, district, group, n, gap, versusRest, pooledWith }, index): DistrictTest => {
      const isWide = versusRest.difference >= rule.gapMargin;
      const rate = q[index] ?? 1;
      const isAlert = isWide && rate <= rule.falseDiscoveryRate;
      const isWatch = isWide && rate <= rule.gapWatchFalseDiscoveryRate;
      return {
        kind: 'gap',
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
        familySize: members.length,
        against: 'rest',
        pooledWith,
      };
    },
  );
  const missing = lacking.map((identity) =>
    insufficientTest({ kind: 'gap', ...identity, against: 'rest' }, members.length),
  );
  return [...tests, ...missing];
}

function groupsOf({ contrasts }: WaveFigures, indicator: string): string[] {
  const groups = contrasts
    .filter((contrast) => contrast.kind === 'gap-vs-rest' && contrast.indicator === indicator)
    .flatMap(({ against }) => (against === null ? [] : [against]));
  return [...new Set(groups)].sort();
}

function memberOf(
  now: FigureIndex,
  then: { waveId: string; figures: FigureIndex } | null,
  indicator: string,
  district: number,
  group: string,
  rule: FlagRuleSettings,
): Member | null {
  const domain = districtKey(district);
  const estimate = now.estimate(indicator, domain);
  const gap = now.contrast('gap', indicator, domain, group);
  const versusRest = now.contrast('gap-vs-rest', indicator, domain, group);
  if (!estimate || !gap || !versusRest || !isBaseSufficient(estimate, rule)) return null;
  const pastGap = then?.figures.contrast('gap', indicator, domain, group);
  const pastVersusRest = then?.figures.contrast('gap-vs-rest', indicator, domain, group);
  const isPooled = pastGap !== undefined && pastVersusRest !== undefined;
  for (const side of gapDomains(group, district)) {
    const people = now.estimate(indicator, side);
    const before = isPooled ? (then?.figures.estimate(indicator, side)?.n ?? 0) : 0;
    if (people && people.n + before < rule.minimumN) return null;
  }
  return {
    indicator,
    district,
    group,
    n: estimate.n,
    gap: isPooled ? pooledDifference(gap, pastGap) : gap,
    versusRest: isPooled ? pooledDifference(versusRest, pastVersusRest) : versusRest,
    pooledWith: isPooled ? (then?.waveId ?? null) : null,
  };
}

/** The mean of two independent estimates of the same difference. */
function pooledDifference(a: Difference, b: Difference): Difference {
  return {
    difference: (a.difference + b.difference) / 2,
    standardError: Math.hypot(a.standardError, b.standardError) / 2,
    degreesOfFreedom: a.degreesOfFreedom + b.degreesOfFreedom,
  };
}
