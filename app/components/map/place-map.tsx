import type { PlaceMapReading } from '#app/use-cases/results/map/place-map.server.ts';
import type { PublishedWave } from '#core/fieldwork/published-wave.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { LegendStep, MapLegend } from './map-legend.tsx';

/**
 * The flagged places over the pale layer of mentions. A picture: the tables below say the same in words, and
 * a mark has the number of its row.
 */
export function PlaceMap({ reading, wave }: { reading: PlaceMapReading; wave: PublishedWave }) {
  const { t } = useTranslator();
  const { outline, layers, places } = reading;
  return (
    <figure className="place-map">
      <svg
        viewBox={`-6 -6 ${outline.width + 12} ${outline.height + 12}`}
        role="img"
        aria-labelledby="place-map-title place-map-description"
      >
        <title id="place-map-title">{t('results:places.map.title')}</title>
        <desc id="place-map-description">{t('results:places.map.description')}</desc>
        {outline.districts.map(({ number, path }) => (
          <path key={number} className="place-map-district" d={path} />
        ))}
        {layers.map(({ standing, path }) => (
          <path key={standing} className={`mention-cell mention-${standing}`} d={path} />
        ))}
        {places.map(({ placeId, path }) => (
          <path key={placeId} className="place-cells" d={path} />
        ))}
        {places.map(({ placeId, x, y }, index) => (
          <g key={placeId} transform={`translate(${x} ${y})`}>
            <g className="place-mark">
              <circle r="10" cy="-20" />
              <text y="-15">{index + 1}</text>
            </g>
          </g>
        ))}
      </svg>
      <figcaption>
        <PlaceMapLegend reading={reading} wave={wave} />
      </figcaption>
    </figure>
  );
}

function PlaceMapLegend({ reading, wave }: { reading: PlaceMapReading; wave: PublishedWave }) {
  const { t, language } = useTranslator();
  const { layers, places } = reading;
  return (
    <MapLegend
      steps={
        <>
          {places.length > 0 ? (
            <LegendStep
              viewBox="-12 -12 24 24"
              pattern={
                <g className="place-mark">
                  <circle r="10" />
                  <text y="5">1</text>
                </g>
              }
              words={t('results:places.map.flagged')}
            />
          ) : null}
          {layers.map(({ standing }) => (
            <LegendStep
              key={standing}
              pattern={
                <rect className={`mention-cell mention-${standing}`} x="1" y="1" width="22" height="14" />
              }
              words={t(`results:places.map.standing.${standing}`)}
            />
          ))}
        </>
      }
      source={t('results:places.map.source', {
        n: formatNumber(language, wave.respondents),
        from: formatDay(language, wave.fieldworkFrom),
        to: formatDay(language, wave.fieldworkTo),
      })}
      synthetic={wave.synthetic}
    >
      {layers.length > 0 ? <p>{t('results:places.map.descriptive')}</p> : null}
    </MapLegend>
  );
}
