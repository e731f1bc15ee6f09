import type { Random } from '#app/demonstration/seed/random.ts';
import type { OutcomeGroup } from '#core/fieldwork/outcome-rates.ts';
import { allocate, minimumPerStratum } from '#core/sampling/allocate.ts';
import type { WeightingInput } from '#core/weighting/weight-wave.ts';
import type { AnsweringCity, Question, Wave } from './answering-city.ts';

/** What a wave brings in: all that weighting starts from, and the respondents' answers. */
export interface AnsweredWave {
  input: WeightingInput;
  respondents: { stratum: string; district: number }[];
  answers: Record<Question, Float64Array>;
}

/** How a wave is fielded. */
export interface Fieldwork {
  /** Cases issued in every district. */
  issued: number;
  /**
   * By how much responding is likelier for one who feels unsafe, everything else being equal: nothing in the
   * weights knows of it.
   */
  unsafeRespondMore: number;
}

/**
 * Draws by the product's allocation, at random within strata, and lets each case respond or not: 2 in 100
 * turn out not to be eligible, of those without a response most stay unknown, 2 in 100 respondents keep their
 * education to themselves.
 */
export function answerWave(
  city: AnsweringCity,
  wave: Wave,
  { issued, unsafeRespondMore }: Fieldwork,
  random: Random,
): AnsweredWave {
  const respondents: { stratum: string; district: number; education: number | null }[] = [];
  const answers: Record<Question, number[]> = { unsafe: [], victim: [] };
  const outcomes = new Map<string, Map<OutcomeGroup, number>>();
  const allocation = new Map(
    city.districts.flatMap((district) => [
      ...allocate(
        city.strata.filter((stratum) => stratum.district === district),
        issued,
        minimumPerStratum,
      ),
    ]),
  );
  for (const [index, stratum] of city.strata.entries()) {
    const counts = new Map<OutcomeGroup, number>();
    outcomes.set(stratum.key, counts);
    for (const person of drawn(stratum, allocation.get(stratum.key) ?? 0, random)) {
      const education = city.education[person] as number;
      const isUnsafe = random.chance(city.yes('unsafe', wave, index, education));
      const factor = isUnsafe ? unsafeRespondMore : 1;
      const isEligible = random.chance(0.98);
      const isRespondent = isEligible && random.chance(city.responds(index, education) * factor);
      const group = isRespondent ? 'I' : isEligible ? silentOutcome(random) : 'NE';
      counts.set(group, (counts.get(group) ?? 0) + 1);
      if (!isRespondent) continue;
      const told = random.chance(0.98) ? education : null;
      respondents.push({ stratum: stratum.key, district: stratum.district, education: told });
      answers.unsafe.push(Number(isUnsafe));
      answers.victim.push(Number(random.chance(city.yes('victim', wave, index, education))));
    }
  }
  return {
    input: {
      strata: city.strata.map(({ key, population }) => ({
        key,
        population,
        released: allocation.get(key) ?? 0,
      })),
      outcomes: [...outcomes].flatMap(([stratum, counts]) =>
        [...counts].map(([group, count]) => ({ stratum, group, count })),
      ),
      respondents,
      educationMargin: city.educationMargin,
    },
    respondents,
    answers: { unsafe: Float64Array.from(answers.unsafe), victim: Float64Array.from(answers.victim) },
  };
}

function silentOutcome(random: Random): OutcomeGroup {
  const position = random.uniform();
  return position < 0.2 ? 'R' : position < 0.3 ? 'NC' : 'UO';
}

/** So many different residents of a stratum, each as likely as any other. */
function drawn(
  { first, population }: { first: number; population: number },
  count: number,
  random: Random,
): Set<number> {
  const people = new Set<number>();
  while (people.size < count) people.add(first + random.below(population));
  return people;
}
