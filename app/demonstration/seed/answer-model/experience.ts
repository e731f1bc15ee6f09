import type { Answers } from '#core/questionnaire/definition.ts';
import { ageBands } from '#core/sampling/stratum.ts';
import { normalQuantile } from '#core/statistics/distributions.ts';
import { headlineShare } from '../planted-truths.ts';
import type { Random } from '../random.ts';
import { troubleOfYoung } from './feeling-items.ts';
import type { Cell } from './person.ts';

const incidents = [
  'q14a_theft',
  'q14b_bike_car',
  'q14c_burglary',
  'q14d_damage',
  'q14e_threat',
  'q14f_violence',
  'q14g_fraud',
  'q14h_hate',
] as const;
/** How often each is what happened to a victim; fraud grows with age. */
const incidentWeights = [0.22, 0.16, 0.05, 0.17, 0.14, 0.04, 0.22, 0.08] as const;
const fraud = 6;
const refusesList = 0.006;
const refusesRow = 0.004;
const fearLoading = 0.2;

export interface PreparedExperience {
  /** Of the latent susceptibility, above which something happened. */
  cut: number;
  weights: readonly number[];
}

export function prepareExperience(cell: Cell): PreparedExperience {
  const age = ageBands.indexOf(cell.ageBand);
  const share = headlineShare('vict_6m_any', cell) + (troubleOfYoung[age] ?? 0);
  const weights = incidentWeights.map((weight, index) => weight + (index === fraud ? age * 0.05 : 0));
  return { cut: normalQuantile(1 - share), weights };
}

/** q14–q17. */
export function addExperience(
  answers: Answers,
  { cut, weights }: PreparedExperience,
  { district }: Cell,
  fear: number,
  random: Random,
): void {
  if (random.chance(refusesList)) {
    for (const variable of incidents) answers[variable] = 99;
    return;
  }
  const latent = fearLoading * fear + Math.sqrt(1 - fearLoading ** 2) * random.normal();
  const happened = latent > cut ? drawIncidents(weights, random) : [];
  for (const [index, variable] of incidents.entries()) {
    if (happened.includes(index)) {
      answers[variable] = 1;
      answers[`${variable.slice(0, 4)}_n`] = random.chance(0.03) ? 99 : 1 + random.weighted(timesWeights);
    } else answers[variable] = random.chance(refusesRow) ? 99 : 2;
  }
  if (happened.length > 0) addLastIncident(answers, happened, district, random);
}

const timesWeights = [0.76, 0.14, 0.05, 0.02, 0.01, 0.02] as const;

function drawIncidents(weights: readonly number[], random: Random): number[] {
  const number = 1 + random.weighted([0.8, 0.16, 0.04]);
  const chosen = new Set<number>();
  while (chosen.size < number) chosen.add(random.weighted(weights));
  return [...chosen];
}

function addLastIncident(answers: Answers, happened: number[], district: number, random: Random): void {
  const last = random.choice(happened);
  answers.q15a_which = random.chance(0.02) ? 99 : last + 1;
  const where = last === fraud ? [0.1, 0.04, 0.03, 0.05, 0.02, 0.76] : [0.2, 0.34, 0.12, 0.2, 0.12, 0.02];
  answers.q15b_where = random.chance(0.03) ? 99 : 1 + random.weighted(where);
  if (answers.q15b_where === 4) {
    const other = random.chance(0.35) && district !== 1 ? 1 : 1 + random.below(18);
    answers.q15c_district = other === district ? (district % 18) + 1 : other;
  }
  const reports = last === 2 || last === 5 ? 0.62 : 0.37;
  if (random.chance(0.03)) answers.q16_reported = [99];
  else if (random.chance(reports)) answers.q16_reported = drawReported(random);
  else {
    answers.q16_reported = [5];
    answers.q17_why_not = random.chance(0.03) ? [99] : drawSome(whyNotWeights, 2, random);
  }
}

const whyNotWeights = [0.34, 0.26, 0.18, 0.04, 0.04, 0.09, 0.08, 0.06] as const;

function drawReported(random: Random): number[] {
  const first = 1 + random.weighted([0.68, 0.12, 0.05, 0.15]);
  const alsoManager = first !== 4 && random.chance(0.1);
  return alsoManager ? [first, 4] : [first];
}

/** One to `most` different codes from 1, in rising order. */
export function drawSome(weights: readonly number[], most: number, random: Random): number[] {
  const number = 1 + random.below(most);
  const chosen: number[] = [];
  while (chosen.length < number) {
    const code = 1 + random.weighted(weights);
    if (!chosen.includes(code)) chosen.push(code);
  }
  return chosen.sort((a, b) => a - b);
}
