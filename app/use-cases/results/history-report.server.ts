import type { ResultsDatabase } from '#db/results/database.ts';
import { type HistorySeries, type HistorySeriesPoint, historySeries } from './published-history.server.ts';

export interface HistoryRow {
  indicator: string;
  area: string;
  district: number | null;
  point: HistorySeriesPoint;
}

/**
 * Figures of the study before the platform, newest first, apart by how they came about: they must never be
 * read as one series.
 */
export interface HistoryReport {
  /** Telephone survey, whole city. */
  city: HistoryRow[];
  /** Telephone survey, districts and groups of residents: samples of about a hundred. */
  parts: HistoryRow[];
  /** Police figures: not a survey. */
  register: HistoryRow[];
}

/** The sample sizes of the study's waves are rows of the file like any other. */
const sampleSizeIndicator = 'sample_n';

export function historyReport(database: ResultsDatabase): HistoryReport {
  const series = surveySeries(database);
  const rows = (wanted: (entry: HistorySeries) => boolean): HistoryRow[] =>
    series
      .filter(wanted)
      .flatMap(({ indicator, area, district, points }) =>
        [...points].reverse().map((point) => ({ indicator, area, district, point })),
      );
  return {
    city: rows(({ mode, scope }) => mode !== 'register' && scope === 'city'),
    parts: rows(({ mode, scope }) => mode !== 'register' && scope !== 'city'),
    register: rows(({ mode }) => mode === 'register'),
  };
}

/** One series of the whole city; null when there is none. */
export function citySeriesBefore(database: ResultsDatabase, indicator: string): HistorySeries | null {
  const found = surveySeries(database).find(
    (series) => series.indicator === indicator && series.scope === 'city',
  );
  return found ?? null;
}

/** Every series with the sample size of its wave where the figure's own source does not say it. */
function surveySeries(database: ResultsDatabase): HistorySeries[] {
  const series = historySeries(database);
  const sizes = new Map(
    series
      .filter(({ indicator }) => indicator === sampleSizeIndicator)
      .flatMap(({ points }) => points.map(({ period, value }) => [period, value] as const)),
  );
  return series
    .filter(({ indicator }) => indicator !== sampleSizeIndicator)
    .map((entry) => {
      if (entry.scope !== 'city' || entry.mode === 'register') return entry;
      const points = entry.points.map((point) => ({
        ...point,
        sampleSize: point.sampleSize ?? sizes.get(point.period) ?? null,
      }));
      return { ...entry, points };
    });
}
