import type { SeriesBridge } from '#app/use-cases/results/series-bridge.server.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { differenceWords } from '../charts/figure-words.ts';
import { modesWords } from '../charts/trend-chart.tsx';
import { waveWords } from '../page/wave-words.ts';

interface SeriesBridgeNoteProps {
  indicator: PublishedIndicator;
  bridges: readonly SeriesBridge[];
  /** Whether bridged levels are drawn. */
  isShown: boolean;
}

/** What parallel samples measured, and what bridged levels are and are not. */
export function SeriesBridgeNote({ indicator, bridges, isShown }: SeriesBridgeNoteProps) {
  const translator = useTranslator();
  const { t, language } = translator;
  const canBridge = hasLevels(bridges);
  if (bridges.length === 0) return null;
  return (
    <div className="notice bridge-note">
      <h3>{t('results:bridge.title')}</h3>
      {bridges.map(({ wave, sample, effect }) => (
        <p key={`${wave.waveId} ${sample.run.run}`}>
          {t('results:bridge.measured', {
            wave: waveWords(translator, wave),
            study: sample.study.name,
            from: formatDay(language, sample.fieldworkFrom),
            to: formatDay(language, sample.fieldworkTo),
            modes: modesWords(translator, sample.modes),
            n: formatNumber(language, effect.n.from),
          })}{' '}
          {t('results:bridge.effect', {
            modes: modesWords(translator, wave.modes),
            n: formatNumber(language, effect.n.to),
            difference: differenceWords(translator, indicator.kind, effect),
          })}
        </p>
      ))}
      {canBridge && isShown ? <p>{t('results:bridge.estimate')}</p> : null}
      <p>{t('results:bridge.limits')}</p>
      {canBridge ? null : <p>{t('results:bridge.nothing')}</p>}
    </div>
  );
}

interface SeriesBridgeChoiceProps {
  bridges: readonly SeriesBridge[];
  isShown: boolean;
  /** This page with bridged levels, and without. */
  links: { bridged: string; published: string };
}

/** The choice to see the earlier waves moved by the mode effect; nothing where no wave can be. */
export function SeriesBridgeChoice({ bridges, isShown, links }: SeriesBridgeChoiceProps) {
  const { t } = useTranslator();
  if (!hasLevels(bridges)) return null;
  return (
    <p>
      <a href={isShown ? links.published : links.bridged}>
        {t(isShown ? 'results:bridge.hide' : 'results:bridge.show')}
      </a>
    </p>
  );
}

function hasLevels(bridges: readonly SeriesBridge[]): boolean {
  return bridges.some(({ levels }) => levels.length > 0);
}
