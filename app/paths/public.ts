import { reportPaths } from './report.ts';

/** Addresses of the pages for anyone. */
export const publicPaths = {
  ...reportPaths('/public'),
  /** How the newest wave was made; with the id of a section, that section. */
  method: (section?: string) => (section === undefined ? '/public/method' : `/public/method#${section}`),
  data: '/public/data',
  /** A whole publication with its signature. */
  publicationFile: (wave: string) => `/public/data/${wave}.json`,
} as const;
