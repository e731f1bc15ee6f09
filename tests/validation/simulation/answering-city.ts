import { seededRandom } from '#app/demonstration/seed/random.ts';
import { ageBands, parseStratumKey, type Stratum, sexes, stratumKey } from '#core/sampling/stratum.ts';

/**
 * What the residents are asked: `unsafe` is answered yes by about three in ten, `victim` by one in twenty.
 */
export const questions = ['unsafe', 'victim'] as const;
export type Question = (typeof questions)[number];
/** The newer wave differs: everywhere a little, in the first district more. */
export type Wave = 'earlier' | 'newest';

/** Four levels, 1 to 4, as the questionnaire has them. */
const educations = [1, 2, 3, 4] as const;

/** Every resident of a simulated city, stratum after stratum: only the education differs within a stratum. */
export interface AnsweringCity {
  districts: readonly number[];
  strata: readonly (Stratum & { population: number; first: number })[];
  education: Uint8Array;
  educationMargin: { education: number; population: number }[];
  /**
   * The probability that a resident of this stratum and education says yes, and that one who is asked
   * responds.
   */
  yes(question: Question, wave: Wave, stratum: number, education: number): number;
  responds(stratum: number, education: number): number;
}

/**
 * A city in which answers and responding both go with district, age, sex and education: the young, the old,
 * women and those with less schooling feel less safe; the young and those with less schooling respond less.
 * Responding is logistic: raking, which multiplies, does not have the true form of it.
 */
export function answeringCity(districtCount: number): AnsweringCity {
  const random = seededRandom(`answering city of ${districtCount} districts`);
  const districts = Array.from({ length: districtCount }, (_, index) => index + 1);
  const own = new Map(
    districts.map((district) => [
      district,
      { unsafe: 0.2 * random.normal(), schooling: 0.5 * random.normal(), responding: 0.15 * random.normal() },
    ]),
  );
  const ofDistrict = (district: number) => own.get(district) ?? { unsafe: 0, schooling: 0, responding: 0 };
  let first = 0;
  const strata = districts.flatMap((district) => {
    const residents = 14_000 + random.below(30_000);
    return ageBands.flatMap((ageBand, age) =>
      sexes.map((sex) => {
        const population = Math.round(residents * at(ageShares, age) * at(sexShares[sex], age));
        const stratum = { ...parseStratumKey(stratumKey(district, ageBand, sex)), population, first };
        first += population;
        return stratum;
      }),
    );
  });
  const education = new Uint8Array(first);
  for (const { district, ageBand, population, first: from } of strata) {
    const schooling = ofDistrict(district).schooling - 0.2 * Math.max(0, ageBands.indexOf(ageBand) - 2);
    const weights = educations.map(
      (level) => at(educationShares, level - 1) * Math.exp(schooling * (level - 2.5)),
    );
    for (let i = from; i < from + population; i += 1) education[i] = 1 + random.weighted(weights);
  }
  const traits = strata.map(({ district, ageBand, sex }) => ({
    district,
    own: ofDistrict(district),
    age: ageBands.indexOf(ageBand),
    woman: Number(sex === 'F'),
  }));
  const traitsOf = (stratum: number) => traits[stratum] as (typeof traits)[number];
  return {
    districts,
    strata,
    education,
    educationMargin: educations.map((level) => ({
      education: level,
      population: education.reduce((count, value) => count + Number(value === level), 0),
    })),
    yes(question, wave, stratum, level) {
      const { district, own: its, age, woman } = traitsOf(stratum);
      const isNewest = Number(wave === 'newest');
      if (question === 'victim') {
        return logistic(-3 + its.unsafe + at(victimByAge, age) + 0.15 * isNewest - 0.1 * (level - 2.5));
      }
      const change = isNewest * (district === 1 ? 0.4 : 0.1);
      return logistic(-1.1 + its.unsafe + at(unsafeByAge, age) + 0.5 * woman - 0.25 * (level - 2.5) + change);
    },
    responds(stratum, level) {
      const { own: its, age, woman } = traitsOf(stratum);
      return logistic(-0.45 + its.responding + at(respondingByAge, age) + 0.1 * woman + 0.35 * (level - 2.5));
    },
  };
}

/**
 * What the city would answer in all, by the model: the mean probability over every resident of the strata
 * that are `included`.
 */
export function trueShare(
  city: AnsweringCity,
  question: Question,
  wave: Wave,
  included: (stratum: Stratum) => boolean,
): number {
  let [sum, residents] = [0, 0];
  for (const [index, stratum] of city.strata.entries()) {
    if (!included(stratum)) continue;
    for (let i = stratum.first; i < stratum.first + stratum.population; i += 1) {
      sum += city.yes(question, wave, index, city.education[i] as number);
    }
    residents += stratum.population;
  }
  return sum / residents;
}

const ageShares = [0.09, 0.17, 0.2, 0.17, 0.12, 0.13, 0.12];
const sexShares = {
  F: [0.5, 0.5, 0.51, 0.51, 0.53, 0.57, 0.64],
  M: [0.5, 0.5, 0.49, 0.49, 0.47, 0.43, 0.36],
};
const educationShares = [0.14, 0.2, 0.34, 0.32];
const unsafeByAge = [0.2, 0.05, -0.1, 0, 0.1, 0.25, 0.4];
const victimByAge = [0.5, 0.3, 0.1, 0, -0.1, -0.3, -0.4];
const respondingByAge = [-0.5, -0.4, -0.2, 0, 0.2, 0.4, 0.1];

const logistic = (value: number): number => 1 / (1 + Math.exp(-value));

const at = (values: readonly number[], index: number): number => values[index] as number;
