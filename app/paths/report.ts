import { withQuery } from './query.ts';

/**
 * What of a report is shown: a published wave, an indicator, and whether earlier levels are moved by the mode
 * effect.
 */
export interface ReportChoice {
  wave?: string;
  indicator?: string;
  bridge?: '1';
}

/** A figure of a wave; with a basis, that of the two waves of which it is the newer. */
export interface FigureAddress {
  wave: string;
  domain: string;
  indicator: string;
  basis?: 'rolling-year';
}

/** Addresses of the pages that show published figures, the same below city hall's area and below anyone's. */
export function reportPaths(area: '/results' | '/public') {
  const page = (path: string, choice: ReportChoice) => withQuery(`${area}${path}`, { ...choice });
  return {
    /** Where to act: the page that both areas open with. */
    overview: (choice: ReportChoice = {}) => page('', choice),
    /** One indicator on the map of the districts. */
    map: (choice: ReportChoice = {}) => page('/map', choice),
    flags: (choice: ReportChoice = {}) => page('/flags', choice),
    /** Every place of a wave; with `q`, those of that name. */
    places: (choice: Pick<ReportChoice, 'wave'> & { q?: string } = {}) =>
      withQuery(`${area}/places`, { ...choice }),
    /** One flagged place over the waves. */
    place: (placeId: string, choice: Pick<ReportChoice, 'wave'> = {}) =>
      page(`/places/${encodeURIComponent(placeId)}`, choice),
    city: (choice: ReportChoice = {}) => page('/city', choice),
    district: (district: number, choice: ReportChoice = {}) => page(`/districts/${district}`, choice),
    /** All that is published of one topic in a district. */
    districtTopic: (district: number, topic: string, choice: ReportChoice = {}) =>
      page(`/districts/${district}/topics/${encodeURIComponent(topic)}`, choice),
    cityTopic: (topic: string, choice: ReportChoice = {}) =>
      page(`/city/topics/${encodeURIComponent(topic)}`, choice),
    /** How one figure was made. */
    figure: ({ wave, domain, indicator, basis }: FigureAddress) =>
      withQuery(`${area}/figures/${[wave, domain, indicator].map(encodeURIComponent).join('/')}`, { basis }),
    /** Every published figure of a wave, for a spreadsheet. */
    figuresFile: (wave: string) => `${area}/data/${wave}.csv`,
    /** A district on two pages, as a file. */
    districtPaper: (district: number, choice: ReportChoice = {}) =>
      page(`/districts/${district}.pdf`, choice),
    overviewPaper: (choice: ReportChoice = {}) => page('/overview.pdf', choice),
    /** A picture as a file: `map.svg`, `trend.png` of a district. */
    picture: (file: string, choice: ReportChoice & { district?: string } = {}) =>
      page(`/pictures/${file}`, choice),
    /** A table of a publication: `figures.csv`, `flags-semicolon.csv`, `districts.xlsx` of an indicator. */
    table: (publicationId: string, file: string, indicator?: string) =>
      withQuery(`${area}/data/publications/${publicationId}/${file}`, { indicator }),
  } as const;
}

export type ReportPaths = ReturnType<typeof reportPaths>;
