import type { ChangeBasis } from '#app/use-cases/results/flag-list.server.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { breakWords } from '../charts/trend-picture.ts';
import { isOtherSeason, waveWords } from '../page/wave-words.ts';
import { yearWords } from './year-note.tsx';

interface ChangeBasisNoteProps {
  waveId: string;
  changes: ChangeBasis;
}

/** What changes were measured against, or why none was tested: silence would read as "nothing changed". */
export function ChangeBasisNote({ waveId, changes }: ChangeBasisNoteProps) {
  const translator = useTranslator();
  const { t } = translator;
  const { against, previous, breaks, leads, ofWave, year } = changes;
  const isOther = against !== null && isOtherSeason(waveId, against.waveId);
  const season = isOther ? ` ${t('results:trend.otherSeason')}` : '';
  if (leads) {
    const ofYears =
      year &&
      t('results:flags.changes.againstYear', { year: yearWords(translator, year.waveId, year.pooledWith) });
    const ofWaves =
      ofWave && against
        ? `${t('results:flags.changes.againstWave', { wave: waveWords(translator, against) })}${season}`
        : null;
    const told = [ofYears, ofWaves].filter((words) => words !== null);
    return <p>{told.length > 0 ? told.join(' ') : t('results:flags.changes.noYear')}</p>;
  }
  const why = breaks.map((found) => breakWords(translator, found)).join(' ');
  return (
    <p className={against ? undefined : 'notice'}>
      {previous && breaks.length > 0
        ? `${t('results:flags.changes.broken', { wave: waveWords(translator, previous) })} ${why} `
        : null}
      {against
        ? `${t('results:flags.changes.against', { wave: waveWords(translator, against) })}${season}`
        : t(previous ? 'results:flags.changes.untested' : 'results:flags.changes.first')}
    </p>
  );
}
