import type { StateRow } from '#app/use-cases/results/context/context-report.server.ts';
import { city } from '#city/city.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatInstant } from '../../i18n/format.ts';
import { contextPaths } from '../../paths/context.ts';

/** Earlier states of a series, which stay as they were. */
export function StateList({ states, shown }: { states: readonly StateRow[]; shown: number }) {
  const { t, language } = useTranslator();
  return (
    <ol className="state-list" reversed>
      {states.map(({ seriesId, state, receivedAt, receivedByName, fileName, note }, at) => (
        <li key={state}>
          {state === shown ? (
            <strong>{t('context:state.shown', { state })}</strong>
          ) : (
            <a href={contextPaths.series(seriesId, at === 0 ? {} : { state: String(state) })}>
              {t('context:state.show', { state })}
            </a>
          )}
          {': '}
          {t('context:state.received', {
            at: formatInstant(language, receivedAt, city.timeZone),
            name: receivedByName,
            file: fileName,
          })}
          {note ? ` ${note}` : ''}
        </li>
      ))}
    </ol>
  );
}
