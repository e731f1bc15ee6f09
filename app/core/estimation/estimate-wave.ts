import { districtKey } from '../sampling/stratum.ts';
import { largestOf } from '../statistics/largest.ts';
import { cellsInBoth, cellsWithout, domainContrast } from './domain-contrast.ts';
import type { Contrast, Estimate } from './estimate.ts';
import { estimateOf } from './estimate-of.ts';
import { binomialSize, type SharePart } from './intervals/share-part.ts';
import type { WaveDomains } from './survey-domains.ts';
import { type DomainCells, type DomainMean, domainMean } from './variance/domain-mean.ts';
import { type ItemSums, itemSums } from './variance/item-sums.ts';

/** One indicator's value of every respondent: 0 or 1 for a share, 0–100 for a mean, NaN outside its base. */
export interface IndicatorColumn {
  id: string;
  kind: 'share' | 'mean';
  values: Float64Array;
  /**
   * Gaps between groups to be compared with the rest of the city's: `women-men`, or a group against everyone
   * else.
   */
  gaps: readonly string[];
}

/** Every figure of a wave, before suppression. */
export interface WaveEstimates {
  estimates: Estimate[];
  contrasts: Contrast[];
}

/**
 * Every indicator in every published domain, each district against the rest of the city, and the gaps between
 * groups of a district against the same gap in the rest. A domain without anybody in the base has no
 * estimate.
 */
export function estimateWave(domains: WaveDomains, columns: readonly IndicatorColumn[]): WaveEstimates {
  const estimates: Estimate[] = [];
  const contrasts: Contrast[] = [];
  const planned = planContrasts(domains, [...new Set(columns.flatMap(({ gaps }) => gaps))]);
  for (const column of columns) {
    const sums = itemSums(domains.design, column.values);
    const meanOf = meansOf(domains, sums);
    const largestDesignEffect = largestDesignEffectOf(domains, meanOf);
    const { id: indicator, kind: measure } = column;
    for (const domain of domains.keys) {
      const mean = meanOf(domains.cellsOf(domain));
      if (mean) estimates.push(estimateOf({ indicator, domain, kind: measure, largestDesignEffect }, mean));
    }
    for (const { kind, domain, against, terms } of planned) {
      if (against !== null && !column.gaps.includes(against)) continue;
      const difference = domainContrast(domains.design, sums, terms);
      if (!difference) continue;
      const parts = measure === 'share' ? partsOf(terms, meanOf, largestDesignEffect) : undefined;
      contrasts.push({ indicator, domain, kind, against, ...difference, ...(parts && { parts }) });
    }
  }
  return { estimates, contrasts };
}

/** Everything that is asked of one column, each mean computed once. */
function meansOf(
  { design }: Pick<WaveDomains, 'design'>,
  sums: ItemSums,
): (cells: DomainCells) => DomainMean | null {
  const known = new Map<DomainCells, DomainMean | null>();
  return (cells) => {
    const found = known.get(cells);
    if (found !== undefined) return found;
    const mean = domainMean(design, sums, cells);
    known.set(cells, mean);
    return mean;
  };
}

/** Of the city and its districts, and at least 1. */
function largestDesignEffectOf(
  domains: WaveDomains,
  meanOf: (cells: DomainCells) => DomainMean | null,
): number {
  const keys = ['city', ...domains.districts.map(districtKey)];
  return largestOf(
    keys.map((key) => meanOf(domains.cellsOf(key))?.designEffect ?? 1),
    1,
  );
}

/** The shares of a planned contrast; undefined when one of its domains has nobody. */
function partsOf(
  terms: PlannedContrast['terms'],
  meanOf: (cells: DomainCells) => DomainMean | null,
  largestDesignEffect: number,
): SharePart[] | undefined {
  const parts: SharePart[] = [];
  for (const { sign, domain, isExact } of terms) {
    const result = meanOf(domain);
    if (!result) return undefined;
    const { mean: share, standardError, degreesOfFreedom, n, kishN } = result;
    const binomialN = binomialSize(share, result, largestDesignEffect);
    parts.push({ sign, share, standardError, degreesOfFreedom, n, kishN, binomialN, isExact });
  }
  return parts;
}

/** Domains with signs whose means add up to one contrast, and what it is called. */
interface PlannedContrast {
  kind: Contrast['kind'];
  domain: string;
  against: string | null;
  terms: { sign: 1 | -1; domain: DomainCells; isExact: boolean }[];
}

/** The contrasts of every district: cells are found once for all indicators. */
function planContrasts(domains: WaveDomains, gaps: readonly string[]): PlannedContrast[] {
  const city = domains.cellsOf('city');
  const sides = gaps.flatMap((gap) => {
    const both = domains.sidesOf(gap);
    return both ? [{ gap, ...both }] : [];
  });
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
      const inside: PlannedContrast['terms'] = [
        { sign: 1, domain: cellsInBoth(own, high), isExact: true },
        { sign: -1, domain: cellsInBoth(own, low), isExact: true },
      ];
      const outside: PlannedContrast['terms'] = [
        { sign: -1, domain: cellsInBoth(rest, high), isExact: false },
        { sign: 1, domain: cellsInBoth(rest, low), isExact: false },
      ];
      return [plan('gap', gap, inside), plan('gap-vs-rest', gap, [...inside, ...outside])];
    });
    const versusRest: PlannedContrast['terms'] = [
      { sign: 1, domain: own, isExact: true },
      { sign: -1, domain: rest, isExact: false },
    ];
    return [plan('vs-rest', null, versusRest), ...ofGaps];
  });
}
