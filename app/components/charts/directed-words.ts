import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import { formatNumber, shareDecimals } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';

/** What a difference above zero is called, and what one below it. */
export type DifferenceEnds = readonly ['worse' | 'better' | 'higher', 'worse' | 'better' | 'lower'];

/** Where an indicator has a bad end, a difference is for the worse or the better; else higher or lower. */
export function endsOf({ direction }: Pick<PublishedIndicator, 'direction'>): DifferenceEnds {
  if (direction === 'neutral') return ['higher', 'lower'];
  return direction === 'high-is-bad' ? ['worse', 'better'] : ['better', 'worse'];
}

/** A difference to be told in words. */
export interface Directed {
  difference: number;
  lower: number;
  upper: number;
  kind: 'share' | 'mean';
  /** Respondents behind the figure: fewer than a thousand carry no decimal. */
  n: number | null;
  ends: DifferenceEnds;
}

/**
 * A difference and its 95 % interval in words instead of signs: `worse by 12.1 pct points`, `9.8 to 14.4`;
 * an interval on both sides of zero names both ends, `from 0.9 better to 3.3 worse`.
 */
export function directedWords(
  { t, language }: Translator,
  { difference, lower, upper, kind, n, ends }: Directed,
): { value: string; interval: string } {
  const decimals = kind === 'mean' ? 1 : shareDecimals(n ?? 0);
  const size = (amount: number) =>
    formatNumber(language, Math.abs(amount) * (kind === 'share' ? 100 : 1), decimals);
  const isNothing = (amount: number) => size(amount) === size(0);
  const endOf = (amount: number) => ends[amount < 0 ? 1 : 0];
  const value = isNothing(difference)
    ? t('results:difference.same')
    : t(`results:difference.by.${endOf(difference)}`, {
        points: t(`results:figure.points.${kind}`, { value: size(difference) }),
      });
  if (lower < 0 && upper > 0 && !isNothing(lower) && !isNothing(upper)) {
    const [from, to] = [
      { value: size(lower), end: t(`results:difference.end.${ends[1]}`) },
      { value: size(upper), end: t(`results:difference.end.${ends[0]}`) },
    ];
    return {
      value,
      interval: t('results:difference.across', {
        lower: from.value,
        lowerEnd: from.end,
        upper: to.value,
        upperEnd: to.end,
      }),
    };
  }
  const [near, far] = upper <= 0 ? [upper, lower] : [lower, upper];
  return { value, interval: t('results:figure.range', { lower: size(near), upper: size(far) }) };
}
