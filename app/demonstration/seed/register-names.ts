import type { FramePerson } from '#core/frame/frame-person.ts';
import type { Language } from '#core/language.ts';
import { type AgeBand, ageBands, parseStratumKey, type Sex } from '#core/sampling/stratum.ts';
import names from './data/register-names.json';
import type { Random } from './random.ts';

/** Ages from the first up to, not including, the second. */
const ages: Record<AgeBand, readonly [number, number]> = {
  '18-24': [18, 25],
  '25-34': [25, 35],
  '35-44': [35, 45],
  '45-54': [45, 55],
  '55-64': [55, 65],
  '65-74': [65, 75],
  '75+': [75, 97],
};

/**
 * One row of the demonstration's register. `index` counts the people of a stratum, so that unit ids are
 * unique; `year` is that of the wave, in which ages are counted. Streets do not exist, and no telephone
 * number starts with 000.
 */
export function registerPerson(stratum: string, index: number, random: Random, year = 2026): FramePerson {
  const { district, sex, ageBand } = parseStratumKey(stratum);
  const [youngest, end] = ages[ageBand];
  const band = ageBands.indexOf(ageBand);
  const language = drawLanguage(band, random);
  const hasFlat = random.chance(0.8);
  return {
    unitId: unitIdOf(district, band, sex, index),
    district,
    sex,
    birthYear: year - youngest - random.below(end - youngest),
    ageBand,
    ...drawName(sex, band, language, random),
    street: random.choice(names.streets),
    houseNumber: `${1 + random.below(180)}${random.chance(0.12) ? random.choice(['A', 'B', 'C']) : ''}`,
    flatNumber: hasFlat ? `${1 + random.below(90)}` : '',
    postcode: `${random.chance(0.5) ? 30 : 31}-${String(random.below(1000)).padStart(3, '0')}`,
    locality: 'Kraków',
    phone: random.chance(0.55) ? drawPhone(random) : '',
    language,
  };
}

function unitIdOf(district: number, band: number, sex: Sex, index: number): string {
  return `${String(district).padStart(2, '0')}${band + 1}${sex}${String(index + 1).padStart(5, '0')}`;
}

function drawLanguage(band: number, random: Random): Language {
  const foreign = [0.05, 0.05, 0.035, 0.025, 0.01, 0.004, 0.001][band] ?? 0;
  if (!random.chance(foreign)) return 'pl';
  return random.chance(0.75) ? 'uk' : 'en';
}

function drawName(
  sex: Sex,
  band: number,
  language: Language,
  random: Random,
): Pick<FramePerson, 'givenName' | 'familyName'> {
  if (language === 'uk') {
    return {
      givenName: random.choice(names.ukrainian[sex]),
      familyName: random.choice(names.ukrainianFamilies),
    };
  }
  const generation = band <= 1 ? names.younger : band <= 3 ? names.middle : names.older;
  const familyName = random.chance(0.55)
    ? random.choice(names.families)
    : `${random.choice(names.familyAdjectives)}${sex === 'F' ? 'a' : 'i'}`;
  return { givenName: random.choice(generation[sex]), familyName };
}

function drawPhone(random: Random): string {
  const digits = () => String(random.below(1000)).padStart(3, '0');
  return `+48 000 ${digits()} ${digits()}`;
}
