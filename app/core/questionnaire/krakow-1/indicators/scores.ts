import type { Answers } from '../../definition.ts';
import { meanOfParts, meanPomp, type Scale } from '../../pomp.ts';

type Score = (answers: Readonly<Answers>) => number | null;

/** Scales S1 and S2 with 100 = safe; S3, S4 and S5 with 100 = bad. */
const safe: Scale = { zero: 4, hundred: 1 };
const bad: Scale = { zero: 1, hundred: 4 };

/** The general feeling: city, district, neighbourhood by day and after dark. */
export const feelingVariables = ['q04_city_safe', 'q05_district_safe', 'q06_hood_day', 'q07_hood_dark'];
/** The rows of the battery on seven everyday settings. */
export const settingsVariables = [
  'q08a_home_dark',
  'q08b_stairwell',
  'q08c_park_day',
  'q08d_park_dark',
  'q08e_transit_day',
  'q08f_transit_dark',
  'q08g_centre_night',
];
/** The rows of the battery on problems, in the groups that are scored. */
export const incivilityVariables = {
  social: [
    'q10a_drinking',
    'q10b_noise_night',
    'q10c_drugs',
    'q10d_aggression',
    'q10e_hooligans',
    'q10f_hate',
  ],
  crime: ['q10g_theft', 'q10h_burglary'],
  physical: ['q10i_vandalism', 'q10j_litter', 'q10k_lighting'],
  traffic: ['q10l_traffic', 'q10m_parking', 'q10n_scooters'],
} as const;
/** Crime only: being hit by a vehicle (q12f) is not part of the fear index. */
export const likelyVariables = ['q12a_theft', 'q12b_burglary', 'q12c_assault', 'q12d_robbery', 'q12e_harass'];
/** Without q18f, which only parents can answer. */
export const avoidVariables = ['q18a_street', 'q18b_stay', 'q18c_park', 'q18d_transit', 'q18e_escort'];

const calmVariables = [
  ...incivilityVariables.social,
  ...incivilityVariables.physical,
  ...incivilityVariables.crime,
];

/** 100 = safe. At least four of seven settings. */
export const settingsScore: Score = (answers) => meanPomp(answers, settingsVariables, safe);

/** 100 = bad. */
export const incivility = (group: keyof typeof incivilityVariables): Score => {
  return (answers) => meanPomp(answers, incivilityVariables[group], bad);
};

/** 100 = bad. At least three of five rows. */
export const avoidScore: Score = (answers) => meanPomp(answers, avoidVariables, bad);

/** 100 = safe. */
export const feelingScore: Score = (answers) => meanPomp(answers, feelingVariables, safe);

/** 100 = no incivility and no crime around. */
export const calmScore: Score = (answers) => turned(meanPomp(answers, calmVariables, bad));

/** 100 = sees no likelihood of becoming a victim. */
export const lowWorryScore: Score = (answers) => turned(meanPomp(answers, likelyVariables, bad));

/** 100 = avoids nothing. */
export const freedomScore: Score = (answers) => turned(avoidScore(answers));

/**
 * Fear of crime, 100 = most: mean of an emotional (q06, q07), a cognitive (q12a–e) and a behavioural component
 * (q18a–e), after the three-component "indeks strachu" of the Jagiellonian University team. All three are needed; who
 * never goes out after dark has the emotional one from the daytime alone.
 */
export const fearIndex: Score = (answers) =>
  meanOfParts(
    [
      meanPomp(answers, ['q06_hood_day', 'q07_hood_dark'], bad),
      meanPomp(answers, likelyVariables, bad),
      avoidScore(answers),
    ],
    3,
  );

/** 100 = safest: unweighted mean of the five parts, of which three are needed. */
export const safetyIndex: Score = (answers) =>
  meanOfParts(
    [
      feelingScore(answers),
      settingsScore(answers),
      calmScore(answers),
      lowWorryScore(answers),
      freedomScore(answers),
    ],
    3,
  );

function turned(score: number | null): number | null {
  return score === null ? null : 100 - score;
}
