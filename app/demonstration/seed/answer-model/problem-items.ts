import { fourPoints, hardToSay } from './feeling-items.ts';
import type { OrdinalItem } from './ordinal.ts';

/** q10, in the order of the answers of q11. */
export const problemItems: readonly OrdinalItem[] = [
  { ...problem('q10a_drinking', 0.27, 0.02), headline: 'problem_drinking' },
  problem('q10b_noise_night', 0.2, 0.02, { 1: 0.14, 2: 0.04 }),
  { ...problem('q10c_drugs', 0.12, 0.12), age: [0.03, 0.01, 0, 0, -0.01, -0.02, -0.02] },
  { ...problem('q10d_aggression', 0.12, 0.03), echoes: ['hood_dark_unsafe', 0.4] },
  problem('q10e_hooligans', 0.08, 0.05),
  problem('q10f_hate', 0.06, 0.08),
  problem('q10g_theft', 0.14, 0.05, { 1: 0.05 }),
  problem('q10h_burglary', 0.09, 0.06, { 10: 0.04, 7: 0.03 }),
  problem('q10i_vandalism', 0.25, 0.02, { 1: 0.06, 13: 0.04 }),
  problem('q10j_litter', 0.26, 0.01, { 18: 0.05, 13: 0.03 }),
  { ...problem('q10k_lighting', 0.22, 0.02, { 10: 0.06, 17: 0.05 }), echoes: ['hood_dark_unsafe', 0.6] },
  problem('q10l_traffic', 0.36, 0.02, { 4: 0.05, 10: 0.08, 9: 0.03 }),
  problem('q10m_parking', 0.42, 0.01, { 1: 0.06, 5: 0.07, 8: 0.05, 17: -0.08, 10: -0.08 }),
  problem('q10n_scooters', 0.38, 0.01, { 1: 0.1, 2: 0.05, 17: -0.08 }),
];

function problem(
  variable: string,
  bad: number,
  cannotSay: number,
  districts: Readonly<Record<number, number>> = {},
): OrdinalItem {
  const shares = [(1 - bad) * 0.48, (1 - bad) * 0.52, bad * 0.7, bad * 0.3];
  return {
    variable,
    codes: fourPoints,
    shares,
    badFrom: 2,
    loading: 0.45,
    women: 0.02,
    districts,
    missing: [hardToSay(cannotSay)],
  };
}
