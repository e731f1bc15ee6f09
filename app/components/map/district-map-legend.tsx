import type { FigureBasis } from '#app/use-cases/results/figure-basis.server.ts';
import type { PublishedWave } from '#core/fieldwork/published-wave.ts';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import type { PublishedMethod } from '#core/publication/published-method.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { marginWords } from '../charts/figure-words.ts';
import { yearWords } from '../figures/year-note.tsx';
import { FlagMark, flagSign } from '../flags/flag-mark.tsx';
import { scaleClass } from './district-map.tsx';
import { LegendStep, MapLegend } from './map-legend.tsx';

interface DistrictMapLegendProps {
  indicator: PublishedIndicator;
  wave: PublishedWave;
  city: PublishedEstimate | null;
  rule: PublishedMethod['rule'];
  basis: FigureBasis;
  /** Flags on the map: whatever mark is drawn is explained. */
  shown: readonly PublishedFlag[];
}

const isRepeated = (flag: PublishedFlag) => flagSign(flag) === 'repeated';

const steps = ['higher', 'even', 'lower', 'untold'] as const;

const signs = [
  { severity: 'alert', needsIntervention: true },
  { severity: 'watch', needsIntervention: true },
  { severity: 'watch', needsIntervention: false },
  { severity: 'none', needsIntervention: false },
  { severity: 'insufficient', needsIntervention: false },
] as const;

/** Under the map, inside the same picture: what the colours mean, who was asked, how many, when. */
export function DistrictMapLegend({ indicator, wave, city, rule, basis, shown }: DistrictMapLegendProps) {
  const translator = useTranslator();
  const { t, language } = translator;
  const pooledWith = basis.leads ? basis.pooledWith : null;
  const baseKey = typeof city?.n !== 'number' ? 'baseHidden' : pooledWith === null ? 'base' : 'baseOfYear';
  const margin = marginWords(translator, indicator.kind, rule.levelMargin);
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
      source={t(`results:map.${baseKey}`, {
        year: pooledWith === null ? '' : yearWords(translator, wave.waveId, pooledWith),
        base: indicator.base[language],
        n: formatNumber(language, city?.n ?? 0),
        from: formatDay(language, wave.fieldworkFrom),
        to: formatDay(language, wave.fieldworkTo),
      })}
      synthetic={wave.synthetic}
    >
      <p>{t(`results:map.legend.direction.${indicator.direction}`)}</p>
      <ul className="map-legend-steps">
        {signs
          .filter((flag) => flagSign(flag) !== 'repeated' || basis.repeats || shown.some(isRepeated))
          .map((flag) => (
            <li key={flagSign(flag)}>
              <span>
                <FlagMark flag={flag} />: {t(`results:map.legend.sign.${flagSign(flag)}`)}
              </span>
            </li>
          ))}
      </ul>
      <p>{t('results:map.legend.outline')}</p>
    </MapLegend>
  );
}
