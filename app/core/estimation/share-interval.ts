import {
  fewAnswers,
  type Interval,
  kornGraubardInterval,
  kornGraubardSize,
  logitInterval,
} from './intervals/interval.ts';
import type { DomainMean } from './variance/domain-mean.ts';

/** The 95 % interval of a share, and what it was computed with. */
export interface ShareInterval extends Interval {
  method: 'logit' | 'korn-graubard';
}

/**
 * The interval that a share is shown with (method 3.4): logit, and Korn–Graubard where fewer than ten
 * effective respondents gave the rarer answer.
 */
export function shareInterval({
  mean,
  standardError,
  n,
  degreesOfFreedom,
}: Pick<DomainMean, 'mean' | 'standardError' | 'n' | 'degreesOfFreedom'>): ShareInterval {
  const atLeastOne = Math.max(1, degreesOfFreedom);
  const rarer = Math.min(mean, 1 - mean) * kornGraubardSize(mean, standardError, n, atLeastOne);
  const logit = rarer < fewAnswers ? null : logitInterval(mean, standardError, atLeastOne);
  if (logit) return { ...logit, method: 'logit' };
  const { lower, upper } = kornGraubardInterval(mean, standardError, n, atLeastOne);
  return { lower, upper, method: 'korn-graubard' };
}
