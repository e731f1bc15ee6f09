import type { DesignStratum } from '#core/estimation/variance/variance-strata.ts';
import type { PopulationStratum } from '../folder.ts';
import type { AnalysisSettings } from '../settings.ts';

/**
 * Strata as the design takes them: the first variable beside the district has neighbours, the others are
 * alike or not.
 */
export function designStrata(
  { strata: variables, district }: Pick<AnalysisSettings, 'strata' | 'district'>,
  strata: readonly PopulationStratum[],
): DesignStratum[] {
  const districtAt = variables.indexOf(district);
  return strata.map(({ key, population, levels }) => ({
    name: key,
    population,
    ...(districtAt >= 0 && { district: levels[districtAt] }),
    levels: levels.filter((_, variable) => variable !== districtAt),
  }));
}
