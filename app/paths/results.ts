import { reportPaths } from './report.ts';

/** Addresses of city hall's pages. */
export const resultsPaths = reportPaths('/results');
