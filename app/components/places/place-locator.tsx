import type { PlaceLocation } from '#app/use-cases/results/places/place-page.server.ts';
import { useTranslator } from '../../i18n/context.tsx';

interface PlaceLocatorProps {
  name: string;
  /** In which district, in words; empty outside the city. */
  district: string;
  location: PlaceLocation;
  near: readonly string[];
}

/** Where a place lies: its cells among the borders of the districts, and the names around it in words. */
export function PlaceLocator({ name, district, location, near }: PlaceLocatorProps) {
  const { t } = useTranslator();
  return (
    <figure className="place-locator">
      <svg viewBox={location.viewBox} role="img" aria-labelledby="place-locator-title">
        <title id="place-locator-title">{t('places:map.title', { name, district })}</title>
        {location.districts.map((path) => (
          <path key={path} className="place-map-district" d={path} />
        ))}
        <path className="place-cells" d={location.cells} />
        <g className="place-mark" transform={`translate(${location.mark.x} ${location.mark.y})`}>
          <circle r="3" />
        </g>
      </svg>
      <figcaption>
        {t('places:map.caption')}{' '}
        {near.length > 0 ? t('places:map.near', { names: near.join(', ') }) : t('places:map.nothingNear')}
      </figcaption>
    </figure>
  );
}
