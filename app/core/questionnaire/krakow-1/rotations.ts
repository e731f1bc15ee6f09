import type { Rotation, SurveyPage } from '../definition.ts';
import { behaviour } from './behaviour.ts';
import { environment } from './environment.ts';
import { experience } from './experience.ts';
import { feeling } from './feeling.ts';
import { problems } from './problems.ts';
import { services } from './services.ts';
import { worry } from './worry.ts';

/** The variables of a battery without the follow-ups of its rows (`q14a_n`). */
function rowsOf(page: SurveyPage, battery: string): string[] {
  const panel = page.elements.find((element) => element.name === battery);
  if (panel?.type !== 'panel')
    throw new Error(`\`rotations\` requires a battery of ${page.name}, not ${battery}`);
  return panel.elements.map((row) => row.name).filter((name) => !name.endsWith('_n'));
}

const settings = rowsOf(feeling, 'q08_settings');
const incivilities = rowsOf(problems, 'q10_problems');
const likelihoods = rowsOf(worry, 'q12_likely');
const incidents = rowsOf(experience, 'q14_vict');
const avoidance = rowsOf(behaviour, 'q18_avoid');
const trusted = rowsOf(services, 'q23_trust');
const rated = rowsOf(services, 'q24_rate');
const surroundings = rowsOf(environment, 'q28_environment');

const shuffledRows = (variable: string, target: string, items: string[]): Rotation => ({
  variable,
  target,
  of: 'rows',
  method: 'shuffle',
  items,
});

/** Row q08d ("in that park after dark") is not listed: it stays behind q08c, which names the park. */
const settingsInAnyOrder = settings.filter((name) => name !== 'q08d_park_dark');

/** Batteries and questions whose rows or answers are shown in an order that varies between respondents. */
export const rotations: Rotation[] = [
  shuffledRows('q08_order', 'q08_settings', settingsInAnyOrder),
  shuffledRows('q10_order', 'q10_problems', incivilities),
  shuffledRows('q12_order', 'q12_likely', likelihoods),
  shuffledRows('q14_order', 'q14_vict', incidents),
  shuffledRows('q18_order', 'q18_avoid', avoidance),
  shuffledRows('q23_order', 'q23_trust', trusted),
  shuffledRows('q24_order', 'q24_rate', rated),
  { variable: 'q27_order', target: 'q27_cctv_rule', of: 'answers', method: 'rotate', items: [1, 2, 3] },
  shuffledRows('q28_order', 'q28_environment', surroundings),
  {
    variable: 'q29_order',
    target: 'q29_priorities',
    of: 'answers',
    method: 'shuffle',
    items: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  },
];

/** Substantive closed questions that are asked of every resident: no follow-up, free text or demographic question. */
export const keyVariables: string[] = [
  'q04_city_safe',
  'q05_district_safe',
  'q06_hood_day',
  'q07_hood_dark',
  ...settings,
  ...incivilities,
  ...likelihoods,
  'q13_impact',
  ...incidents,
  ...avoidance,
  'q19_protect',
  'q20_place_gate',
  ...trusted,
  ...rated,
  'q25_patrol',
  'q26_cctv_feel',
  'q27_cctv_rule',
  ...surroundings,
  'q29_priorities',
];
