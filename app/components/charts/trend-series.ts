import type { PublishedEstimate, PublishedWave } from '#core/publication/document.ts';

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

export type Mode = PublishedWave['modes'][number]['mode'];

/** Two neighbouring waves that were asked too differently to be joined by a line. */
export interface ModeBreak {
  from: PublishedWave;
  to: PublishedWave;
  mode: Mode;
  shareBefore: number;
  shareAfter: number;
}

export interface TrendSeries {
  /** Runs of points that a line may join: a hidden figure or a break of mode ends a run. */
  segments: ChartPoint[][];
  breaks: ModeBreak[];
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

/** The mode whose share moved most from one wave to the next, when that is more than the rule allows; else null. */
export function modeBreak(from: PublishedWave, to: PublishedWave, maximumShift: number): ModeBreak | null {
  const shareOf = (wave: PublishedWave, mode: Mode) =>
    wave.modes.find((entry) => entry.mode === mode)?.share ?? 0;
  const shifts = (['web', 'phone', 'paper'] as const)
    .map((mode) => ({ mode, shareBefore: shareOf(from, mode), shareAfter: shareOf(to, mode) }))
    .sort((a, b) => shiftOf(b) - shiftOf(a));
  const largest = shifts[0];
  return largest && shiftOf(largest) > maximumShift ? { from, to, ...largest } : null;
}

function shiftOf({ shareBefore, shareAfter }: { shareBefore: number; shareAfter: number }): number {
  // Published shares have few decimals: equal shifts must not differ in the last binary digit.
  return Math.round(Math.abs(shareAfter - shareBefore) * 1e9) / 1e9;
}

/** Shapes figures over waves, oldest first, into runs that a line may join. */
export function trendSeries(
  figures: readonly WaveFigure[],
  kind: 'share' | 'mean',
  maximumModeShift: number,
): TrendSeries {
  const ordered = [...figures].sort((a, b) => waveAt(a.wave) - waveAt(b.wave));
  const segments: ChartPoint[][] = [];
  const breaks: ModeBreak[] = [];
  let run: ChartPoint[] = [];
  ordered.forEach((figure, index) => {
    const before = ordered[index - 1];
    const found = before ? modeBreak(before.wave, figure.wave, maximumModeShift) : null;
    if (found) breaks.push(found);
    const point = chartPoint(figure, kind);
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
