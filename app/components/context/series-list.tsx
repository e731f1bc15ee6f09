import type { ListedSeries } from '#app/use-cases/results/context/context-report.server.ts';
import { services } from '#core/context-series/series.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { contextPaths } from '../../paths/context.ts';
import { amountWords } from './amount.ts';
import { periodWords } from './period-words.ts';
import { SourceLine } from './source-line.tsx';

/** Every series by its service, with its newest figure and its source. */
export function SeriesList({ list }: { list: readonly ListedSeries[] }) {
  const translator = useTranslator();
  const { t, language } = translator;
  return services.map((service) => {
    const found = list.filter(({ series }) => series.service === service);
    if (found.length === 0) return null;
    return (
      <section key={service} aria-labelledby={`service-${service}`}>
        <h2 id={`service-${service}`}>{t(`context:service.${service}`)}</h2>
        <ul className="series-cards">
          {found.map(({ series, newest }) => (
            <li key={series.seriesId} className="series-card">
              <h3>
                <a href={contextPaths.series(series.seriesId)}>
                  {language === 'pl' ? series.name : series.nameEnglish}
                </a>
              </h3>
              <p className="series-newest">
                {newest ? (
                  <>
                    <strong>{amountWords(language, newest.value)}</strong>
                    {' ('}
                    {language === 'pl' ? series.unit : series.unitEnglish},{' '}
                    {periodWords(translator, series.period, newest.period)})
                  </>
                ) : (
                  t('context:list.noFigures')
                )}
              </p>
              <p className="row-base">
                {series.geography === 'city' || !newest
                  ? t(`context:spread.${series.geography}`)
                  : t('context:spread.areas', {
                      areas: t(`context:spread.${series.geography}`),
                      count: newest.areas,
                    })}
              </p>
              <p className="row-base">
                <SourceLine series={series} />
              </p>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
