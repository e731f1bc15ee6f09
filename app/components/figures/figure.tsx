import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber, formatShare, inPercent, shareDecimals } from '../../i18n/format.ts';

interface FigureProps {
  estimate: PublishedEstimate;
  kind: 'share' | 'mean';
  /**
   * Who is in the base, in words. In a table the caption may say it once: then leave it out and name the
   * caption's base there.
   */
  base?: string;
  /** `cell`: 43 % (40–46) (n = 1,640); `clause`: 43 % (40–46 %), where n and base end the sentence. */
  form?: 'cell' | 'clause';
}

/**
 * A published figure is never drawn bare: value, margin, number of respondents and base stand together, so
 * that no page and no screenshot can lose one of them. The interval is shown by its ends: "46 % ± 7 of the
 * people" would read as seven people.
 */
export function Figure({ estimate, kind, base, form = 'cell' }: FigureProps) {
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
  const ends = `${number(lower)}–${number(upper)}`;
  const margin = ` (${form === 'clause' && kind === 'share' ? inPercent(language, ends) : ends})`;
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
