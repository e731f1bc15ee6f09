import type { ReactNode } from 'react';
import { city } from '#city/city.ts';
import { useTranslator } from '../../i18n/context.tsx';

interface MapLegendProps {
  /** Class of the colours, where they mean something else from one map to the next. */
  scale?: string;
  steps: ReactNode;
  /** What is said between the steps and the source. */
  children: ReactNode;
  /** Who was asked, how many, when. */
  source: string;
  synthetic: boolean;
}

/** What belongs under every map: what is drawn, and of whom and from where it is. */
export function MapLegend({ scale, steps, children, source, synthetic }: MapLegendProps) {
  const { t, language } = useTranslator();
  return (
    <div className={scale ? `map-legend ${scale}` : 'map-legend'}>
      <ul className="map-legend-steps">{steps}</ul>
      {children}
      <p className="source-note">
        {source} {synthetic ? `${t('results:map.synthetic')} ` : ''}
        {city.boundarySource[language]}.
      </p>
    </div>
  );
}

interface LegendStepProps {
  pattern: ReactNode;
  words: string;
  viewBox?: string;
}

export function LegendStep({ pattern, words, viewBox = '0 0 24 16' }: LegendStepProps) {
  return (
    <li>
      <svg viewBox={viewBox} aria-hidden="true" focusable="false">
        {pattern}
      </svg>
      {words}
    </li>
  );
}
