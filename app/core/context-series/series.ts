/** Services whose figures stand beside what residents feel. */
export const services = [
  'police',
  'municipal-guard',
  'prevention-centre',
  'lighting',
  'cameras',
  'other',
] as const;
/** One of them. */
export type Service = (typeof services)[number];

/** What the areas of a series are. A police station area holds one district or several, never parts. */
export const seriesGeographies = ['city', 'district', 'station-area'] as const;
/** One of them. */
export type SeriesGeography = (typeof seriesGeographies)[number];

/** How long its periods are. */
export const seriesPeriods = ['year', 'half-year', 'quarter', 'month'] as const;
/** One of them. */
export type SeriesPeriod = (typeof seriesPeriods)[number];

/** The one area of a series of the whole city. */
export const cityArea = 'city';

/** One figure of a series as its source gives it. */
export interface SeriesValue {
  /** `city`, the number of a district, or the id of a station area. */
  area: string;
  /** In the form of `readPeriod`. */
  period: string;
  value: number;
}
