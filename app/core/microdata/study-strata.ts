import { agePartition, bandsOf, respondentCellKey } from '../sampling/respondent-cell.ts';
import { type AgeBand, ageBands, districtKey, type Sex, sexes, stratumKey } from '../sampling/stratum.ts';
import { type MicrodataMapping, mappingFault } from './mapping.ts';
import type { MicrodataFault, MicrodataFaultCode } from './table.ts';

/**
 * A stratum of a study with the residents that its respondents stand for; its ages are those of the study,
 * joined bands or single ones.
 */
export interface MappedStratum {
  key: string;
  district: number;
  ageBand: string;
  sex: Sex;
  population: number;
}

/**
 * The ages that a study's respondents are told apart by: all bands, or those of its own that join several.
 */
export function agesOf({ age }: Pick<MicrodataMapping, 'age'>): string[] {
  return 'column' in age ? agePartition(Object.values(age.codes)) : [...ageBands];
}

/**
 * The strata of a mapping with their populations: every age and sex of each district that is named, because a
 * stratum left out would be missing from the margins without anybody seeing it. The population of joined
 * bands is named as such or is the sum of theirs.
 */
export function strataOf(
  mapping: Pick<MicrodataMapping, 'population' | 'age'>,
  districts: readonly number[],
): { strata: MappedStratum[]; faults: MicrodataFault[] } {
  const { population } = mapping;
  const strata: MappedStratum[] = [];
  const faults: MicrodataFault[] = [];
  const named = new Set(Object.keys(population).map((key) => key.slice(0, 3)));
  const known = new Set<string>();
  const partition = agesOf(mapping);
  const peopleOf = (district: number, ages: string, sex: Sex): number | undefined => {
    const whole = respondentCellKey(district, ages, sex);
    if (Object.hasOwn(population, whole)) {
      known.add(whole);
      return population[whole];
    }
    const parts = (bandsOf(ages) as AgeBand[]).map((band) => stratumKey(district, band, sex));
    for (const key of parts) {
      known.add(key);
      if (!Object.hasOwn(population, key)) faults.push(mappingFault('missing-stratum', `population.${key}`));
    }
    return parts.some((key) => !Object.hasOwn(population, key))
      ? undefined
      : parts.reduce((sum, key) => sum + (population[key] as number), 0);
  };
  for (const district of districts) {
    if (!named.has(districtKey(district))) continue;
    for (const ageBand of partition) {
      for (const sex of sexes) {
        const people = peopleOf(district, ageBand, sex);
        const key = respondentCellKey(district, ageBand, sex);
        if (people !== undefined) strata.push({ key, district, ageBand, sex, population: people });
      }
    }
  }
  for (const [key, people] of Object.entries(population)) {
    const path = `population.${key}`;
    if (!known.has(key)) faults.push(mappingFault(unknownStratum(key), path));
    else if (people < 0) faults.push(mappingFault('negative-population', path, String(people)));
    else if (!Number.isInteger(people)) faults.push(mappingFault('bad-mapping', path, String(people)));
  }
  return { strata, faults };
}

function unknownStratum(key: string): MicrodataFaultCode {
  return /^D\d\d\|/.test(key) ? 'unknown-district' : 'bad-mapping';
}
