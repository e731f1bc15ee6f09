import { city } from '#core/city.ts';
import type {
  PublishedEstimate,
  PublishedIndicator,
  PublishedMethod,
  PublishedWave,
} from '#core/publication/document.ts';
import { useTranslator } from '../i18n/context.tsx';
import { formatDay, formatNumber } from '../i18n/format.ts';
import { scaleClass } from './district-map.tsx';
import { FlagMark } from './flag-mark.tsx';

interface MapLegendProps {
  indicator: PublishedIndicator;
  wave: PublishedWave;
  city: PublishedEstimate | null;
  rule: PublishedMethod['rule'];
}

const steps = ['higher-2', 'higher-1', 'even', 'lower-1', 'lower-2', 'untold'] as const;

/** Under the map, inside the same picture: what the colours mean, who was asked, how many, when. */
export function MapLegend({ indicator, wave, city: cityEstimate, rule }: MapLegendProps) {
  const { t, language } = useTranslator();
  const margin = formatNumber(language, rule.levelMargin * 100, 0);
  return (
    <div className={`map-legend ${scaleClass(indicator)}`}>
      <ul className="map-legend-steps">
        {steps.map((step) => (
          <li key={step}>
            <svg viewBox="0 0 24 16" aria-hidden="true" focusable="false">
              <rect
                className={`map-area map-${step}`}
                width="24"
                height="16"
                fill={step === 'untold' ? 'url(#map-hatch)' : undefined}
              />
            </svg>
            {t(`results:map.legend.${step}`, { margin })}
          </li>
        ))}
      </ul>
      <p className="map-legend-flags">
        <FlagMark flag={{ severity: 'alert', needsIntervention: true }} />
        <FlagMark flag={{ severity: 'watch', needsIntervention: true }} />
        <FlagMark flag={{ severity: 'watch', needsIntervention: false }} />
        <FlagMark flag={{ severity: 'none', needsIntervention: false }} />
      </p>
      <p className="source-note">
        {t('results:map.base', {
          base: indicator.base[language],
          n: formatNumber(language, cityEstimate?.n ?? wave.respondents),
          from: formatDay(language, wave.fieldworkFrom),
          to: formatDay(language, wave.fieldworkTo),
        })}{' '}
        {wave.synthetic ? `${t('results:map.synthetic')} ` : ''}
        {city.boundarySource}.
      </p>
    </div>
  );
}
