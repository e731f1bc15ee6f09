import type { Estimate } from './estimate.ts';
import { type Interval, studentInterval } from './interval.ts';

/** A difference with its standard error, in the units of its figures. */
export interface Difference {
  difference: number;
  standardError: number;
  degreesOfFreedom: number;
}

/** An estimate as a difference from zero. */
export function asDifference({
  value,
  standardError,
  degreesOfFreedom,
}: Pick<Estimate, 'value' | 'standardError' | 'degreesOfFreedom'>): Difference {
  return { difference: value, standardError, degreesOfFreedom };
}

/** The difference of two independent figures, such as the same domain in two waves: variances and degrees of freedom add. */
export function independentDifference(later: Difference, earlier: Difference): Difference {
  return {
    difference: later.difference - earlier.difference,
    standardError: Math.hypot(later.standardError, earlier.standardError),
    degreesOfFreedom: later.degreesOfFreedom + earlier.degreesOfFreedom,
  };
}

/** 95 % interval of a difference, by Student's t. */
export function differenceInterval({ difference, standardError, degreesOfFreedom }: Difference): Interval {
  return studentInterval(difference, standardError, degreesOfFreedom);
}
