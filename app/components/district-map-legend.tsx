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
import { LegendStep, MapLegend } from './map-legend.tsx';

interface DistrictMapLegendProps {
  indicator: PublishedIndicator;
  wave: PublishedWave;
  city: PublishedEstimate | null;
  rule: PublishedMethod['rule'];
}

const steps = ['higher-2', 'higher-1', 'even', 'lower-1', 'lower-2', 'untold'] as const;

/** Under the map, inside the same picture: what the colours mean, who was asked, how many, when. */
export function DistrictMapLegend({ indicator, wave, city, rule }: DistrictMapLegendProps) {
  const { t, language } = useTranslator();
  const margin = formatNumber(language, rule.levelMargin * 100, 0);
  return (
    <MapLegend
      scale={scaleClass(indicator)}
      steps={steps.map((step) => (
        <LegendStep
          key={step}
          pattern={
            <rect
              className={`map-area map-${step}`}
              width="24"
              height="16"
              fill={step === 'untold' ? 'url(#map-hatch)' : undefined}
            />
          }
          words={t(`results:map.legend.${step}`, { margin })}
        />
      ))}
      source={t('results:map.base', {
        base: indicator.base[language],
        n: formatNumber(language, city?.n ?? wave.respondents),
        from: formatDay(language, wave.fieldworkFrom),
        to: formatDay(language, wave.fieldworkTo),
      })}
      synthetic={wave.synthetic}
    >
      <p className="map-legend-flags">
        <FlagMark flag={{ severity: 'alert', needsIntervention: true }} />
        <FlagMark flag={{ severity: 'watch', needsIntervention: true }} />
        <FlagMark flag={{ severity: 'watch', needsIntervention: false }} />
        <FlagMark flag={{ severity: 'none', needsIntervention: false }} />
      </p>
    </MapLegend>
  );
}
