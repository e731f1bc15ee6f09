import { type AgeBand, ageBands, type Sex, sexes, stratumKey } from '#core/sampling/stratum.ts';
import population from './data/krakow-population-2025.json';

export interface DemonstrationStratum {
  key: string;
  district: number;
  sex: Sex;
  ageBand: AgeBand;
  /** Residents registered as permanent. */
  population: number;
}

/**
 * Assumption: the register's age by district and sex is not published, so every district has the city's age
 * structure, in round shares of all residents (the rest is under 18). A real wave imports the true figures.
 */
const shareOfAllAges: Record<Sex, Record<AgeBand, number>> = {
  F: {
    '18-24': 0.068,
    '25-34': 0.133,
    '35-44': 0.171,
    '45-54': 0.145,
    '55-64': 0.114,
    '65-74': 0.129,
    '75+': 0.09,
  },
  M: {
    '18-24': 0.075,
    '25-34': 0.139,
    '35-44': 0.183,
    '45-54': 0.157,
    '55-64': 0.108,
    '65-74': 0.101,
    '75+': 0.054,
  },
};

let made: readonly DemonstrationStratum[] | null = null;

/** District × sex × age band, ordered by key. */
export function demonstrationStrata(): readonly DemonstrationStratum[] {
  made ??= population.districts
    .flatMap(({ number, women, men }) =>
      sexes.flatMap((sex) =>
        ageBands.map((ageBand): DemonstrationStratum => {
          const residents = sex === 'F' ? women : men;
          return {
            key: stratumKey(number, ageBand, sex),
            district: number,
            sex,
            ageBand,
            population: Math.round(residents * shareOfAllAges[sex][ageBand]),
          };
        }),
      ),
    )
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return made;
}
