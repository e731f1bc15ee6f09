import type { SeriesRow } from '#app/use-cases/results/context/context-report.server.ts';
import { useTranslator } from '../../i18n/context.tsx';

/** Where the figures of a series come from, and whether they were made up for the demonstration. */
export function SourceLine({ series }: { series: SeriesRow }) {
  const { t, language } = useTranslator();
  const source = language === 'pl' ? series.source : series.sourceEnglish;
  return (
    <>
      {t('context:source')} {series.url ? <a href={series.url}>{source}</a> : source}
      {series.synthetic ? (
        <>
          {' '}
          <strong className="synthetic-mark">{t('context:synthetic')}</strong>
        </>
      ) : null}
    </>
  );
}
