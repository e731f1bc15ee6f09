import type { Answers } from '#core/questionnaire/definition.ts';
import { ageBands } from '#core/sampling/stratum.ts';
import { educationOfRespondents } from '../education.ts';
import type { Random } from '../random.ts';
import type { Cell } from './person.ts';

export interface PreparedAbout {
  sexCode: number;
  ageCode: number;
  education: readonly number[];
  tenure: readonly number[];
  housing: readonly number[];
  health: readonly number[];
  origin: readonly number[];
}

/** By age band, from young to old: under a year, 1–4, 5–9, 10–19, 20 years or more. */
const tenureByAge = [
  [0.14, 0.26, 0.12, 0.32, 0.16],
  [0.13, 0.36, 0.2, 0.13, 0.18],
  [0.05, 0.2, 0.25, 0.28, 0.22],
  [0.03, 0.1, 0.15, 0.34, 0.38],
  [0.02, 0.06, 0.09, 0.23, 0.6],
  [0.01, 0.04, 0.06, 0.16, 0.73],
  [0.01, 0.03, 0.04, 0.11, 0.81],
] as const;

const healthByAge = [
  [0.01, 0.06, 0.93],
  [0.02, 0.07, 0.91],
  [0.02, 0.1, 0.88],
  [0.04, 0.15, 0.81],
  [0.08, 0.24, 0.68],
  [0.12, 0.33, 0.55],
  [0.22, 0.4, 0.38],
] as const;

const originByAge = [
  [0.88, 0.06, 0.06],
  [0.88, 0.07, 0.05],
  [0.91, 0.06, 0.03],
  [0.93, 0.05, 0.02],
  [0.96, 0.03, 0.01],
  [0.98, 0.01, 0.01],
  [0.99, 0.005, 0.005],
] as const;

/** High-rise, low block, tenement, house, other. */
const mixedHousing = [0.36, 0.28, 0.09, 0.24, 0.03] as const;
const estateHousing = [0.6, 0.3, 0.02, 0.07, 0.01] as const;
const housingByDistrict: Readonly<Record<number, readonly number[]>> = {
  1: [0.06, 0.13, 0.74, 0.02, 0.05],
  2: [0.36, 0.26, 0.31, 0.04, 0.03],
  5: [0.28, 0.34, 0.24, 0.08, 0.06],
  7: [0.05, 0.24, 0.15, 0.54, 0.02],
  10: [0.05, 0.2, 0.01, 0.73, 0.01],
  13: [0.27, 0.3, 0.2, 0.21, 0.02],
  14: [0.5, 0.27, 0.01, 0.14, 0.08],
  15: estateHousing,
  16: estateHousing,
  17: [0.16, 0.3, 0.01, 0.52, 0.01],
};

export function prepareAbout({ district, sex, ageBand }: Cell): PreparedAbout {
  const age = ageBands.indexOf(ageBand);
  return {
    sexCode: sex === 'F' ? 1 : 2,
    ageCode: age + 1,
    education: educationOfRespondents(sex, ageBand),
    tenure: tenureByAge[age] ?? tenureByAge[0],
    housing: housingByDistrict[district] ?? mixedHousing,
    health: healthByAge[age] ?? healthByAge[0],
    origin: originByAge[age] ?? originByAge[0],
  };
}

/** q30–q35. */
export function addAbout(answers: Answers, about: PreparedAbout, random: Random): void {
  answers.q30_sex = random.chance(0.006) ? 3 : about.sexCode;
  answers.q31_age = random.chance(0.006) ? 99 : about.ageCode;
  answers.q32_edu = random.chance(0.012) ? 99 : 1 + random.weighted(about.education);
  answers.q33_housing = random.chance(0.01) ? 99 : 1 + random.weighted(about.housing);
  answers.q34_health = random.chance(0.035) ? 99 : 1 + random.weighted(about.health);
  answers.q35_origin = random.chance(0.01) ? 99 : 1 + random.weighted(about.origin);
  if (random.chance(0.03)) answers.end_comment = random.choice(comments);
}

/** Nobody is named, and nothing that happened is told. */
const comments = [
  'Dziękuję za ankietę.',
  'Proszę o więcej latarni na osiedlu.',
  'Mieszka mi się tu dobrze.',
  'Przydałby się częstszy autobus wieczorem.',
  'Prosimy o więcej koszy na śmieci.',
  'Więcej zieleni i ławek.',
  'Cieszy mnie, że ktoś o to pyta.',
  'Hulajnogi powinny jeździć wolniej.',
  'Ankieta jest trochę za długa.',
  'Wracam często późno i zwykle jest spokojnie.',
] as const;
