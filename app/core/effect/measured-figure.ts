import { type Interval, studentInterval, wilsonInterval } from '../estimation/intervals/interval.ts';
import { leastDegreesOfFreedom } from '../estimation/intervals/least-degrees-of-freedom.ts';
import { binomialSize } from '../estimation/intervals/share-part.ts';
import { hasVariance, zeroVarianceInterval } from '../estimation/intervals/zero-variance.ts';
import { ageBands, sexes } from '../sampling/stratum.ts';
import { largestOf } from '../statistics/largest.ts';

/** A figure with the limits that differences of it are computed from. */
export interface MeasuredFigure extends Interval {
  value: number;
  /** Of its sampling; 0–1 for shares, points for means. */
  standardError: number;
  /** Respondents, rounded down to 10 as published. */
  n: number;
  /** Its published change since an earlier wave; null or absent where there is none. */
  change?: PublishedFigure['change'];
}

/** What a publication says of one figure. */
export interface PublishedFigure {
  indicator: string;
  domain: string;
  value: number | null;
  standardError: number | null;
  n: number | null;
  designEffect: number | null;
  change?: { against: string; difference: number } | null;
}

const strataOfDistrict = ageBands.length * sexes.length;
const points = { least: 0, greatest: 100 };

/**
 * An indicator's figures of the districts in one publication, by `districtKey`, without the suppressed ones.
 * Limits are Wilson's at the size of a simple random sample that tells as much (`binomialSize`), for means
 * Student's t, as of every other difference (method 3.5).
 */
export function districtFigures(
  estimates: readonly PublishedFigure[],
  { id, kind }: { id: string; kind: 'share' | 'mean' },
): Map<string, MeasuredFigure> {
  const own = estimates.filter(({ indicator, domain }) => indicator === id && /^D\d\d$/.test(domain));
  const largestDesignEffect = largestOf(
    own.map(({ designEffect }) => designEffect ?? 1),
    1,
  );
  return new Map(
    own.flatMap((estimate) => {
      const { value, standardError, n } = estimate;
      if (value === null || standardError === null || n === null || n === 0) return [];
      const figure = { value, standardError, n };
      const measured = kind === 'share' ? ofShare(figure, largestDesignEffect) : ofMean(figure);
      return [[estimate.domain, { ...measured, change: estimate.change ?? null }] as const];
    }),
  );
}

type Known = Pick<MeasuredFigure, 'value' | 'standardError' | 'n'>;

function ofShare({ value, standardError, n }: Known, largestDesignEffect: number): MeasuredFigure {
  const degreesOfFreedom = leastDegreesOfFreedom(n, strataOfDistrict);
  const size = binomialSize(value, { standardError, n, degreesOfFreedom }, largestDesignEffect);
  return { value, standardError, n, ...wilsonInterval(value, 0, size) };
}

function ofMean({ value, standardError, n }: Known): MeasuredFigure {
  const limits = hasVariance(standardError, points)
    ? studentInterval(value, standardError, Math.max(1, leastDegreesOfFreedom(n, strataOfDistrict)))
    : zeroVarianceInterval(value, n, points);
  return { value, standardError, n, ...limits };
}
