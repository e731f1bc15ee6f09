import type { ListedPlace } from '#app/use-cases/place-list.server.ts';
import { districtByNumber } from '#core/city.ts';
import { useTranslator } from '../i18n/context.tsx';
import { formatNumber, formatQ } from '../i18n/format.ts';
import { TableBox } from './table-box.tsx';

/** Places that people named unsafe more often than their paths explain, with what each rests on. */
export function PlaceTable({ places }: { places: readonly ListedPlace[] }) {
  const { t, language } = useTranslator();
  const count = (people: number | null) =>
    people === null ? t('results:places.few') : formatNumber(language, people);
  return (
    <TableBox label={t('results:places.title')}>
      <table className="place-table">
        <thead>
          <tr>
            <th scope="col">{t('results:places.column.name')}</th>
            <th scope="col">{t('results:places.column.district')}</th>
            <th scope="col">{t('results:places.column.people')}</th>
            <th scope="col">{t('results:places.column.reasons')}</th>
            <th scope="col">{t('results:places.column.times')}</th>
            <th scope="col">{t('results:places.column.test')}</th>
          </tr>
        </thead>
        <tbody>
          {places.map(({ place, reasons, times }, index) => (
            <tr key={place.placeId}>
              <th scope="row">
                {index + 1}. {place.name}
                <br />
                <span className="soft">{t(`results:flag.status.${place.status}`)}</span>
              </th>
              <td>{place.district === null ? '–' : districtByNumber(place.district).name}</td>
              <td>
                {t('results:places.people', {
                  unsafe: count(place.unsafeRespondents),
                  total: count(place.totalRespondents),
                })}
              </td>
              <td>{words(reasons.map((reason) => reason[language]))}</td>
              <td>{words(times.map((time) => time[language]))}</td>
              <td>
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

function words(parts: readonly string[]): string {
  return parts.length === 0 ? '–' : parts.join('; ');
}
