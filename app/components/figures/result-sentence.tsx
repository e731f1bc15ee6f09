import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { Figure } from './figure.tsx';

interface ResultSentenceProps {
  indicator: Pick<PublishedIndicator, 'kind' | 'result' | 'base'>;
  estimate: PublishedEstimate;
}

/**
 * The indicator's own sentence with the figure and its margin in place; n and base stand under it and belong
 * to it, as does a caution.
 */
export function ResultSentence({ indicator, estimate }: ResultSentenceProps) {
  const { t, language } = useTranslator();
  const [before = '', after = ''] = indicator.result[language].split('{{value}}');
  const base = indicator.base[language];
  if (estimate.value === null || estimate.n === null) {
    return (
      <p className="result-sentence">
        <Figure estimate={estimate} kind={indicator.kind} base={base} />
      </p>
    );
  }
  return (
    <p className="result-sentence">
      {before}
      <Figure estimate={estimate} kind={indicator.kind} form="clause" />
      {after.replace(/\.?$/, '.')}
      {estimate.quality === 'use-with-care' && estimate.reason ? (
        <span className="figure-care">{t(`results:figure.reason.${estimate.reason}`)}</span>
      ) : null}
      <span className="row-base">
        {t('results:trend.note.base', { base, n: formatNumber(language, estimate.n) })}
      </span>
    </p>
  );
}
