import { type AgeBand, ageBands, type Sex } from '#core/sampling/stratum.ts';
import type { EducationTotal } from '#core/weighting/margins/education-margin.ts';
import { demonstrationStrata } from './population.ts';

/** Assumption: primary, vocational, secondary, higher, by age band from young to old. */
const sharesByAge = [
  [0.1, 0.06, 0.69, 0.15],
  [0.03, 0.08, 0.29, 0.6],
  [0.03, 0.1, 0.28, 0.59],
  [0.03, 0.14, 0.36, 0.47],
  [0.04, 0.2, 0.42, 0.34],
  [0.06, 0.22, 0.43, 0.29],
  [0.16, 0.21, 0.4, 0.23],
] as const;

/** Women less often have vocational and more often higher education. */
const womenMore = 0.02;

/** Those with more schooling answer more often, which weighting by education has to mend. */
const readiness = [0.72, 0.84, 0.98, 1.14] as const;

/** Shares of the codes 1–4 of q32_edu among residents. */
export function educationShares(sex: Sex, ageBand: AgeBand): number[] {
  const [primary, vocational, secondary, higher] = sharesByAge[ageBands.indexOf(ageBand)] ?? sharesByAge[0];
  const more = sex === 'F' ? womenMore : -womenMore;
  return [primary, vocational - more, secondary, higher + more];
}

/** The same among those who answer. */
export function educationOfRespondents(sex: Sex, ageBand: AgeBand): number[] {
  return educationShares(sex, ageBand).map((share, index) => share * (readiness[index] ?? 1));
}

/** Adult residents of the city by education: the margin that a wave is raked to. */
export function demonstrationEducation(): EducationTotal[] {
  const totals = [0, 0, 0, 0];
  for (const { sex, ageBand, population } of demonstrationStrata()) {
    for (const [index, share] of educationShares(sex, ageBand).entries()) {
      totals[index] = (totals[index] ?? 0) + share * population;
    }
  }
  return totals.map((total, index) => ({ education: index + 1, population: Math.round(total) }));
}
