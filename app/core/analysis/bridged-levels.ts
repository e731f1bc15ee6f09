import { leastDegreesOfFreedom } from '../estimation/intervals/least-degrees-of-freedom.ts';
import { bridgedEstimate } from '../estimation/mode-effect.ts';
import type { PublishedWave } from '../fieldwork/published-wave.ts';
import type { FlagRuleSettings } from '../flagging/rule-settings.ts';
import { isOnOneScale, seriesBreaks } from '../flagging/series-break.ts';
import type { PublishedEstimate } from '../publication/published-estimate.ts';
import type { PublishedIndicator } from '../publication/published-indicator.ts';
import type {
  PublishedModeEffect,
  PublishedParallelSample,
} from '../publication/published-parallel-sample.ts';
import { ageBands, sexes } from '../sampling/stratum.ts';

/**
 * The level that a wave before a break would have had in the mode after it. It is no published figure and is
 * tested for nothing.
 */
export interface BridgedLevel {
  wave: PublishedWave;
  value: number;
  standardError: number;
  lower: number;
  upper: number;
}

interface Bridge {
  kind: PublishedIndicator['kind'];
  /** Published figures of the whole city, one for each wave. */
  figures: readonly { wave: PublishedWave; estimate: PublishedEstimate }[];
  /** The wave beside which the sample was asked. */
  wave: PublishedWave;
  sample: Pick<PublishedParallelSample, 'modes' | 'questionnaireVersion'>;
  effect: PublishedModeEffect;
  rule: Pick<FlagRuleSettings, 'maximumModeShift'>;
  /** How many districts the strata lie in. */
  districts: number;
}

/**
 * Bridged levels of the waves before `wave` that were asked as the parallel sample was, and that nothing but
 * the mode parts from it: by a break of the questionnaire or of the method no mode effect leads.
 */
export function bridgedLevels({
  kind,
  figures,
  wave,
  sample,
  effect,
  rule,
  districts,
}: Bridge): BridgedLevel[] {
  const strata = districts * ageBands.length * sexes.length;
  const degreesOfFreedom =
    leastDegreesOfFreedom(effect.n.to, strata) + leastDegreesOfFreedom(effect.n.from, strata);
  return figures.flatMap(({ wave: before, estimate }): BridgedLevel[] => {
    const { value, standardError, n } = estimate;
    if (before.waveId >= wave.waveId || value === null || standardError === null || n === null) return [];
    if (!isOnOneScale(before, wave, estimate.indicator)) return [];
    if (seriesBreaks(before, sample, rule).length > 0) return [];
    const breaks = seriesBreaks(before, wave, rule);
    if (breaks.length === 0 || breaks.some((found) => found.kind !== 'mode')) return [];
    const level = bridgedEstimate(
      { value, standardError, degreesOfFreedom: leastDegreesOfFreedom(n, strata) },
      { ...effect, degreesOfFreedom },
      kind === 'share' ? 1 : 100,
    );
    return [{ wave: before, ...level }];
  });
}
