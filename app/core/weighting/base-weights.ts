/** How a study weights its respondents itself. */
export interface GivenWeights {
  /** One per respondent, above 0, on any scale. */
  values: readonly number[];
  /** Whether they are the final weights, or base weights to be fitted to the population. */
  use: 'as-given' | 'base';
}

/** A cell with those of its people who were asked: cases released, or the respondents of a study. */
export interface BaseCell {
  key: string;
  district: number;
  population: number;
  released: number;
}

/**
 * Base weights by cell: N/n of the stratum. In a district where the stratum of some is unknown, they stand
 * for as many residents as anybody in it, N/n of the district, and the others for the rest in the proportions
 * of their strata: unknown ages and sexes are taken to be like those of everyone in the district, and change
 * no weight elsewhere.
 */
export function baseWeightsOfCells(cells: readonly BaseCell[]): number[] {
  const districts = new Map<number, { population: number; known: number; released: number }>();
  for (const { district, population, released } of cells) {
    const own = districts.get(district) ?? { population: 0, known: 0, released: 0 };
    own.population += population;
    own.released += released;
    if (population > 0) own.known += released;
    districts.set(district, own);
  }
  return cells.map(({ district, population, released }) => {
    const own = districts.get(district) as { population: number; known: number; released: number };
    if (population === 0) return own.population / own.released;
    return own.known === own.released
      ? population / released
      : (population / released) * (own.known / own.released);
  });
}

/**
 * A study's weights on the scale of the population: their proportions are its own, only their sum is ours.
 */
export function scaledToPopulation(values: readonly number[], population: number): Float64Array {
  const sum = values.reduce((all, weight) => all + weight, 0);
  return Float64Array.from(values, (weight) => (weight / sum) * population);
}
