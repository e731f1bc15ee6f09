import { districtKey } from '../sampling/stratum.ts';
import { cellsInBoth, cellsWithout, domainContrast } from './domain-contrast.ts';
import { type DomainCells, type DomainMean, domainMean } from './domain-mean.ts';
import type { Contrast, Estimate } from './estimate.ts';
import { kornGraubardInterval, studentInterval } from './interval.ts';
import { itemSums } from './item-sums.ts';
import { shareInterval } from './share-interval.ts';
import type { WaveDomains } from './wave-sample.ts';
import { hasVariance, zeroVarianceInterval } from './zero-variance.ts';

/** One indicator's value of every respondent: 0 or 1 for a share, 0–100 for a mean, NaN outside its base. */
export interface IndicatorColumn {
  id: string;
  kind: 'share' | 'mean';
  values: Float64Array;
  /** Gaps between groups to be compared with the rest of the city's: `women-men`, or a group against everyone else. */
  gaps: readonly string[];
}

/** Every figure of a wave, before suppression. */
export interface WaveEstimates {
  estimates: Estimate[];
  contrasts: Contrast[];
}

/** What a mean of points can be. */
const pointRange = { least: 0, greatest: 100 };

/**
 * Every indicator in every published domain, each district against the rest of the city, and the gaps between groups of
 * a district against the same gap in the rest. A domain without anybody in the base has no estimate.
 */
export function estimateWave(domains: WaveDomains, columns: readonly IndicatorColumn[]): WaveEstimates {
  const estimates: Estimate[] = [];
  const contrasts: Contrast[] = [];
  const planned = planContrasts(domains, [...new Set(columns.flatMap(({ gaps }) => gaps))]);
  for (const column of columns) {
    const sums = itemSums(domains.design, column.values);
    for (const domain of domains.keys) {
      const mean = domainMean(domains.design, sums, domains.cellsOf(domain));
      if (mean) estimates.push(estimateOf(column, domain, mean));
    }
    for (const { kind, domain, against, terms } of planned) {
      if (against !== null && !column.gaps.includes(against)) continue;
      const difference = domainContrast(domains.design, sums, terms);
      if (difference) contrasts.push({ indicator: column.id, domain, kind, against, ...difference });
    }
  }
  return { estimates, contrasts };
}

function estimateOf({ id, kind }: IndicatorColumn, domain: string, result: DomainMean): Estimate {
  const { mean, standardError, n, baseShare, positive, degreesOfFreedom, designEffect } = result;
  const atLeastOne = Math.max(1, degreesOfFreedom);
  const common = {
    indicator: id,
    domain,
    value: mean,
    standardError,
    degreesOfFreedom,
    n,
    baseShare,
    effectiveN: designEffect > 0 ? n / designEffect : n,
    designEffect,
  };
  if (kind === 'mean') {
    const { lower, upper } = hasVariance(standardError, pointRange)
      ? studentInterval(mean, standardError, atLeastOne)
      : zeroVarianceInterval(mean, n, pointRange);
    return {
      ...common,
      lower: Math.max(0, lower),
      upper: Math.min(100, upper),
      intervalMethod: 'student',
      rarerCount: null,
      kornGraubardWidth: null,
    };
  }
  const exact = kornGraubardInterval(mean, standardError, n, atLeastOne);
  const { lower, upper, method } = shareInterval(result);
  return {
    ...common,
    lower,
    upper,
    intervalMethod: method,
    rarerCount: Math.min(positive, n - positive),
    kornGraubardWidth: exact.upper - exact.lower,
  };
}

/** Domains with signs whose means add up to one contrast, and what it is called. */
interface PlannedContrast {
  kind: Contrast['kind'];
  domain: string;
  against: string | null;
  terms: { sign: number; domain: DomainCells }[];
}

/** The contrasts of every district: cells are found once for all indicators. */
function planContrasts(domains: WaveDomains, gaps: readonly string[]): PlannedContrast[] {
  const city = domains.cellsOf('city');
  const sides = gaps.map((gap) => ({ gap, ...gapSides(domains, gap) }));
  return domains.districts.flatMap((district): PlannedContrast[] => {
    const domain = districtKey(district);
    const own = domains.cellsOf(domain);
    const rest = cellsWithout(city, own);
    const plan = (kind: Contrast['kind'], against: string | null, terms: PlannedContrast['terms']) => ({
      kind,
      domain,
      against,
      terms,
    });
    const ofGaps = sides.flatMap(({ gap, high, low }) => {
      const gapIn = (whole: DomainCells, sign: number) => [
        { sign, domain: cellsInBoth(whole, high) },
        { sign: -sign, domain: cellsInBoth(whole, low) },
      ];
      const inside = gapIn(own, 1);
      return [plan('gap', gap, inside), plan('gap-vs-rest', gap, [...inside, ...gapIn(rest, -1)])];
    });
    const versusRest = [
      { sign: 1, domain: own },
      { sign: -1, domain: rest },
    ];
    return [plan('vs-rest', null, versusRest), ...ofGaps];
  });
}

function gapSides(domains: WaveDomains, gap: string): { high: DomainCells; low: DomainCells } {
  if (gap === 'women-men') return { high: domains.cellsOf('sex:F'), low: domains.cellsOf('sex:M') };
  const high = domains.cellsOf(gap);
  return { high, low: cellsWithout(domains.cellsOf('city'), high) };
}
