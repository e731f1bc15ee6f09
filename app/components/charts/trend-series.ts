import type { PublishedWave } from '#core/fieldwork/published-wave.ts';
import { isOnOneScale, type SeriesBreak, seriesBreaks } from '#core/flagging/series-break.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';

/** One published figure of one wave. */
export interface WaveFigure {
  wave: PublishedWave;
  estimate: PublishedEstimate;
}

/** A point of a picture whose vertical axis runs from 0 to 100, whatever the indicator's kind. */
export interface ChartPoint {
  /** Years, with the season as a part of one: spring 2026 is 2026.33. */
  at: number;
  figure: WaveFigure;
  value: number;
  lower: number;
  upper: number;
}

/** Two neighbouring waves that may not be joined by a line, and why. */
export interface WaveBreak {
  from: PublishedWave;
  to: PublishedWave;
  reasons: SeriesBreak[];
}

export interface TrendSeries {
  /** Runs of points that a line may join: a hidden figure, a wave that did not ask, or a break ends a run. */
  segments: ChartPoint[][];
  breaks: WaveBreak[];
}

/** Parts of a year in which the fieldwork of a season lies in the middle. */
const seasonAt = { spring: 0.33, autumn: 0.79 } as const;

export function waveAt({ year, season }: Pick<PublishedWave, 'year' | 'season'>): number {
  return year + seasonAt[season];
}

/** `2019` or `2019-10` on the axis of `waveAt`; a year alone stands in its middle. */
export function periodAt(period: string): number {
  const [year, month] = period.split('-').map(Number);
  return (year ?? Number.NaN) + (month === undefined ? 0.5 : (month - 0.5) / 12);
}

/** Shares become percent; means are points of 100 already. */
export function onHundred(kind: 'share' | 'mean', value: number): number {
  return kind === 'share' ? value * 100 : value;
}

/** A wave in its place in time; without a figure when it did not ask. */
export interface WavePlace {
  wave: PublishedWave;
  figure: WaveFigure | null;
}

/** Waves that asked and waves that did not, oldest first. */
export function inTime(figures: readonly WaveFigure[], notAsked: readonly PublishedWave[] = []): WavePlace[] {
  const places = [
    ...figures.map((figure) => ({ wave: figure.wave, figure })),
    ...notAsked.map((wave) => ({ wave, figure: null })),
  ];
  return places.sort((a, b) => waveAt(a.wave) - waveAt(b.wave));
}

/** What parts a wave from the last one before it that asked; null when nothing does. */
export function breakBefore(
  places: readonly WavePlace[],
  index: number,
  maximumModeShift: number,
): WaveBreak | null {
  const to = places[index];
  const from = places.slice(0, index).findLast(({ figure }) => figure !== null);
  if (!to?.figure || !from) return null;
  const reasons = seriesBreaks(from.wave, to.wave, { maximumModeShift });
  if (!isOnOneScale(from.wave, to.wave, to.figure.estimate.indicator)) reasons.push({ kind: 'scale' });
  return reasons.length === 0 ? null : { from: from.wave, to: to.wave, reasons };
}

/** Shapes figures over waves, oldest first, into runs that a line may join. */
export function trendSeries(
  figures: readonly WaveFigure[],
  kind: 'share' | 'mean',
  maximumModeShift: number,
  notAsked: readonly PublishedWave[] = [],
): TrendSeries {
  const places = inTime(figures, notAsked);
  const segments: ChartPoint[][] = [];
  const breaks: WaveBreak[] = [];
  let run: ChartPoint[] = [];
  places.forEach(({ figure }, index) => {
    const found = breakBefore(places, index, maximumModeShift);
    if (found) breaks.push(found);
    const point = figure && chartPoint(figure, kind);
    if ((found || !point) && run.length > 0) {
      segments.push(run);
      run = [];
    }
    if (point) run.push(point);
  });
  if (run.length > 0) segments.push(run);
  return { segments, breaks };
}

function chartPoint(figure: WaveFigure, kind: 'share' | 'mean'): ChartPoint | null {
  const { value, lower, upper } = figure.estimate;
  if (value === null) return null;
  return {
    at: waveAt(figure.wave),
    figure,
    value: onHundred(kind, value),
    lower: onHundred(kind, lower ?? value),
    upper: onHundred(kind, upper ?? value),
  };
}
