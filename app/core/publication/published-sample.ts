import { districts } from '../city.ts';
import type { TestedSample } from '../flagging/detectable.ts';
import { comparedGaps } from '../flagging/gap-groups.ts';
import type { FlagRuleSettings } from './document.ts';

/** The share that plans reckon with where none is named: that of the headline indicators, roughly. */
const plannedShare = 0.3;
/** The design effect that plans reckon with before any weight is known (method 3.6). */
const plannedDesignEffect = 1.3;

/** A sample of the same size in every district of the city, read by one rule. */
export function evenSample(
  respondents: number,
  rule: FlagRuleSettings,
  {
    designEffect = plannedDesignEffect,
    share = plannedShare,
  }: { designEffect?: number; share?: number } = {},
): TestedSample {
  return {
    respondents: districts.map(() => respondents),
    designEffect,
    share,
    rule,
    gaps: comparedGaps.length,
  };
}
