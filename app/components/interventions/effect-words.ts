import type { Effect, EffectEstimate } from '#core/effect/effect.ts';
import { formatNumber, signedNumber } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { InterventionEffect } from '../../use-cases/results/interventions/intervention-effect.server.ts';
import type { AimedMeasure } from '../../use-cases/results/interventions/measured-aim.server.ts';

/** Amounts as they are said: in points, and as improvements, so that more is better. */
export interface SaidAmounts {
  /** With its sign, and how large it is either way. */
  size: string;
  amount: string;
  lower: string;
  upper: string;
  smallest: string;
  /** The text of the unit. */
  unit: string;
}

/** A difference of an indicator as an improvement of it, in points. */
export function improvement(
  { direction, kind }: Pick<AimedMeasure, 'direction' | 'kind'>,
  { size, lower, upper }: Pick<EffectEstimate, 'size' | 'lower' | 'upper'>,
): { size: number; lower: number; upper: number } {
  const scale = kind === 'share' ? 100 : 1;
  return direction === 'high-is-bad'
    ? { size: -size * scale, lower: -upper * scale, upper: -lower * scale }
    : { size: size * scale, lower: lower * scale, upper: upper * scale };
}

/** What an estimate says, in the reader's numbers. */
export function amountsOf(
  { t, language }: Translator,
  aim: AimedMeasure,
  estimate: EffectEstimate,
): SaidAmounts {
  const better = improvement(aim, estimate);
  const scale = aim.kind === 'share' ? 100 : 1;
  return {
    size: signedNumber(language, better.size, 1),
    amount: formatNumber(language, Math.abs(better.size), 1),
    lower: signedNumber(language, better.lower, 1),
    upper: signedNumber(language, better.upper, 1),
    smallest: formatNumber(language, estimate.smallestEffect * scale, 1),
    unit: t(`interventions:unit.${aim.kind}`),
  };
}

/** What came of an intervention, in one careful sentence; that it cannot be told is a result too. */
export function effectSentence(translator: Translator, { effect, aim }: InterventionEffect): string {
  const { t } = translator;
  const { verdict, estimate } = effect;
  if (!estimate) return t(`interventions:effect.without.${effect.reasons[0] ?? 'no-wave-after'}`);
  const said = amountsOf(translator, aim, estimate);
  return t(`interventions:effect.${saidAs(effect, verdict)}`, { name: aimWords(translator, aim), ...said });
}

function saidAs(
  { reasons }: Effect,
  verdict: Effect['verdict'],
): 'helped' | 'worse' | 'zero' | 'moved' | 'seen' {
  if (verdict === 'helped' || verdict === 'worse') return verdict;
  if (reasons.includes('interval-holds-zero')) return 'zero';
  return reasons.includes('moved-before') ? 'moved' : 'seen';
}

/** What is measured, in words. */
export function aimWords({ t, language }: Translator, { name }: Pick<AimedMeasure, 'name'>): string {
  return name?.[language] ?? t('interventions:placeAim');
}

/**
 * Whether the aim was reached, by the interval of the effect: it is only where the whole interval lies beyond
 * it and something is said to have helped, and it is not where all of it lies short of it.
 */
export function aimReached({ effect, aim }: InterventionEffect, points: number): 'met' | 'not-met' | 'open' {
  if (!effect.estimate) return 'open';
  const { lower, upper } = improvement(aim, effect.estimate);
  if (upper < points) return 'not-met';
  return lower >= points && effect.verdict === 'helped' ? 'met' : 'open';
}
