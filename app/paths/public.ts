import { reportPaths } from './report.ts';

/** Addresses of the pages for anyone. */
export const publicPaths = {
  ...reportPaths('/public'),
  /** How the newest wave was made; with the id of a section, that section. */
  method: (section?: string) => (section === undefined ? '/public/method' : `/public/method#${section}`),
  data: '/public/data',
  accessibility: '/public/accessibility',
  /** A whole publication with its signature. */
  publicationFile: (wave: string) => `/public/data/${wave}.json`,
  /** The permanent address of a publication, which goes on answering when another has replaced it. */
  publication: (publicationId: string) => `/public/data/publications/${publicationId}`,
  /** The permanent address of one of its figures. */
  publicationFigure: (publicationId: string, domain: string, indicator: string) =>
    `/public/data/publications/${publicationId}/figures/${[domain, indicator].map(encodeURIComponent).join('/')}`,
  /** Its tables with the schema of their columns. */
  dataPackage: (publicationId: string) => `/public/data/publications/${publicationId}/datapackage.json`,
} as const;
