import { answersOf } from '#app/demonstration/seed/answer-model/answers-of.ts';
import type { Respondent } from '#app/demonstration/seed/answer-model/person.ts';
import { cityTruths, type PlantedIndicator } from '#app/demonstration/seed/planted-truths.ts';
import { demonstrationStrata } from '#app/demonstration/seed/population.ts';
import { seededRandom } from '#app/demonstration/seed/random.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import { indicatorsOf } from '#core/questionnaire/indicators.ts';

export const plantedIndicators = Object.keys(cityTruths) as PlantedIndicator[];

const definitions = indicatorsOf(cityQuestionnaire).filter(({ id }) => id in cityTruths);

/** A simple random sample of the city's adults, or of one district's. */
export function demonstrationPeople(
  size: number,
  waveId: string,
  seed: string,
  only: number | null = null,
): Respondent[] {
  const random = seededRandom(seed);
  const from = demonstrationStrata().filter(({ district }) => only === null || district === only);
  const weights = from.map(({ population }) => population);
  return Array.from({ length: size }, () => {
    const { district, sex, ageBand } = from[random.weighted(weights)] as (typeof from)[number];
    return { district, confirmedDistrict: district, sex, ageBand, waveId };
  });
}

/** The headline indicators as they come out of everyone's answers. */
export function headlineShares(
  people: readonly Respondent[],
  seed: string,
): Record<PlantedIndicator, number> {
  const random = seededRandom(seed);
  const everyone = people.map((person) => answersOf(person, random));
  const shares = definitions.map((definition) => {
    const values = everyone.flatMap((answers) => definition.valueOf(answers) ?? []);
    return [definition.id, values.reduce((sum, value) => sum + value, 0) / values.length] as const;
  });
  return Object.fromEntries(shares) as Record<PlantedIndicator, number>;
}
