import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber, formatShare, shareDecimals } from '../../i18n/format.ts';

interface FigureProps {
  estimate: PublishedEstimate;
  kind: 'share' | 'mean';
  /** Who is in the base, in words. In a table the caption may say it once: then leave it out and name the caption's base there. */
  base?: string;
  /** `sentence`: 43 % ± 3 (n = 1,640); `cell`: 43 % (40–46) (n = 1,640); `clause`: 43 % ± 3, where n and base end the sentence. */
  form?: 'sentence' | 'cell' | 'clause';
}

/**
 * A published figure is never drawn bare: value, margin, number of respondents and base stand together, so that no page and
 * no screenshot can lose one of them. An interval that reaches much further to one side is shown by its ends.
 */
export function Figure({ estimate, kind, base, form = 'sentence' }: FigureProps) {
  const { t, language } = useTranslator();
  const { value, lower, upper, n, quality, reason } = estimate;
  if (value === null || lower === null || upper === null || n === null) {
    return (
      <span className="figure figure-hidden">
        {t(`results:figure.reason.${reason ?? 'few-respondents'}`)}
      </span>
    );
  }
  const decimals = kind === 'mean' ? 1 : shareDecimals(n);
  const scale = kind === 'mean' ? 1 : 100;
  const number = (amount: number) => formatNumber(language, amount * scale, decimals);
  const shown = kind === 'mean' ? number(value) : formatShare(language, value, decimals);
  const margin =
    form === 'cell' || isLopsided(value, lower, upper)
      ? ` (${number(lower)}–${number(upper)})`
      : ` ± ${number((upper - lower) / 2)}`;
  const about = base === undefined ? '' : `, ${base}`;
  return (
    <span className="figure">
      <span className="figure-value">{shown}</span>
      <span className="figure-margin">{margin}</span>
      {form === 'clause' ? null : (
        <span className="figure-base">{` (n\u00a0=\u00a0${formatNumber(language, n)}${about})`}</span>
      )}
      {form !== 'clause' && quality === 'use-with-care' && reason ? (
        <span className="figure-care">{t(`results:figure.reason.${reason}`)}</span>
      ) : null}
    </span>
  );
}

/** Whether "± half of it" would be wrong by a quarter on one side. */
function isLopsided(value: number, lower: number, upper: number): boolean {
  const [below, above] = [value - lower, upper - value];
  return Math.max(below, above) > 1.25 * Math.min(below, above);
}
