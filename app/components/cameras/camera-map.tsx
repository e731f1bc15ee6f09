import type { CameraReport } from '#app/use-cases/results/cameras/camera-report.server.ts';
import { districtByNumber } from '#city/city.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { LegendStep, MapLegend } from '../map/map-legend.tsx';
import { CameraMarks } from './camera-marks.tsx';

type CameraMapProps = Pick<CameraReport, 'map' | 'districts' | 'current'>;

/**
 * Where the cameras with a point are, with the number in the system beside each numeral. A picture: its table
 * says the counts. Districts have one tone, for more cameras are neither better nor worse.
 */
export function CameraMap({ map: { outline, layers }, districts, current }: CameraMapProps) {
  const { t, language } = useTranslator();
  const counts = new Map(districts.map(({ district, counts }) => [district, counts.integrated]));
  const states = current.flatMap(({ state }) => (state ? [state] : []));
  const sources = [...new Map(states.map((state) => [state.stateId, state])).values()];
  return (
    <figure className="camera-map">
      <svg
        viewBox={`-6 -6 ${outline.width + 12} ${outline.height + 12}`}
        role="img"
        aria-labelledby="camera-map-title camera-map-description"
      >
        <title id="camera-map-title">{t('cameras:map.title')}</title>
        <desc id="camera-map-description">{t('cameras:map.description')}</desc>
        {outline.districts.map(({ number, path }) => (
          <path key={number} className="place-map-district" d={path} />
        ))}
        {layers.map(({ kind, points }) => (
          <CameraMarks key={kind} kind={kind} points={points} size={4} />
        ))}
        {outline.districts.map(({ number, labelX, labelY }) => (
          <text key={number} className="camera-map-count" x={labelX} y={labelY}>
            {districtByNumber(number).numeral}
            <tspan className="camera-map-number" x={labelX} dy="18">
              {formatNumber(language, counts.get(number) ?? 0)}
            </tspan>
          </text>
        ))}
      </svg>
      <figcaption>
        <MapLegend
          steps={layers.map(({ kind }) => (
            <LegendStep
              key={kind}
              viewBox="-8 -8 16 16"
              pattern={<CameraMarks kind={kind} points={[{ x: 0, y: 0 }]} size={5} />}
              words={t(`cameras:map.mark.${kind}`)}
            />
          ))}
          source={sources
            .map(({ source, asOf }) => t('cameras:map.source', { source, day: formatDay(language, asOf) }))
            .join(' ')}
          synthetic={false}
        >
          <p>
            {t('cameras:map.number')}{' '}
            {sources.some(({ synthetic }) => synthetic) ? <strong>{t('cameras:synthetic')}</strong> : null}
          </p>
        </MapLegend>
      </figcaption>
    </figure>
  );
}
