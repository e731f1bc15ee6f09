import type { Estimate } from '../estimation/estimate.ts';
import { modeEffects } from '../estimation/mode-effect.ts';
import type { ExactParallelSample } from '../publication/exact-publication.ts';
import type { PublishedParallelSample } from '../publication/published-parallel-sample.ts';
import type { Variable } from '../questionnaire/variables.ts';
import { exactFigure } from './exact-figure.ts';
import type { ParallelFigures } from './parallel-figures.ts';
import { wordedDistribution } from './worded-distribution.ts';

/** A parallel sample as it is stored, before it is compared with its wave. */
export interface ComposedSample {
  about: Omit<PublishedParallelSample, 'effects' | 'modes' | 'respondents'>;
  figures: ParallelFigures;
}

/**
 * Compares a parallel sample with the wave's own estimates: the mode effect of every indicator of the city
 * that both asked.
 */
export function exactParallelSample(
  { about, figures }: ComposedSample,
  estimates: readonly Estimate[],
  variables: readonly Variable[],
): ExactParallelSample {
  const { modes, respondents, distributions } = figures;
  const ofCity = estimates.filter(({ domain }) => domain === 'city');
  return {
    ...about,
    modes,
    respondents,
    effects: modeEffects(ofCity, figures.estimates).map(
      ({ indicator, difference, standardError, lower, upper, n }) => ({
        indicator,
        difference,
        standardError,
        lower,
        upper,
        n,
      }),
    ),
    estimates: figures.estimates.map(exactFigure),
    distributions: distributions.map((distribution) => wordedDistribution(distribution, variables)),
  };
}
