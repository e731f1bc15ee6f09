import type { MapReport } from '#app/use-cases/results/map/map-page.server.ts';
import { districts } from '#city/city.ts';
import { withWhatItPointsTo } from '#city/question-words.ts';
import type { CityOutline } from '#core/geography/district-outlines.ts';
import { useTranslator } from '../../i18n/context.tsx';
import type { ReportPaths } from '../../paths/report.ts';
import { FileLinks } from '../exports/file-links.tsx';
import { judgedOf } from '../figures/judged-of.ts';
import { YearNote } from '../figures/year-note.tsx';
import { DistrictMap } from '../map/district-map.tsx';
import { DistrictMapLegend } from '../map/district-map-legend.tsx';
import { IndicatorChooser } from '../page/indicator-chooser.tsx';
import { WaveLine } from '../page/wave-line.tsx';
import { DistrictTable } from './district-table.tsx';

interface MapViewProps {
  title: string;
  report: MapReport;
  outline: CityOutline;
  paths: ReportPaths;
}

/** One indicator on the map of the districts, with its table, for city hall and for anyone. */
export function MapView({ title, report, outline, paths }: MapViewProps) {
  const { t, language } = useTranslator();
  const { summary, reading, rule, indicators, waveIds, interventions } = report;
  const { waveId } = summary.wave;
  const { made, all } = judgedOf(report.counts);
  // A mean is made of several questions: its text asks one of them or says what they are.
  const isComposed = reading.indicator.kind === 'mean';
  const linkOf = (district: number) =>
    paths.district(district, { wave: waveId, indicator: reading.indicator.id });
  return (
    <>
      <h1>{title}</h1>
      <WaveLine summary={summary} />
      <YearNote wave={summary.wave} basis={reading.basis} />
      <p className="map-to-flags">
        <a href={paths.flags({ wave: waveId })}>
          {interventions > 0
            ? t('results:map.toFlags', { count: interventions })
            : t(made < all ? 'results:map.toFlagsNoneOfSome' : 'results:map.toFlagsNone', { made, all })}
        </a>
      </p>
      {report.isUnknownIndicator ? <p className="notice">{t('results:chooser.unknown')}</p> : null}
      <IndicatorChooser
        action={paths.map()}
        indicators={indicators}
        indicator={reading.indicator.id}
        waveIds={waveIds}
        waveId={waveId}
      />
      <p className="question-asked">
        {t(`results:map.${isComposed ? 'composed' : 'question'}`, {
          question: withWhatItPointsTo(
            reading.indicator.derivedFrom?.variable,
            reading.indicator.question[language],
            language,
          ),
        })}
      </p>
      <div className="map-and-table">
        <section aria-label={t('results:map.label')} className="map-side">
          <DistrictMap outline={outline} reading={reading} title={title} linkOf={linkOf} />
          <DistrictNames />
          <DistrictMapLegend
            indicator={reading.indicator}
            wave={summary.wave}
            city={reading.city}
            rule={rule}
            basis={reading.basis}
            shown={reading.districts.flatMap(({ flags }) => flags)}
          />
        </section>
        <DistrictTable reading={reading} linkOf={linkOf} />
      </div>
      <FileLinks
        paths={paths}
        publicationId={summary.publicationId}
        tables={['districts', 'figures']}
        indicator={reading.indicator.id}
        pictures={['map']}
        shown={{ wave: waveId, indicator: reading.indicator.id }}
      />
    </>
  );
}

/**
 * The names behind the numerals: not every district has room for its name on the map, and on a phone none
 * has.
 */
function DistrictNames() {
  const { t } = useTranslator();
  return (
    <ul className="map-names" aria-label={t('results:map.names')}>
      {districts.map(({ numeral, name }) => (
        <li key={numeral}>
          <b>{numeral}</b> {name}
        </li>
      ))}
    </ul>
  );
}
