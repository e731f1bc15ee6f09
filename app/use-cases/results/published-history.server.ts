import type { ResultsDatabase } from '#db/results/database.ts';
import type { HistoryPoint } from '#db/results/queries/history.ts';

export interface HistorySeries {
  indicator: string;
  scope: HistoryPoint['scope'];
  district: number | null;
  area: string;
  /** `phone` for the telephone survey, `register` for police figures: a series never mixes them. */
  mode: string;
  points: HistorySeriesPoint[];
}

export interface HistorySeriesPoint {
  /** `2019` or `2019-10`. */
  period: string;
  /** Null when the source gives words only; then `valueText` holds them. */
  value: number | null;
  valueText: string;
  unit: string;
  sampleSize: number | null;
  source: string;
  url: string;
  verification: string;
  note: string;
  /** In Polish and Ukrainian where they differ, else empty. */
  sourcePolish: string;
  notePolish: string;
  sourceUkrainian: string;
  noteUkrainian: string;
}

/** Figures published before the platform, oldest first within each series. */
export function historySeries(database: ResultsDatabase): HistorySeries[] {
  const series = new Map<string, HistorySeries>();
  for (const point of database.history.points()) {
    const { indicator, scope, district, area, mode, value, ...rest } = point;
    const key = JSON.stringify([indicator, scope, area, mode]);
    const known = series.get(key) ?? { indicator, scope, district, area, mode, points: [] };
    series.set(key, known);
    const number = value.trim() === '' ? Number.NaN : Number(value);
    known.points.push({ ...rest, value: Number.isFinite(number) ? number : null, valueText: value });
  }
  return [...series.values()];
}
