import type { CityReport } from '#app/use-cases/results/city-report.server.ts';
import { city } from '#city/city.ts';
import { useTranslator } from '../../i18n/context.tsx';
import type { ReportPaths } from '../../paths/report.ts';
import { TrendChart } from '../charts/trend-chart.tsx';
import { FileLinks } from '../exports/file-links.tsx';
import { YearNote } from '../figures/year-note.tsx';
import { IndicatorChooser } from '../page/indicator-chooser.tsx';
import { WaveLine } from '../page/wave-line.tsx';
import { HeadlineWaves } from './headline-waves.tsx';
import { HistoryTables } from './history-tables.tsx';
import { SeriesBridgeChoice, SeriesBridgeNote } from './series-bridge-note.tsx';
import { TopicList } from './topic-list.tsx';

interface CityReportViewProps {
  report: CityReport;
  waveIds: readonly string[];
  paths: ReportPaths;
  /** Whether the earlier waves are shown moved by mode effects too. */
  isBridged: boolean;
}

/**
 * The whole city: headline indicators over the waves, one trend, every figure, and what was published before
 * the platform.
 */
export function CityReportView({ report, waveIds, paths, isBridged }: CityReportViewProps) {
  const { t, language } = useTranslator();
  const { wave, chosen, indicators } = report;
  const place = city.name[language];
  const { waveId } = wave.wave;
  const trailOf = (indicator: string, wave: string) => paths.figure({ wave, domain: 'city', indicator });
  const yearTrailOf = (indicator: string) =>
    paths.figure({ wave: waveId, domain: 'city', indicator, basis: 'rolling-year' });
  const trendOf = (indicator: string, isOn = isBridged) =>
    `${paths.city({ wave: waveId, indicator, bridge: isOn ? '1' : undefined })}#trend`;
  return (
    <article className="district-report">
      <h1>{t('results:city.title', { place })}</h1>
      <WaveLine summary={wave} />
      <YearNote wave={wave.wave} basis={report.basis} />
      <p className="report-links">
        <a href={paths.map(chosen ? { wave: waveId, indicator: chosen.indicator.id } : {})}>
          {t('results:city.toMap')}
        </a>
      </p>
      <section aria-labelledby="headlines-title">
        <h2 id="headlines-title">{t('results:city.headlines.title')}</h2>
        <HeadlineWaves
          headlines={report.headlines}
          year={
            report.basis.leads && report.basis.pooledWith
              ? { waveId, pooledWith: report.basis.pooledWith }
              : null
          }
          place={place}
          linkOf={(indicator) => trendOf(indicator)}
          trailOf={trailOf}
          yearTrailOf={yearTrailOf}
        />
      </section>
      {chosen ? (
        <section id="trend" aria-labelledby="trend-title">
          <h2 id="trend-title">{t('results:district.trend.title')}</h2>
          {report.basis.leads ? <p>{t('results:year.trend')}</p> : null}
          <IndicatorChooser
            action={paths.city()}
            indicators={indicators.choices}
            indicator={chosen.indicator.id}
            waveIds={waveIds}
            waveId={waveId}
            isBridged={isBridged}
          />
          {report.isUnknownIndicator ? <p className="notice">{t('results:chooser.unknown')}</p> : null}
          <SeriesBridgeChoice
            bridges={chosen.bridges}
            isShown={isBridged}
            links={{
              bridged: trendOf(chosen.indicator.id, true),
              published: trendOf(chosen.indicator.id, false),
            }}
          />
          <TrendChart
            indicator={chosen.indicator}
            place={place}
            figures={chosen.points}
            notAsked={chosen.notAsked}
            rule={report.rule}
            before={chosen.before}
            bridges={isBridged ? chosen.bridges : []}
          />
          <SeriesBridgeNote indicator={chosen.indicator} bridges={chosen.bridges} isShown={isBridged} />
          {chosen.before ? (
            <p>
              <a href="#history-title">{t('results:city.toHistory')}</a>
            </p>
          ) : null}
        </section>
      ) : null}
      <section aria-labelledby="topics-title">
        <h2 id="topics-title">{t('results:district.topics.title')}</h2>
        <p>{t('results:district.topics.lead')}</p>
        <TopicList topics={indicators.topics} linkOf={(topic) => paths.cityTopic(topic, { wave: waveId })} />
      </section>
      <section aria-labelledby="history-title">
        <h2 id="history-title">{t('results:city.history.title')}</h2>
        <HistoryTables history={report.history} />
      </section>
      <FileLinks
        paths={paths}
        publicationId={wave.publicationId}
        tables={['figures']}
        pictures={chosen ? ['trend'] : []}
        shown={{ wave: waveId, ...(chosen && { indicator: chosen.indicator.id }) }}
      />
    </article>
  );
}
