import type { DistrictReport } from '#app/use-cases/results/district-report.server.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import { useTranslator } from '../../i18n/context.tsx';
import type { Translator } from '../../i18n/translate.ts';
import type { ReportPaths } from '../../paths/report.ts';
import { TrendChart } from '../charts/trend-chart.tsx';
import { FileLinks } from '../exports/file-links.tsx';
import { judgedOf } from '../figures/judged-of.ts';
import { YearNote } from '../figures/year-note.tsx';
import type { ActLinks } from '../interventions/actions/district-actions.tsx';
import { IndicatorChooser } from '../page/indicator-chooser.tsx';
import { WaveLine } from '../page/wave-line.tsx';
import { DistrictFlags } from './district-flags.tsx';
import { IndicatorTable } from './indicator-table.tsx';
import { PartsChart } from './parts-chart.tsx';
import { TopicList } from './topic-list.tsx';

interface DistrictReportViewProps {
  report: DistrictReport;
  waveIds: readonly string[];
  paths: ReportPaths;
  acts?: ActLinks | undefined;
}

/**
 * One district: its flags with their evidence, every figure, one trend and the answers behind. The same in
 * every room.
 */
export function DistrictReportView({ report, waveIds, paths, acts }: DistrictReportViewProps) {
  const translator = useTranslator();
  const { t } = translator;
  const { district, wave, chosen, indicators } = report;
  const place = `${district.numeral} ${district.name}`;
  const { waveId } = wave.wave;
  const trendOf = (indicator: string) =>
    `${paths.district(district.number, { wave: waveId, indicator })}#trend`;
  const trailOf = (indicator: string, isOfYear: boolean) =>
    paths.figure({
      ...{ wave: waveId, domain: districtKey(district.number), indicator },
      ...(isOfYear && { basis: 'rolling-year' }),
    });
  const shared = { place, linkOf: trendOf, trailOf, rule: report.rule };
  return (
    <article className="district-report">
      <h1>{t('results:district.title', { place })}</h1>
      <p className="lead">{districtAnswer(translator, report)}</p>
      <WaveLine summary={wave} />
      <YearNote wave={wave.wave} basis={report.basis} />
      <p className="report-links">
        <a href={paths.map(chosen ? { wave: waveId, indicator: chosen.indicator.id } : {})}>
          {t('results:district.toMap')}
        </a>
      </p>
      <DistrictFlags report={report} flagsPath={paths.flags({ wave: waveId })} acts={acts} />
      {chosen ? (
        <section id="trend" aria-labelledby="trend-title">
          <h2 id="trend-title">{t('results:district.trend.title')}</h2>
          {report.basis.leads ? <p>{t('results:year.trend')}</p> : null}
          <IndicatorChooser
            action={paths.district(district.number)}
            indicators={indicators.choices}
            indicator={chosen.indicator.id}
            waveIds={waveIds}
            waveId={waveId}
          />
          {report.isUnknownIndicator ? <p className="notice">{t('results:chooser.unknown')}</p> : null}
          <TrendChart
            indicator={chosen.indicator}
            place={place}
            figures={chosen.points}
            notAsked={chosen.notAsked}
            withRest
            rule={report.rule}
          />
          <PartsChart report={report} place={place} />
        </section>
      ) : null}
      <section aria-labelledby="indicators-title">
        <h2 id="indicators-title">{t('results:district.indicators.title')}</h2>
        <p>{t('results:district.indicators.lead')}</p>
        <IndicatorTable
          waveId={waveId}
          rows={indicators.headline}
          topic={t('results:chooser.headline')}
          {...shared}
        />
        {indicators.apart.length > 0 ? (
          <>
            <h3>{t('results:district.apart.title')}</h3>
            <IndicatorTable
              waveId={waveId}
              rows={indicators.apart}
              topic={t('results:district.apart.caption')}
              {...shared}
            />
          </>
        ) : (
          <p>{t('results:district.apart.none')}</p>
        )}
      </section>
      <section aria-labelledby="topics-title">
        <h2 id="topics-title">{t('results:district.topics.title')}</h2>
        <p>{t('results:district.topics.lead')}</p>
        <TopicList
          topics={indicators.topics}
          linkOf={(topic) => paths.districtTopic(district.number, topic, { wave: waveId })}
        />
      </section>
      <FileLinks
        paths={paths}
        publicationId={wave.publicationId}
        tables={['figures', 'flags', 'places']}
        pictures={chosen ? ['trend', ...(chosen.parts.length > 0 ? (['parts'] as const) : [])] : []}
        paper={paths.districtPaper(district.number, { wave: waveId })}
        shown={{
          wave: waveId,
          district: String(district.number),
          ...(chosen && { indicator: chosen.indicator.id }),
        }}
      />
    </article>
  );
}

/**
 * What the page has found, in a sentence: flags of the district, or what of it could be judged at all, and
 * places in it.
 */
export function districtAnswer({ t }: Translator, { flags, places, counts }: DistrictAnswer): string {
  const count = flags.raised.length;
  const { made, all } = judgedOf(counts);
  const none = made === 0 ? 'unjudged' : made < all ? 'noFlagsOfSome' : 'noFlags';
  return t('results:district.answer', {
    flags: t(`results:district.answerOf.${count === 0 ? none : 'flags'}`, { count, made, all }),
    places: t(
      places.length === 0 ? 'results:district.answerOf.noPlaces' : 'results:district.answerOf.places',
      {
        count: places.length,
      },
    ),
  });
}

interface DistrictAnswer {
  flags: Pick<DistrictReport['flags'], 'raised'>;
  places: DistrictReport['places'];
  counts: DistrictReport['counts'];
}
