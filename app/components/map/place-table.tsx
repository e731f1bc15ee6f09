import type { ListedPlace } from '#app/use-cases/results/published/place-list.server.ts';
import { districtByNumber } from '#city/city.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber, formatQ } from '../../i18n/format.ts';
import { TableBox } from '../page/table-box.tsx';
import { FoldedWords } from './folded-words.tsx';
import { peopleWords } from './people-words.ts';
import { placeAnchor } from './place-anchor.ts';

interface PlaceTableProps {
  places: readonly ListedPlace[];
  /** Where a place is on the map; on the page of one district, which needs no column of districts. */
  linkOf?(placeId: string): string;
  /** The page of a place. */
  pageOf?(placeId: string): string;
}

/** Places that people named unsafe more often than their paths explain, with what each rests on. */
export function PlaceTable({ places, linkOf, pageOf }: PlaceTableProps) {
  const wayTo = linkOf ?? pageOf;
  const translator = useTranslator();
  const { t, language } = translator;
  const count = (people: number | null) => peopleWords(translator, people, t('results:places.few'));
  return (
    <TableBox label={t('results:places.title')}>
      <table className="place-table stacked">
        <caption className="visually-hidden">{t('results:places.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('results:places.column.name')}</th>
            {linkOf ? null : <th scope="col">{t('results:places.column.district')}</th>}
            <th scope="col">{t('results:places.column.people')}</th>
            <th scope="col">{t('results:places.column.reasons')}</th>
            <th scope="col">{t('results:places.column.times')}</th>
            <th scope="col">{t('results:places.column.test')}</th>
          </tr>
        </thead>
        <tbody>
          {places.map(({ number, place, reasons, times }) => (
            <tr key={place.placeId} id={linkOf ? undefined : placeAnchor(place.placeId)}>
              <th scope="row">
                {number}. {wayTo ? <a href={wayTo(place.placeId)}>{place.name}</a> : place.name}
                <br />
                <span className="soft">
                  {t('results:flag.statusOf', { status: t(`results:flag.status.${place.status}`) })}
                </span>
              </th>
              {linkOf ? null : (
                <td data-label={t('results:places.column.district')}>
                  {place.district === null ? '–' : districtByNumber(place.district).name}
                </td>
              )}
              <td data-label={t('results:places.column.people')}>
                {t('results:places.people', {
                  unsafe: count(place.unsafeRespondents),
                  total: count(place.totalRespondents),
                })}
              </td>
              <td className="place-reasons" data-label={t('results:places.column.reasons')}>
                <FoldedWords
                  words={reasons.map((reason) => reason[language])}
                  about={`${t('results:places.column.reasons')}, ${place.name}`}
                />
              </td>
              <td className="place-times" data-label={t('results:places.column.times')}>
                <FoldedWords
                  words={times.map((time) => time[language])}
                  about={`${t('results:places.column.times')}, ${place.name}`}
                />
              </td>
              <td data-label={t('results:places.column.test')}>
                {t('results:places.test', {
                  q: formatQ(language, place.q),
                  family: formatNumber(language, place.familySize),
                })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
