import { fourPoints, hardToSay } from './feeling-items.ts';
import type { OrdinalItem } from './ordinal.ts';

/** q23. */
export const trustItems: readonly OrdinalItem[] = [
  trust('q23a_police', 0.24),
  trust('q23b_sm', 0.36),
  trust('q23c_city', 0.39),
];

/** q24. */
export const ratedServiceItems: readonly OrdinalItem[] = [
  rating('q24a_police', [0.1, 0.41, 0.33, 0.12, 0.04], 0.12),
  rating('q24b_sm', [0.07, 0.31, 0.38, 0.17, 0.07], 0.14),
  rating('q24c_social', [0.04, 0.22, 0.4, 0.24, 0.1], 0.34),
];

/** q25: rarely seen is bad here. */
export const patrolItem: OrdinalItem = {
  variable: 'q25_patrol',
  codes: [1, 2, 3, 4, 5],
  shares: [0.11, 0.27, 0.22, 0.26, 0.14],
  badFrom: 3,
  loading: 0.1,
  districts: { 1: -0.15, 2: -0.05, 10: 0.08, 17: 0.05 },
  missing: [hardToSay(0.04)],
};

/** q26 and q27: the fearful want more cameras. */
export const cameraItems: readonly OrdinalItem[] = [
  {
    variable: 'q26_cctv_feel',
    codes: [3, 2, 1],
    shares: [0.09, 0.39, 0.52],
    badFrom: 2,
    loading: 0.2,
    women: 0.06,
    age: [-0.09, -0.07, -0.03, 0, 0.05, 0.07, 0.1],
    missing: [hardToSay(0.02)],
  },
  {
    variable: 'q27_cctv_rule',
    codes: [3, 2, 1],
    shares: [0.11, 0.52, 0.37],
    badFrom: 2,
    loading: 0.2,
    women: 0.03,
    age: [-0.08, -0.06, -0.03, 0, 0.04, 0.07, 0.09],
    missing: [hardToSay(0.05)],
  },
];

/** q28. */
export const surroundingsItems: readonly OrdinalItem[] = [
  {
    ...rating('q28a_street_light', [0.14, 0.46, 0.26, 0.1, 0.04], 0.01),
    districts: { 10: 0.06, 17: 0.04 },
    echoes: ['hood_dark_unsafe', 0.6],
  },
  {
    ...rating('q28b_park_light', [0.07, 0.31, 0.33, 0.21, 0.08], 0.07),
    echoes: ['hood_dark_unsafe', 0.6],
  },
  { ...rating('q28c_upkeep', [0.1, 0.42, 0.31, 0.13, 0.04], 0.01), districts: { 18: 0.04, 13: 0.03 } },
  rating('q28d_crossings', [0.11, 0.45, 0.3, 0.11, 0.03], 0.02),
  { ...rating('q28e_youth', [0.06, 0.27, 0.37, 0.21, 0.09], 0.2), districts: { 5: -0.05, 17: 0.05 } },
  {
    ...rating('q28f_evening_transit', [0.14, 0.42, 0.28, 0.12, 0.04], 0.07),
    districts: { 10: 0.14, 7: 0.05, 17: 0.07 },
    echoes: ['transit_dark_unsafe', 0.3],
  },
];

function trust(variable: string, bad: number): OrdinalItem {
  const shares = [(1 - bad) * 0.22, (1 - bad) * 0.78, bad * 0.72, bad * 0.28];
  return { variable, codes: fourPoints, shares, badFrom: 2, loading: 0.25, missing: [hardToSay(0.04)] };
}

function rating(variable: string, shares: readonly number[], cannotSay: number): OrdinalItem {
  return {
    variable,
    codes: [5, 4, 3, 2, 1],
    shares,
    badFrom: 3,
    loading: 0.3,
    missing: [hardToSay(cannotSay)],
  };
}
