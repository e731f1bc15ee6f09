import { districts } from '#city/city.ts';
import { comparedGaps } from '../flagging/gap-groups.ts';
import type { TestedSample } from '../flagging/power/detectable.ts';
import type { FlagRuleSettings } from '../flagging/rule-settings.ts';
import type { PublicationDocument } from '../publication/document.ts';
import { districtKey } from '../sampling/stratum.ts';

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

/**
 * The sample that a publication rests on, by its own rule and with the design effect of its weights: the
 * respondents of every district are the largest base that is shown of it, and districts of which nothing is
 * shown are left out. Where that is all of them, the size that was planned.
 */
export function publishedSample({
  estimates,
  method,
  wave,
}: Pick<PublicationDocument, 'estimates' | 'method' | 'wave'>): TestedSample {
  const largest = new Map<string, number>();
  for (const { domain, n } of estimates) largest.set(domain, Math.max(largest.get(domain) ?? 0, n ?? 0));
  const shown = districts.map(({ number }) => largest.get(districtKey(number)) ?? 0).filter((n) => n > 0);
  const sample = evenSample(wave.sampleSizePerDistrict, method.rule, {
    designEffect: method.weighting.designEffect,
  });
  return shown.length > 0 ? { ...sample, respondents: shown } : sample;
}
