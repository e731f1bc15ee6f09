import type { SeriesReport } from '#app/use-cases/results/context/context-report.server.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { contextPaths } from '../../paths/context.ts';
import { CityBeside } from './city-beside.tsx';
import { SeriesScatter } from './series-scatter.tsx';
import { SeriesTable } from './series-table.tsx';
import { SourceLine } from './source-line.tsx';
import { StateList } from './state-list.tsx';

interface SeriesViewProps {
  title: string;
  report: SeriesReport;
  mayEdit: boolean;
}

/** What a service counts, and beside it, never added to it, what residents feel. */
export function SeriesView({ title, report, mayEdit }: SeriesViewProps) {
  const { t } = useTranslator();
  const { series, state, states, beside } = report;
  return (
    <>
      <p className="way-back">
        <a href={contextPaths.list}>{t('context:back')}</a>
      </p>
      <h1>{title}</h1>
      <p>
        <SourceLine series={series} />
      </p>
      <p>{t(`context:areasOf.${series.geography}`)}</p>
      {mayEdit ? (
        <p className="actions">
          <a className="button" href={contextPaths.bring(series.seriesId)}>
            {t('context:series.bring')}
          </a>
        </p>
      ) : null}
      {state === null ? (
        <p className="notice">{t('context:series.noFigures')}</p>
      ) : (
        <>
          {states[0] && states[0].state !== state.state ? (
            <p className="notice">{t('context:state.isEarlier', { state: state.state })}</p>
          ) : null}
          {beside && series.geography !== 'city' ? <BesideChooser report={report} /> : null}
          <SeriesTable report={report} />
          <p>{t('context:series.reading')}</p>
          {series.geography === 'city' ? <CityBeside report={report} /> : null}
          {series.geography === 'district' ? <SeriesScatter report={report} /> : null}
          <h2>{t('context:state.title')}</h2>
          <p>{t('context:state.lead')}</p>
          <StateList states={states} shown={state.state} />
        </>
      )}
    </>
  );
}

function BesideChooser({ report: { series, beside } }: { report: SeriesReport }) {
  const { t, language } = useTranslator();
  if (!beside) return null;
  return (
    <form method="get" action={contextPaths.series(series.seriesId)} className="chooser">
      <div className="field chooser-indicator">
        <label htmlFor="beside-indicator">{t('context:series.beside')}</label>
        <select id="beside-indicator" name="indicator" defaultValue={beside.indicator.id}>
          {beside.choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name[language]}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="secondary">
        {t('results:chooser.show')}
      </button>
    </form>
  );
}
