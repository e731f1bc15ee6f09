import type { HistorySeries } from '#app/use-cases/results/published-history.server.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import { historyValueWords } from './history-words.ts';
import type { PicturePoint, TrendPicture } from './picture.ts';
import { periodAt } from './trend-series.ts';

/** Years between the last figure of the earlier study and the first wave: room for the break to be seen. */
const gapYears = 1;

/**
 * A trend with the figures of the earlier study before it: a series of its own, parted by a break that no
 * line crosses. Where the two overlap in time the waves move to the right, past the break: the axis is broken
 * there and its labels stay true.
 */
export function withHistory(
  translator: Translator,
  picture: TrendPicture,
  before: HistorySeries,
): TrendPicture {
  const { t } = translator;
  const points = historyPoints(translator, before);
  const last = points.at(-1);
  const firstWave = picture.ticks[0]?.at;
  if (!last || firstWave === undefined) return picture;
  const shift = Math.max(0, last.at + gapYears - firstWave);
  const moved = <Place extends { at: number }>(places: Place[]) =>
    places.map((place) => ({ ...place, at: place.at + shift }));
  return {
    ...picture,
    notes: [...picture.notes, t('results:city.history.note')],
    runs: [
      { series: 'history', points },
      ...picture.runs.map((run) => ({
        ...run,
        points: moved(run.points),
        ...(run.leadsTo && { leadsTo: { ...run.leadsTo, at: run.leadsTo.at + shift } }),
      })),
    ],
    ticks: [
      ...yearsOf(points).map((year) => ({ at: year + 0.5, lines: [String(year)] })),
      ...moved(picture.ticks),
    ],
    breaks: [
      { at: (last.at + firstWave + shift) / 2, note: t('results:city.history.break') },
      ...moved(picture.breaks),
    ],
  };
}

function historyPoints(translator: Translator, { points }: HistorySeries): PicturePoint[] {
  return points.flatMap((point): PicturePoint[] => {
    if (point.value === null || !point.unit.startsWith('pct')) return [];
    const n =
      point.sampleSize === null
        ? translator.t('results:city.history.noSize')
        : `n = ${formatNumber(translator.language, point.sampleSize)}`;
    return [
      {
        at: periodAt(point.period),
        value: point.value,
        lower: null,
        upper: null,
        shape: 'rect',
        words: `${point.period}: ${historyValueWords(translator, point)}, ${n}`,
      },
    ];
  });
}

function yearsOf(points: readonly PicturePoint[]): number[] {
  return [...new Set(points.map(({ at }) => Math.floor(at)))];
}
