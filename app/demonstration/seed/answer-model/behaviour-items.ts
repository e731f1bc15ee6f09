import { fourPoints, hardToSay, troubleOfYoung } from './feeling-items.ts';
import type { MissingShare, OrdinalItem } from './ordinal.ts';

/** q12. */
export const likelihoodItems: readonly OrdinalItem[] = [
  likelihood('q12a_theft', 0.24, 0.02),
  likelihood('q12b_burglary', 0.14, 0.02),
  likelihood('q12c_assault', 0.12, 0),
  likelihood('q12d_robbery', 0.1, 0.02),
  { ...likelihood('q12e_harass', 0.14, 0.14), age: troubleOfYoung },
  likelihood('q12f_traffic', 0.24, 0.03),
];

/** q13, from 0 to 10: most people say little. */
export const impactItem: OrdinalItem = {
  variable: 'q13_impact',
  codes: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  shares: [0.2, 0.15, 0.17, 0.14, 0.09, 0.1, 0.06, 0.045, 0.025, 0.01, 0.01],
  badFrom: 7,
  loading: 0.65,
  women: 0.03,
};

/** q18a–e. */
export const avoidanceItems: readonly OrdinalItem[] = [
  { ...avoidance('q18a_street', 0.24, 0, [doesNotApply(0.01)]), headline: 'avoids_places' },
  {
    ...avoidance('q18b_stay', 0.19, 0.12, [doesNotApply(0.02)]),
    age: [-0.03, -0.04, -0.04, -0.02, 0.02, 0.06, 0.12],
    echoes: ['hood_dark_unsafe', 0.4],
  },
  avoidance('q18c_park', 0.15, 0.06, [doesNotApply(0.02)]),
  { ...avoidance('q18d_transit', 0.12, 0.06, [doesNotApply(0.09)]), echoes: ['transit_dark_unsafe', 0.5] },
  { ...avoidance('q18e_escort', 0.18, 0.18, [doesNotApply(0.02)]), age: troubleOfYoung },
];

/** q18f: most have no child at home. */
export const childItem: OrdinalItem = avoidance('q18f_child', 0.36, 0.04, [
  { code: 97, share: 0.65, age: [0.3, 0.05, -0.28, -0.2, 0.1, 0.26, 0.31] },
]);

function likelihood(variable: string, bad: number, women: number): OrdinalItem {
  const shares = [(1 - bad) * 0.42, (1 - bad) * 0.58, bad * 0.82, bad * 0.18];
  const missing = [hardToSay(0.04)];
  return { variable, codes: fourPoints, shares, badFrom: 2, loading: 0.55, women, missing };
}

function avoidance(
  variable: string,
  bad: number,
  women: number,
  missing: readonly MissingShare[],
): OrdinalItem {
  const shares = [(1 - bad) * 0.5, (1 - bad) * 0.5, bad * 0.75, bad * 0.25];
  return { variable, codes: fourPoints, shares, badFrom: 2, loading: 0.6, women, missing };
}

function doesNotApply(share: number): MissingShare {
  return { code: 97, share };
}
