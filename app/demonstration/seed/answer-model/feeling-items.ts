import type { MissingShare, OrdinalItem } from './ordinal.ts';

export const hardToSay = (share: number): MissingShare => ({ code: 98, share });
const notThere = (share: number): MissingShare => ({ code: 97, share });

export const fourPoints = [1, 2, 3, 4] as const;
/** Points by age: the old are more afraid after dark; the young meet more. */
export const fearOfOld = [0.01, -0.01, -0.015, -0.01, 0, 0.02, 0.035] as const;
export const troubleOfYoung = [0.03, 0.02, 0.005, 0, -0.015, -0.025, -0.03] as const;

/** q04–q09. */
export const feelingItems: readonly OrdinalItem[] = [
  {
    variable: 'q04_city_safe',
    codes: fourPoints,
    shares: [0.26, 0.6, 0.11, 0.03],
    badFrom: 2,
    loading: 0.6,
    women: 0.02,
    missing: [hardToSay(0.02)],
  },
  {
    variable: 'q05_district_safe',
    codes: fourPoints,
    shares: [0.33, 0.55, 0.1, 0.02],
    badFrom: 2,
    loading: 0.6,
    headline: 'district_unsafe',
    missing: [hardToSay(0.02)],
    baseHasMissing: true,
  },
  {
    variable: 'q06_hood_day',
    codes: fourPoints,
    shares: [0.49, 0.46, 0.04, 0.01],
    badFrom: 2,
    loading: 0.6,
    women: 0.01,
    missing: [notThere(0.004), hardToSay(0.004)],
  },
  {
    variable: 'q07_hood_dark',
    codes: fourPoints,
    shares: [0.25, 0.55, 0.16, 0.04],
    badFrom: 2,
    loading: 0.7,
    headline: 'hood_dark_unsafe',
    age: fearOfOld,
    missing: [
      { code: 97, share: 0.07, women: 0.05, age: [-0.04, -0.04, -0.03, -0.03, 0, 0.05, 0.16] },
      hardToSay(0.01),
    ],
  },
  setting('q08a_home_dark', 0.05, 0.5, 0.03, []),
  setting('q08b_stairwell', 0.13, 0.55, 0.05, [notThere(0.02)]),
  setting('q08c_park_day', 0.05, 0.55, 0.01, [notThere(0.03)]),
  {
    ...setting('q08d_park_dark', 0.34, 0.65, 0.13, [notThere(0.14)]),
    echoes: ['hood_dark_unsafe', 0.7],
  },
  {
    ...setting('q08e_transit_day', 0.05, 0.5, 0.02, [notThere(0.05)]),
    echoes: ['transit_dark_unsafe', 0.2],
  },
  {
    ...setting('q08f_transit_dark', 0.18, 0.6, 0, [notThere(0.08)]),
    headline: 'transit_dark_unsafe',
    age: fearOfOld,
  },
  setting('q08g_centre_night', 0.27, 0.55, 0.07, [notThere(0.12)]),
];

/** Not asked of those who moved in within the year. */
export const changeItem: OrdinalItem = {
  variable: 'q09_change',
  codes: [1, 2, 3, 4, 5],
  shares: [0.03, 0.14, 0.64, 0.14, 0.05],
  badFrom: 3,
  loading: 0.35,
  echoes: ['hood_dark_unsafe', 0.8],
  missing: [notThere(0.004), hardToSay(0.04)],
};

function setting(
  variable: string,
  bad: number,
  loading: number,
  women: number,
  missing: readonly MissingShare[],
): OrdinalItem {
  const shares = [(1 - bad) * 0.4, (1 - bad) * 0.6, bad * 0.78, bad * 0.22];
  return {
    variable,
    codes: fourPoints,
    shares,
    badFrom: 2,
    loading,
    women,
    missing: [...missing, hardToSay(0.01)],
  };
}
