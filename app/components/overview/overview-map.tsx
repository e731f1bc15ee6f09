import type { OverviewReport } from '#app/use-cases/results/overview/overview-report.server.ts';
import { city, districtByNumber } from '#city/city.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { FlagShape } from '../flags/flag-mark.tsx';
import type { FlagSign } from '../flags/flag-shapes.ts';
import { LegendStep } from '../map/map-legend.tsx';
import { labelShift } from './label-shift.ts';

interface OverviewMapProps {
  report: Pick<OverviewReport, 'outline' | 'lines' | 'places' | 'summary'>;
  title: string;
  districtPath(district: number): string;
  placePath(placeId: string): string;
}

/**
 * Districts and places where to act, and nothing else: the rest of the city is pale. A picture: the list
 * beside it says the same, so that the links over it only serve the pointer.
 */
export function OverviewMap({ report, title, districtPath, placePath }: OverviewMapProps) {
  const { t } = useTranslator();
  const { outline, lines, places } = report;
  const signs = new Map(
    lines.map(({ district, reasons }): [number, FlagSign] => [
      district,
      reasons.some(({ flag }) => flag.severity === 'alert') ? 'alert' : 'repeated',
    ]),
  );
  const box = `-3 -3 ${outline.width + 6} ${outline.height + 6}`;
  return (
    <figure className="overview-map">
      <div className="district-map">
        <svg viewBox={box} role="img" aria-labelledby="overview-map-title overview-map-what">
          <title id="overview-map-title">{title}</title>
          <desc id="overview-map-what">{t('overview:map.description')}</desc>
          <defs>
            {outline.districts.map(({ number, path }) => (
              <path key={number} id={`o${number}`} d={path} />
            ))}
          </defs>
          <g className="map-area map-even">
            {outline.districts.map(({ number }) =>
              signs.has(number) ? null : <use key={number} href={`#o${number}`} />,
            )}
          </g>
          <g className="map-area overview-flagged">
            {[...signs.keys()].map((number) => (
              <use key={number} href={`#o${number}`} />
            ))}
          </g>
          {[...signs.keys()].map((number) => (
            <use key={number} href={`#o${number}`} className="overview-outline" />
          ))}
          {outline.districts.map(({ number, labelX, labelY }) => {
            const sign = signs.get(number);
            const shift = labelShift({ x: labelX, y: labelY }, places, sign ? 20 : 14);
            const at = `${labelX + shift.x} ${labelY + shift.y}`;
            return (
              <g key={number} className="map-label" transform={`translate(${at})`}>
                {sign ? (
                  <g className="map-flag" transform="translate(0 -6.5) scale(0.52)">
                    <FlagShape sign={sign} />
                  </g>
                ) : null}
                <text className={sign ? 'map-numeral' : 'map-numeral soft-numeral'} y={sign ? 8.5 : 3}>
                  {districtByNumber(number).numeral}
                </text>
              </g>
            );
          })}
          {places.map(({ number, place, x, y }) => (
            <g key={place.placeId} transform={`translate(${x} ${y})`}>
              <PlaceMark number={number} />
            </g>
          ))}
        </svg>
        <svg className="map-links" viewBox={box} aria-hidden="true" focusable="false">
          {outline.districts.map(({ number }) => {
            const { numeral, name } = districtByNumber(number);
            return (
              <a key={number} href={districtPath(number)} tabIndex={-1}>
                <title>{`${numeral} ${name}`}</title>
                <use href={`#o${number}`} />
              </a>
            );
          })}
          {places.map(({ number, place, x, y }) => (
            <a key={place.placeId} href={placePath(place.placeId)} tabIndex={-1}>
              <title>{`${number}. ${place.name}`}</title>
              <circle cx={x} cy={y} r="9" />
            </a>
          ))}
        </svg>
      </div>
      <figcaption>
        <MapKey report={report} />
      </figcaption>
    </figure>
  );
}

/** A place on the map and in the list: its number in a circle. */
export function PlaceMark({ number }: { number: number }) {
  return (
    <g className="place-mark">
      <circle r="6.3" />
      <text y="3">{number}</text>
    </g>
  );
}

function MapKey({ report }: Pick<OverviewMapProps, 'report'>) {
  const { t, language } = useTranslator();
  const { lines, places, summary } = report;
  const { respondents, fieldworkFrom, fieldworkTo, synthetic } = summary.wave;
  return (
    <>
      <ul className="overview-key">
        {lines.length > 0 ? (
          <LegendStep
            pattern={
              <rect className="overview-flagged overview-outline" x="2" y="2" width="20" height="12" />
            }
            words={t('overview:map.flagged')}
          />
        ) : null}
        {places.length > 0 ? (
          <LegendStep
            viewBox="-7.5 -7.5 15 15"
            pattern={<PlaceMark number={1} />}
            words={t('overview:map.place')}
          />
        ) : null}
        <LegendStep
          pattern={<rect className="map-area map-even" x="2" y="2" width="20" height="12" />}
          words={t('overview:map.rest')}
        />
      </ul>
      <p className="source-note">
        {t('results:places.map.source', {
          n: formatNumber(language, respondents),
          from: formatDay(language, fieldworkFrom),
          to: formatDay(language, fieldworkTo),
        })}{' '}
        {synthetic ? `${t('results:map.synthetic')} ` : ''}
        {city.boundarySource[language]}.
      </p>
    </>
  );
}
