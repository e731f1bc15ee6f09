import { studentUpper } from '../statistics/distributions.ts';
import type { Estimate } from './estimate.ts';
import { type Interval, studentInterval } from './intervals/interval.ts';
import { excessProbability, moverInterval } from './intervals/mover.ts';
import { meanPart, type SharePart } from './intervals/share-part.ts';

/** A difference with its standard error, in the units of its figures. */
export interface Difference {
  difference: number;
  standardError: number;
  degreesOfFreedom: number;
  /**
   * The shares that it is made of; without them, as for means of points, it is symmetric and Student's t
   * tells its error.
   */
  parts?: readonly SharePart[] | undefined;
}

type Figure = Pick<Estimate, 'value' | 'standardError' | 'degreesOfFreedom' | 'n' | 'kishN' | 'binomialN'>;

/** An estimate as a difference from zero. */
export function asDifference({
  value,
  standardError,
  degreesOfFreedom,
  n,
  kishN,
  binomialN,
}: Figure): Difference {
  const sum = { difference: value, standardError, degreesOfFreedom };
  if (binomialN === null) return sum;
  return {
    ...sum,
    parts: [{ sign: 1, share: value, standardError, degreesOfFreedom, n, kishN, binomialN, isExact: true }],
  };
}

/**
 * The difference of two independent figures, such as the same domain in two waves: variances and degrees of
 * freedom add.
 */
export function independentDifference(later: Difference, earlier: Difference): Difference {
  const difference = {
    difference: later.difference - earlier.difference,
    standardError: Math.hypot(later.standardError, earlier.standardError),
    degreesOfFreedom: later.degreesOfFreedom + earlier.degreesOfFreedom,
  };
  if (!later.parts || !earlier.parts) return difference;
  const taken = earlier.parts.map((part): SharePart => ({ ...part, sign: part.sign > 0 ? -1 : 1 }));
  return { ...difference, parts: [...later.parts, ...taken] };
}

/** What a figure changed by since an earlier wave, whose sample is another. */
export function changeSince(now: Figure, then: Figure): Difference {
  return independentDifference(asDifference(now), asDifference(then));
}

/**
 * The mean of the same difference in two independent samples: V = (V₁ + V₂)/4. Both must be made of the same
 * shares.
 */
export function meanDifference(a: Difference, b: Difference): Difference {
  const mean = {
    difference: (a.difference + b.difference) / 2,
    standardError: Math.hypot(a.standardError, b.standardError) / 2,
    degreesOfFreedom: a.degreesOfFreedom + b.degreesOfFreedom,
  };
  const { parts } = a;
  if (!parts || !b.parts || parts.length !== b.parts.length) return mean;
  return { ...mean, parts: b.parts.map((part, index) => meanPart(parts[index] as SharePart, part)) };
}

/** 95 % interval of a difference: of shares by MOVER, of means by Student's t. */
export function differenceInterval(difference: Difference): Interval {
  const { parts, standardError, degreesOfFreedom } = difference;
  if (parts) return moverInterval({ ...difference, parts });
  return studentInterval(difference.difference, standardError, degreesOfFreedom);
}

/**
 * One-sided p-value of H₀: difference ≤ margin, by inverting the interval: of shares with exact limits, of
 * means by Student's t.
 */
export function upperTail(difference: Difference, margin: number): number {
  const { parts } = difference;
  if (parts) return excessProbability({ ...difference, parts }, margin);
  return studentTail(difference, margin);
}

/** One-sided p-value of H₀: difference ≥ margin. */
export function lowerTail(difference: Difference, margin: number): number {
  return upperTail(negated(difference), -margin);
}

/** One-sided p-value of H₀: difference ≤ margin, by Student's t whatever the difference is made of. */
export function studentTail(
  { difference, standardError, degreesOfFreedom }: Difference,
  margin: number,
): number {
  if (standardError <= 0) return difference > margin ? 0 : 1;
  return studentUpper((difference - margin) / standardError, Math.max(1, degreesOfFreedom));
}

/** The same difference taken the other way round. */
export function negated(difference: Difference): Difference {
  const parts = difference.parts?.map((part): SharePart => ({ ...part, sign: part.sign > 0 ? -1 : 1 }));
  return { ...difference, difference: -difference.difference, parts };
}
