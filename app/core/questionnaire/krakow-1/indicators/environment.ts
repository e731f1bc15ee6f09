import type { IndicatorDefinition } from '../../definition.ts';
import type { Words } from '../elements.ts';
import { withOpinion } from './bases.ts';
import { mentionShare, share, variableNamed, worded, wordsOf } from './define-indicator.ts';

type Opinion = readonly [id: string, variable: string, code: number, name: Words, result: Words];

const cameraOpinions: readonly Opinion[] = [
  [
    'cctv_feel_safer',
    'q26_cctv_feel',
    1,
    ['Przy kamerach bezpieczniej', 'Feel safer with cameras', 'З камерами безпечніше'],
    [
      '{{value}} osób czuje się bezpieczniej tam, gdzie są kamery miejskie',
      '{{value}} feel safer where there are city cameras',
      '{{value}} почуваються безпечніше там, де є міські камери',
    ],
  ],
  [
    'cctv_less_at_ease',
    'q26_cctv_feel',
    3,
    ['Przy kamerach mniej swobodnie', 'Feel less at ease with cameras', 'З камерами менш вільно'],
    [
      '{{value}} osób czuje się mniej swobodnie tam, gdzie są kamery miejskie',
      '{{value}} feel less at ease where there are city cameras',
      '{{value}} почуваються менш вільно там, де є міські камери',
    ],
  ],
  [
    'cctv_where_wanted',
    'q27_cctv_rule',
    1,
    [
      'Kamery wszędzie, gdzie chcą mieszkańcy',
      'Cameras wherever residents want them',
      'Камери всюди, де хочуть мешканці',
    ],
    [
      '{{value}} osób uważa, że kamery należy montować wszędzie, gdzie chcą tego mieszkańcy',
      '{{value}} think that cameras should go wherever residents want them',
      '{{value}} вважають, що камери слід ставити всюди, де цього хочуть мешканці',
    ],
  ],
  [
    'cctv_where_needed',
    'q27_cctv_rule',
    2,
    [
      'Kamery tylko przy realnym zagrożeniu',
      'Cameras only against a real threat',
      'Камери лише за реальної загрози',
    ],
    [
      '{{value}} osób uważa, że kamery należy montować tylko tam, gdzie jest realne zagrożenie i inne środki nie pomogły',
      '{{value}} think that cameras should go only where there is a real threat and other measures did not help',
      '{{value}} вважають, що камери слід ставити лише там, де є реальна загроза й інші заходи не допомогли',
    ],
  ],
  [
    'cctv_fewer',
    'q27_cctv_rule',
    3,
    ['Mniej kamer niż obecnie', 'Fewer cameras than now', 'Менше камер, ніж зараз'],
    [
      '{{value}} osób uważa, że kamer powinno być mniej niż obecnie',
      '{{value}} think that there should be fewer cameras than now',
      '{{value}} вважають, що камер має бути менше, ніж зараз',
    ],
  ],
];

const cameras = cameraOpinions.map(([id, variable, code, name, result]) =>
  share({
    id,
    direction: 'neutral',
    variable,
    counts: [code],
    outOf: [1, 2, 3],
    name,
    base: withOpinion,
    result,
  }),
);

/** `q28c_upkeep` gives `environment_upkeep_poor`. */
const surroundings = [
  'q28a_street_light',
  'q28b_park_light',
  'q28c_upkeep',
  'q28d_crossings',
  'q28e_youth',
  'q28f_evening_transit',
].map((variable) => {
  const row = wordsOf(variableNamed(variable).title);
  return share({
    id: variable.replace(/^q28[a-f]_(.*)$/, 'environment_$1_poor'),
    direction: 'high-is-bad',
    variable,
    counts: [1, 2],
    outOf: [1, 2, 3, 4, 5],
    name: worded(
      row,
      (words) => `Źle oceniane: ${words}`,
      (words) => `Rated badly: ${words}`,
      (words) => `Погано оцінюють: ${words}`,
    ),
    base: withOpinion,
    result: worded(
      row,
      (words) => `{{value}} osób ocenia źle lub bardzo źle w swojej okolicy: ${words}`,
      (words) => `{{value}} rate badly or very badly in their neighbourhood: ${words}`,
      (words) => `{{value}} оцінюють погано або дуже погано у своїй околиці: ${words}`,
    ),
  });
});

const choseAnything: Words = [
  'Osoby, które wskazały co najmniej jeden priorytet albo „nic nie trzeba zmieniać”',
  'Those who chose at least one priority or "nothing needs to change"',
  'Ті, хто вибрав принаймні один пріоритет або «нічого не треба змінювати»',
];

const priorityIds = [
  'foot_patrols',
  'lighting',
  'cctv',
  'alcohol_control',
  'social_help',
  'youth',
  'repairs',
  'traffic_calming',
  'faster_response',
  'education',
];

const priorities = priorityIds.map((id, index) => {
  const choice = variableNamed('q29_priorities').codes.find(({ code }) => code === index + 1);
  if (!choice) throw new Error(`\`environmentIndicators\` requires an answer ${index + 1} of q29_priorities`);
  return mentionShare({
    id: `priority_${id}`,
    direction: 'neutral',
    variable: 'q29_priorities',
    counts: [choice.code],
    name: worded(
      wordsOf(choice.label),
      (words) => `Priorytet: ${words}`,
      (words) => `Priority: ${words}`,
      (words) => `Пріоритет: ${words}`,
    ),
    base: choseAnything,
    result: worded(
      wordsOf(choice.label),
      (words) => `{{value}} osób wymienia wśród trzech najpilniejszych zmian: ${words}`,
      (words) => `{{value}} name among up to three first things to improve: ${words}`,
      (words) => `{{value}} називають серед трьох першочергових змін: ${words}`,
    ),
  });
});

const nothingToChange = mentionShare({
  id: 'priority_nothing',
  direction: 'neutral',
  variable: 'q29_priorities',
  counts: [11],
  name: ['Nic nie trzeba zmieniać', 'Nothing needs to change', 'Нічого не треба змінювати'],
  base: choseAnything,
  result: [
    '{{value}} osób uważa, że w dzielnicy nic nie trzeba zmieniać',
    '{{value}} think that nothing needs to change in their district',
    '{{value}} вважають, що в районі нічого не треба змінювати',
  ],
});

/** Indicators of the page on cameras, surroundings and priorities. */
export const environmentIndicators: IndicatorDefinition[] = [
  ...cameras,
  ...surroundings,
  ...priorities,
  nothingToChange,
];
