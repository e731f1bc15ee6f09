import type { SeriesBridge } from '#app/use-cases/results/series-bridge.server.ts';
import type { BridgedLevel } from '#core/analysis/bridged-levels.ts';
import { seriesBreaks } from '#core/flagging/series-break.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import { formatShare } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import { waveWords } from '../page/wave-words.ts';
import { intervalWords, valueWords } from './figure-words.ts';
import type { TrendPicture } from './picture.ts';
import type { TrendSubject } from './trend-picture.ts';
import { onHundred, waveAt } from './trend-series.ts';

/**
 * Years by which a bridged level stands right of its wave's own figure, so that their intervals do not hide
 * each other.
 */
const beside = 0.08;

/** A bridged level with its interval: `40.1 % (36.0–44.2)`. */
export function levelWords(
  translator: Translator,
  kind: PublishedIndicator['kind'],
  { value, lower, upper }: BridgedLevel,
  n: number | null,
): string {
  return `${valueWords(translator, kind, value, n)} (${intervalWords(translator, kind, lower, upper, n)})`;
}

/**
 * A trend with its bridged levels: a dashed run of its own that leads to the first wave after the break.
 * Nothing that was published is moved; the words at the break say what crosses it.
 */
export function withBridges(
  translator: Translator,
  picture: TrendPicture,
  { indicator, figures, rule }: TrendSubject,
  bridges: readonly SeriesBridge[],
): TrendPicture {
  const { t } = translator;
  const drawn = bridges.filter(({ levels }) => levels.length > 0);
  if (drawn.length === 0) return picture;
  const at = (value: number) => onHundred(indicator.kind, value);
  const figureOf = (waveId: string) => figures.find(({ wave }) => wave.waveId === waveId)?.estimate;
  return {
    ...picture,
    notes: [...picture.notes, t('results:bridge.marks')],
    runs: [
      ...picture.runs,
      ...drawn.map(({ wave, levels }) => {
        const reached = figureOf(wave.waveId)?.value ?? null;
        return {
          series: 'bridged' as const,
          points: levels.map((level) => {
            const value = levelWords(
              translator,
              indicator.kind,
              level,
              figureOf(level.wave.waveId)?.n ?? null,
            );
            return {
              at: waveAt(level.wave) + beside,
              value: at(level.value),
              lower: at(level.lower),
              upper: at(level.upper),
              shape: 'rectRot' as const,
              words: t('results:bridge.point', { wave: waveWords(translator, level.wave), value }),
            };
          }),
          leadsTo: reached === null ? null : { at: waveAt(wave), value: at(reached) },
        };
      }),
    ],
    breaks: picture.breaks.map((found) => {
      const crossing = drawn.find(({ wave, levels }) => {
        const last = levels.at(-1);
        return last && waveAt(last.wave) < found.at && found.at < waveAt(wave);
      });
      const last = crossing?.levels.at(-1);
      if (!crossing || !last) return found;
      const [reason] = seriesBreaks(last.wave, crossing.wave, rule);
      return reason?.kind === 'mode' ? { ...found, note: crossedWords(translator, reason) } : found;
    }),
  };
}

function crossedWords(
  { t, language }: Translator,
  { mode, before, after }: { mode: string; before: number; after: number },
): string {
  return t('results:trend.break.bridged', {
    mode: t(`results:trend.mode.${mode}`),
    before: formatShare(language, before, 0),
    after: formatShare(language, after, 0),
  });
}
