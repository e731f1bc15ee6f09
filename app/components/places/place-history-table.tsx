import type { PlaceInWave } from '#app/use-cases/results/places/place-page.server.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatShare, inPercent } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import { bandWords, peopleWords } from '../map/people-words.ts';
import { TableBox } from '../page/table-box.tsx';
import { waveWords } from '../page/wave-words.ts';

/** A place over the published waves, newest first: whether it was flagged, and who called it unsafe. */
export function PlaceHistoryTable({ history }: { history: readonly PlaceInWave[] }) {
  const translator = useTranslator();
  const { t } = translator;
  const few = t('results:places.few');
  return (
    <TableBox label={t('places:history.title')}>
      <table className="stacked">
        <caption className="visually-hidden">{t('places:history.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('places:history.wave')}</th>
            <th scope="col">{t('places:history.status')}</th>
            <th scope="col">{t('places:history.people')}</th>
            <th scope="col">{t('places:history.share')}</th>
          </tr>
        </thead>
        <tbody>
          {history.map(({ wave, place, figure, people }) => (
            <tr key={wave.waveId}>
              <th scope="row">{waveWords(translator, wave)}</th>
              <td data-label={t('places:history.status')}>
                {place ? t(`places:status.${place.status}`) : t('places:status.none')}
              </td>
              <td data-label={t('places:history.people')}>
                {place
                  ? t('places:history.of', {
                      unsafe: peopleWords(translator, place.unsafeRespondents, few),
                      total: peopleWords(translator, place.totalRespondents, few),
                    })
                  : people === null
                    ? t('places:history.few')
                    : t('places:history.inCell', { people: bandWords(translator, people) })}
              </td>
              <td data-label={t('places:history.share')}>{figure ? shareWords(translator, figure) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

/** `62% (58–66)`: whole percent, since the counts behind it are rounded. */
function shareWords(
  { language }: Translator,
  { value, lower, upper }: { value: number; lower: number; upper: number },
): string {
  const whole = (share: number) => String(Math.round(100 * share));
  return `${formatShare(language, value, 0)} (${inPercent(language, `${whole(lower)}–${whole(upper)}`)})`;
}
