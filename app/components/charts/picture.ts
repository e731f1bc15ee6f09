import type { FittedAxis } from './fitted-axis.ts';

/** What the drawing code gets: numbers on an axis of 0–100 and words that are ready to be written. */
export interface PicturePoint {
  at: number;
  value: number;
  /** Null where the source gives no interval. */
  lower: number | null;
  upper: number | null;
  shape: 'circle' | 'triangle' | 'rect' | 'rectRot';
  /** The point in words, shown when pointed at. */
  words: string;
}

export interface PictureRun {
  /**
   * `waves` are the study's own estimates; `history` are figures that were published before it; `bridged` are
   * no published figures; `rest` is the rest of the city.
   */
  series: 'waves' | 'history' | 'bridged' | 'rest';
  points: PicturePoint[];
  /** A point of another run that the line goes on to. */
  leadsTo?: { at: number; value: number } | null;
}

export interface TrendPicture {
  title: string;
  /** Unit of the vertical axis, with the base. */
  unit: string;
  /** What of 0 to 100 the vertical axis shows. */
  axis: FittedAxis;
  /** Lines under the picture: what the marks mean, n, wave and source. */
  notes: string[];
  runs: PictureRun[];
  /** Places on the horizontal axis that get a label, each of one or two lines. */
  ticks: { at: number; lines: string[] }[];
  /** Places where no line may cross, with a short note. */
  breaks: { at: number; note: string }[];
}

export interface IntervalRow {
  label: string;
  value: number | null;
  lower: number | null;
  upper: number | null;
  /** The row in words, shown when pointed at. */
  words: string;
}

export interface IntervalPicture {
  title: string;
  unit: string;
  /** What of 0 to 100 the axis shows. */
  axis: FittedAxis;
  notes: string[];
  rows: IntervalRow[];
  /** A line across all rows, for example the city's own figure. */
  reference: { value: number; label: string } | null;
}
