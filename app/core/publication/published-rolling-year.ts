import { z } from 'zod';
import { waveIdForm } from '../fieldwork/published-wave.ts';
import { publishedEstimateForm } from './published-estimate.ts';

/** The form of a rolling year. */
export const publishedRollingYearForm = z.strictObject({
  /** The older wave. */
  pooledWith: waveIdForm,
  /** Whether flags rest on it and pages show it first: the sample is small. */
  leads: z.boolean(),
  estimates: z.array(publishedEstimateForm),
});

/**
 * The rolling year that ends with the wave: the mean of two consecutive comparable waves (method, Revision 2
 * (e)). Of the city and the districts; a figure is shown only where both waves show theirs.
 */
export type PublishedRollingYear = z.infer<typeof publishedRollingYearForm>;

/** How many figures there are, and how many of them are hidden. */
export interface HiddenFigures {
  hidden: number;
  all: number;
}

/**
 * The figures of a rolling year, which the publication's `method.suppression` does not count; null without
 * one.
 */
export function hiddenOfYear(year: Pick<PublishedRollingYear, 'estimates'> | null): HiddenFigures | null {
  if (!year) return null;
  const hidden = year.estimates.filter(({ quality }) => quality === 'suppressed').length;
  return { hidden, all: year.estimates.length };
}
