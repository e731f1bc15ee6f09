import type { SeriesRow } from '#app/use-cases/results/context/context-report.server.ts';
import type { TableFault } from '#core/context-series/read-table.ts';
import { useTranslator } from '../../i18n/context.tsx';

/** The form that takes a file of a series, and what the file has to look like. */
export function BringFile({ series }: { series: SeriesRow }) {
  const { t } = useTranslator();
  return (
    <form method="post" encType="multipart/form-data">
      <p>{t(`context:import.columns.${series.geography}`)}</p>
      <p>{t(`context:import.periods.${series.period}`)}</p>
      <p>{t('context:import.after')}</p>
      <div className="field">
        <label htmlFor="table">{t('context:import.file')}</label>
        <input type="file" id="table" name="table" accept=".csv,.txt,text/csv" required />
      </div>
      <p className="actions">
        <button type="submit" className="primary">
          {t('context:import.submit')}
        </button>
      </p>
    </form>
  );
}

interface FileFaultsProps {
  reason: string;
  faults: readonly TableFault[];
  /** All that were found, also those that are not told. */
  count: number;
}

/** Why a file was not taken: line by line, and that nothing of it was kept. */
export function FileFaults({ reason, faults, count }: FileFaultsProps) {
  const { t } = useTranslator();
  return (
    <div className="error-summary" role="alert">
      <h2>{t('context:fault.title')}</h2>
      {faults.length === 0 ? (
        <p>
          <a href="#table">{t(`context:import.refused.${reason}`)}</a>
        </p>
      ) : (
        <>
          <p>{t('context:import.faults', { count })}</p>
          <ul>
            {faults.map(({ code, line, cell }) => (
              <li key={`${line} ${code} ${cell}`}>
                {t('context:import.line', { line })} {t(`context:import.fault.${code}`, { cell })}
              </li>
            ))}
          </ul>
          {count > faults.length ? <p>{t('context:import.more', { count: count - faults.length })}</p> : null}
        </>
      )}
    </div>
  );
}
