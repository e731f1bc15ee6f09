import type { Estimate } from '../estimation/estimate.ts';
import type { DraftEstimate } from './draft.ts';
import { isUsedWithCare } from './quality.ts';

/** An estimate as a draft carries it, compared with nothing yet. */
export function exactFigure(estimate: Estimate): DraftEstimate {
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
