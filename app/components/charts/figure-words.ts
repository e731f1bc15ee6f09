import { restOf } from '#core/analysis/rest-comparison.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import { formatNumber, formatPoints, formatShare, shareDecimals } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';

type Kind = 'share' | 'mean';

/** `43 %` for a share, `61.5` for a mean; decimals as the base allows. */
export function valueWords({ language }: Translator, kind: Kind, value: number, n: number | null): string {
  if (kind === 'mean') return formatNumber(language, value, 1);
  return formatShare(language, value, shareDecimals(n ?? 0));
}

/** `40–46`, without the unit: it stands beside a value that has it. */
export function intervalWords(
  { language }: Translator,
  kind: Kind,
  lower: number,
  upper: number,
  n: number | null,
): string {
  const decimals = kind === 'mean' ? 1 : shareDecimals(n ?? 0);
  const scale = kind === 'mean' ? 1 : 100;
  return [lower, upper].map((edge) => formatNumber(language, edge * scale, decimals)).join('–');
}

/** `43 % (40–46)`, or the words for a hidden figure. */
export function estimateWords(
  translator: Translator,
  kind: Kind,
  estimate: PublishedEstimate | null,
): string {
  if (!estimate || estimate.value === null) return translator.t('results:trend.hidden');
  const { value, lower, upper, n } = estimate;
  const words = valueWords(translator, kind, value, n);
  if (lower === null || upper === null) return words;
  return `${words} (${intervalWords(translator, kind, lower, upper, n)})`;
}

/** A difference with sign, unit and its 95 % interval: `+5.2 percentage points (2.1 to 8.3)`. */
export function differenceWords(
  { language, t }: Translator,
  kind: Kind,
  { difference, lower, upper }: { difference: number; lower: number; upper: number },
): string {
  const scale = kind === 'mean' ? 0.01 : 1;
  const signed = (value: number) => formatPoints(language, value * scale, 1);
  const values = { value: signed(difference), lower: signed(lower), upper: signed(upper) };
  return t(`results:trend.difference.${kind}`, values);
}

/** A practical margin with its unit: `3 pct points`; it is written as of a share, and means go to 100. */
export function marginWords({ t, language }: Translator, kind: Kind, margin: number): string {
  const value = formatNumber(
    language,
    margin * 100,
    Number.isInteger(Math.round(margin * 1e6) / 1e4) ? 0 : 1,
  );
  return t(`results:figure.points.${kind}`, { value });
}

/** Why a figure is hidden or to be used with care; null for a good one. */
export function qualityWords({ t }: Translator, { quality, reason }: PublishedEstimate): string | null {
  if (quality === 'good') return null;
  return t(`results:figure.reason.${reason ?? 'few-respondents'}`);
}

/**
 * The figure of the rest of the city, with as many decimals as the district's; nothing where it is not shown.
 */
export function restFigureWords(
  translator: Translator,
  kind: Kind,
  estimate: PublishedEstimate | null,
): string | null {
  const rest = estimate && restOf(estimate);
  return typeof rest === 'number' ? valueWords(translator, kind, rest, estimate?.n ?? 0) : null;
}
