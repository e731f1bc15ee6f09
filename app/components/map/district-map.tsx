import type { DistrictMapReading, DistrictReading } from '#app/use-cases/results/map/district-map.server.ts';
import { districtByNumber } from '#city/city.ts';
import type { CityOutline, DistrictOutline } from '#core/geography/district-outlines.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { standingWords } from '../figures/rest-standing.tsx';
import { FlagShape, flagSign } from '../flags/flag-mark.tsx';
import { labelLineHeight, liftOf, linesThatFit, placeOfDistrict } from './district-label.ts';

/**
 * Which colours the two ends of the scale have: vermilion is the bad end, and neither end of a neutral
 * indicator is bad.
 */
export function scaleClass({ direction }: PublishedIndicator): string {
  return `scale-${direction}`;
}

interface DistrictMapProps {
  outline: CityOutline;
  reading: DistrictMapReading;
  /** The answer that the map gives, which is also its heading. */
  title: string;
  /** Where a click on a district leads; the table beside holds the same links for the keyboard. */
  linkOf(district: number): string;
}

/**
 * The districts on one scale centred on the rest of the city. It is a picture: its table says the same in
 * words, so for a screen reader and the keyboard the links are there, and here they only serve the pointer.
 */
export function DistrictMap({ outline, reading, title, linkOf }: DistrictMapProps) {
  const translator = useTranslator();
  const { t } = translator;
  const readings = new Map(reading.districts.map((district) => [district.district, district]));
  const drawn = outline.districts.flatMap((shape) => {
    const district = readings.get(shape.number);
    return district ? [{ shape, district }] : [];
  });
  const standingOf = ({ standing }: DistrictReading) =>
    standingWords(translator, standing, reading.indicator.kind, reading.rule);
  const box = `-6 -6 ${outline.width + 12} ${outline.height + 12}`;
  return (
    <div className={`district-map ${scaleClass(reading.indicator)}`}>
      <svg viewBox={box} role="img" aria-labelledby="map-title map-description">
        <title id="map-title">{title}</title>
        <desc id="map-description">{t('results:map.description')}</desc>
        <defs>
          <pattern
            id="map-hatch"
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect className="map-hatch-ground" width="8" height="8" />
            <rect className="map-hatch-line" width="2.5" height="8" />
          </pattern>
          {drawn.map(({ shape }) => (
            <path key={shape.number} id={`map-district-${shape.number}`} d={shape.path} />
          ))}
        </defs>
        {drawn.map(({ shape, district }) => (
          <use
            key={shape.number}
            href={`#map-district-${shape.number}`}
            className={`map-area map-${district.standing}`}
            fill={district.standing === 'untold' ? 'url(#map-hatch)' : undefined}
          />
        ))}
        {drawn.map(({ shape, district }) => {
          const line = outlineClass(district);
          if (!line) return null;
          return <use key={shape.number} href={`#map-district-${shape.number}`} className={line} />;
        })}
        {drawn.map(({ shape, district }) => (
          <DistrictLabel key={shape.number} shape={shape} district={district} />
        ))}
      </svg>
      <svg className="map-links" viewBox={box} aria-hidden="true" focusable="false">
        {drawn.map(({ shape, district }) => (
          <a key={shape.number} href={linkOf(shape.number)} tabIndex={-1}>
            <title>{`${placeOfDistrict(shape.number)}: ${standingOf(district)}`}</title>
            <use href={`#map-district-${shape.number}`} />
          </a>
        ))}
      </svg>
    </div>
  );
}

function DistrictLabel({ shape, district }: { shape: DistrictOutline; district: DistrictReading }) {
  const { numeral, name } = districtByNumber(shape.number);
  const { standing } = district;
  const arrow = standing === 'higher' ? ' ▲' : standing === 'lower' ? ' ▼' : '';
  const sign = district.flags[0] ? flagSign(district.flags[0]) : null;
  const isMarked = sign !== null && sign !== 'insufficient';
  const lines = linesThatFit(name, shape.room);
  const up = liftOf(shape, (isMarked ? 30 : 22) + (lines.length - 1) * labelLineHeight, isMarked ? 27 : 8);
  return (
    <g
      className={`map-label ${arrow ? 'on-solid' : ''}`}
      transform={`translate(${shape.labelX} ${shape.labelY - up})`}
    >
      {isMarked ? (
        <g transform="translate(0 -15)">
          <g className="map-flag">
            <FlagShape sign={sign} />
          </g>
        </g>
      ) : null}
      <text className="map-numeral" y={isMarked ? 13 : 5}>
        {numeral}
        {arrow ? <tspan className="map-arrow">{arrow}</tspan> : null}
      </text>
      {lines.map((line, index) => (
        <text key={line} className="map-name" y={(isMarked ? 28 : 20) + index * labelLineHeight}>
          {line}
        </text>
      ))}
    </g>
  );
}

function outlineClass({ flags: [flag] }: DistrictReading): string | null {
  if (!flag || flag.severity === 'insufficient') return null;
  return flag.severity === 'none'
    ? 'map-outline map-outline-recovering'
    : `map-outline map-outline-${flag.severity}`;
}
