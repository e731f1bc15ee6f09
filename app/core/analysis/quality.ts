import type { Estimate } from '../estimation/estimate.ts';
import type { PublishedEstimate } from '../publication/published-estimate.ts';

/** NCHS presentation standards for proportions (Parker et al. 2017). */
const widestAbsolute = 0.3;
const narrowAbsolute = 0.05;
const widestRelative = 1.3;
const leastEffectiveN = 30;
const leastDegreesOfFreedom = 8;

/**
 * Whether an estimate that may be shown is to be used with care, and why: too wide an interval, or too little
 * behind it.
 */
export function isUsedWithCare({
  value,
  effectiveN,
  degreesOfFreedom,
  kornGraubardWidth,
}: Pick<Estimate, 'value' | 'effectiveN' | 'degreesOfFreedom' | 'kornGraubardWidth'>): Pick<
  PublishedEstimate,
  'quality' | 'reason'
> {
  const width = kornGraubardWidth ?? 0;
  const rarer = Math.min(value, 1 - value);
  if (width > widestAbsolute || (width > narrowAbsolute && rarer > 0 && width > widestRelative * rarer)) {
    return { quality: 'use-with-care', reason: 'wide-interval' };
  }
  if (effectiveN < leastEffectiveN || degreesOfFreedom < leastDegreesOfFreedom) {
    return { quality: 'use-with-care', reason: 'few-effective' };
  }
  return { quality: 'good', reason: null };
}
