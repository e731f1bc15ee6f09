import type { ReactNode } from 'react';
import type { PlaceLine } from '#app/use-cases/results/overview/overview-report.server.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { placeOfDistrict } from '../map/district-label.ts';
import { PlaceMark } from './overview-map.tsx';

interface PlaceLinesProps {
  places: readonly PlaceLine[];
  /** Whether an earlier wave could tell what is new. */
  hasEarlier: boolean;
  placePath(placeId: string): string;
  under(place: PlaceLine): ReactNode;
}

/** The places where to act, numbered as on the map, or that the test found none. */
export function PlaceLines({ places, hasEarlier, placePath, under }: PlaceLinesProps) {
  const { t, language } = useTranslator();
  // Below a hundred people a figure that is rounded down to tens is told as a band.
  const count = (people: number | null) => {
    if (people === null) return t('results:places.few');
    return (people < 100 ? [people, people + 9] : [people])
      .map((end) => formatNumber(language, end))
      .join('–');
  };
  if (places.length === 0) return <p className="act-no-places">{t('overview:act.noPlaces')}</p>;
  return (
    <ol className="act-lines act-places">
      {places.map((line) => {
        const { number, place } = line;
        const status = place.status === 'new' && !hasEarlier ? null : place.status;
        return (
          <li key={place.placeId} className="act-line">
            <h3>
              <svg viewBox="-7.5 -7.5 15 15" aria-hidden="true" focusable="false">
                <PlaceMark number={number} />
              </svg>
              <span className="visually-hidden">{`${number}. `}</span>
              <a href={placePath(place.placeId)}>{place.name}</a>
              {place.district === null ? null : (
                <span className="soft"> {placeOfDistrict(place.district)}</span>
              )}
            </h3>
            <p className="act-why">
              {t('overview:act.place', {
                unsafe: count(place.unsafeRespondents),
                total: count(place.totalRespondents),
              })}
              {' · '}
              <span className={status === 'new' ? 'act-new' : undefined}>
                {t(status === null ? 'overview:since.first' : `overview:since.place.${status}`)}
              </span>
            </p>
            {under(line)}
          </li>
        );
      })}
    </ol>
  );
}
