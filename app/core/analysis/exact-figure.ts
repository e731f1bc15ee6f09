import type { Estimate } from '../estimation/estimate.ts';
import type { ExactEstimate } from '../publication/exact-publication.ts';
import { isUsedWithCare } from './quality.ts';

/** An estimate as an exact publication carries it, compared with nothing yet. */
export function exactFigure(estimate: Estimate): ExactEstimate {
  return {
    indicator: estimate.indicator,
    domain: estimate.domain,
    ...isUsedWithCare(estimate),
    value: estimate.value,
    standardError: estimate.standardError,
    lower: estimate.lower,
    upper: estimate.upper,
    n: estimate.n,
    designEffect: estimate.designEffect,
    intervalMethod: estimate.intervalMethod,
    rarerCount: estimate.rarerCount,
    versusRest: null,
    change: null,
    rankRange: null,
  };
}
