import type {
  BesideFigure,
  JudgedInterventions,
} from '#app/use-cases/results/overview/done-and-beside.server.ts';
import type { OverviewReport } from '#app/use-cases/results/overview/overview-report.server.ts';
import { useTranslator } from '../../i18n/context.tsx';
import type { PlanStart } from '../../paths/interventions.ts';
import type { ReportPaths } from '../../paths/report.ts';
import { FileLinks } from '../exports/file-links.tsx';
import { YearNote } from '../figures/year-note.tsx';
import { placeOfDistrict } from '../map/district-label.ts';
import { WaveChooser } from '../page/wave-chooser.tsx';
import { WaveLine } from '../page/wave-line.tsx';
import { ActLines, ActNote } from './act-lines.tsx';
import { ActUnder } from './act-under.tsx';
import { BesidePerception, WhatHelped } from './done-and-beside.tsx';
import { HeadlineMultiples } from './headline-multiples.tsx';
import { JudgedLine } from './judged-line.tsx';
import { OtherDifferences } from './other-differences.tsx';
import { OverviewMap } from './overview-map.tsx';
import { newsWords } from './overview-words.ts';
import { PlaceLines } from './place-lines.tsx';
import { SignMatrix } from './sign-matrix.tsx';
import { WhatChanged } from './what-changed.tsx';

interface OverviewViewProps {
  title: string;
  report: OverviewReport;
  paths: ReportPaths;
  /** What came of earlier interventions. */
  judged: JudgedInterventions;
  /** What services count; none for the public, which has no page of it. */
  beside?: readonly BesideFigure[];
  /** Where one intervention is read, and all of them, in this area. */
  actionPaths: { intervention(interventionId: string): string; interventions(): string };
  /** Where the reader may plan one, if they may. */
  plan?: ((start: PlanStart) => string) | undefined;
}

/** Where to act: the page that both areas open with. On paper it is one sheet. */
export function OverviewView({
  title,
  report,
  judged,
  beside = [],
  paths,
  actionPaths,
  plan,
}: OverviewViewProps) {
  const translator = useTranslator();
  const { t } = translator;
  const { summary, basis, places, changes, waveIds, watched } = report;
  const { waveId } = summary.wave;
  const flagsPath = paths.flags({ wave: waveId });
  const districtPath = (district: number, indicator?: string) =>
    paths.district(district, { wave: waveId, ...(indicator === undefined ? {} : { indicator }) });
  const mapPath = (indicator: string) => paths.map({ wave: waveId, indicator });
  const placePath = (placeId: string) => paths.place(placeId, { wave: waveId });
  const news = newsWords(translator, report);
  return (
    <article className="overview">
      <h1>{title}</h1>
      {news === null ? null : <p className="lead">{news}</p>}
      <div className="overview-wave">
        <WaveLine summary={summary} />
        <WaveChooser action={paths.overview()} waveIds={waveIds} waveId={waveId} />
      </div>
      <YearNote wave={summary.wave} basis={basis} />
      <div className="overview-first">
        <OverviewMap
          report={report}
          title={t('overview:map.label')}
          districtPath={districtPath}
          placePath={placePath}
        />
        <section className="overview-act" aria-labelledby="act-title">
          <h2 id="act-title">{t('overview:act.title')}</h2>
          <ActLines
            report={report}
            districtPath={districtPath}
            under={({ district, reasons, wishes, wishedBy, actions }) => (
              <ActUnder
                wishes={wishes}
                wishedBy={wishedBy}
                actions={actions}
                paths={actionPaths}
                tellsAim={new Set(reasons.map(({ indicator }) => indicator.id)).size > 1}
                plan={plan?.({ flag: `${waveId}.${district}.${reasons[0]?.indicator.id}` })}
              />
            )}
          />
          <PlaceLines
            places={places}
            hasEarlier={changes.previous !== null}
            placePath={placePath}
            under={({ place, fixes, actions }) => (
              <ActUnder
                wishes={fixes.slice(0, 3)}
                wishedBy={place.unsafeRespondents}
                actions={actions}
                paths={actionPaths}
                tellsAim={false}
                plan={plan?.({ place: place.placeId })}
              />
            )}
          />
          <p className="act-watched">
            <a href={flagsPath}>
              {watched.length > 0
                ? t('overview:act.watched', { districts: watched.map(placeOfDistrict).join(', ') })
                : t('overview:act.noWatched')}
            </a>
          </p>
        </section>
        <div className="overview-below">
          <JudgedLine report={report} flagsPath={flagsPath} />
          <WhatChanged
            report={report}
            districtPath={districtPath}
            cityPath={paths.city({ wave: waveId })}
            flagsPath={flagsPath}
          />
          <ActNote report={report} />
        </div>
      </div>
      <div className="overview-second">
        <HeadlineMultiples
          report={report}
          linkOf={(indicator) => `${paths.city({ wave: waveId, indicator })}#trend`}
        />
        <SignMatrix report={report} districtPath={districtPath} mapPath={mapPath} />
      </div>
      <div className="overview-third">
        <WhatHelped judged={judged} paths={actionPaths} />
        <BesidePerception figures={beside} />
      </div>
      <OtherDifferences report={report} mapPath={mapPath} />
      <FileLinks
        paths={paths}
        publicationId={summary.publicationId}
        tables={['figures', 'flags', 'places']}
        paper={paths.overviewPaper({ wave: waveId })}
      />
    </article>
  );
}
