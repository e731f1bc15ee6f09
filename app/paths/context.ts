import { withQuery } from './query.ts';

/** Addresses of what services count, beside what residents feel. */
export const contextPaths = {
  list: '/results/context',
  /** How far the wave is that is being answered. */
  openWave: '/results/fieldwork',
  /** Where a series is named that has no figures yet. */
  define: '/results/context/new',
  series: (seriesId: string, choice: { indicator?: string; state?: string } = {}) =>
    withQuery(`/results/context/${seriesId}`, { ...choice }),
  /** Takes a file of a series. */
  bring: (seriesId: string) => `/results/context/${seriesId}/import`,
  /** A file that was read, before it counts. */
  staged: (seriesId: string, state: number) => `/results/context/${seriesId}/import/${state}`,
} as const;
