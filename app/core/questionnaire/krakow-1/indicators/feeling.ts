import type { IndicatorDefinition } from '../../definition.ts';
import { enoughAnswers, everyoneAnswering, inSituation, withOpinion } from './bases.ts';
import { derived, share } from './define-indicator.ts';
import { settingsScore, settingsVariables } from './scores.ts';

const scale = [1, 2, 3, 4];
const withHardToSay = [...scale, 98];

const general: IndicatorDefinition[] = [
  share({
    id: 'city_safe_pos',
    direction: 'high-is-good',
    trend: true,
    variable: 'q04_city_safe',
    counts: [1, 2],
    outOf: withHardToSay,
    name: ['Kraków jest bezpieczny', 'Kraków is safe', 'Краків безпечний'],
    base: everyoneAnswering,
    result: [
      '{{value}} osób uważa Kraków za bezpieczne miasto',
      '{{value}} consider Kraków a safe city',
      '{{value}} вважають Краків безпечним містом',
    ],
  }),
  share({
    id: 'district_safe_pos',
    direction: 'high-is-good',
    trend: true,
    variable: 'q05_district_safe',
    counts: [1, 2],
    outOf: withHardToSay,
    name: ['Moja dzielnica jest bezpieczna', 'My district is safe', 'Мій район безпечний'],
    base: everyoneAnswering,
    result: [
      '{{value}} osób uważa swoją dzielnicę za bezpieczną',
      '{{value}} consider their district safe',
      '{{value}} вважають свій район безпечним',
    ],
  }),
  share({
    id: 'district_unsafe',
    direction: 'high-is-bad',
    headline: true,
    trend: true,
    variable: 'q05_district_safe',
    counts: [3, 4],
    outOf: withHardToSay,
    name: ['Moja dzielnica nie jest bezpieczna', 'My district is not safe', 'Мій район небезпечний'],
    base: everyoneAnswering,
    result: [
      '{{value}} osób uważa, że ich dzielnica nie jest bezpieczna',
      '{{value}} consider their district not safe',
      '{{value}} вважають, що їхній район небезпечний',
    ],
  }),
  share({
    id: 'sdg1614',
    direction: 'high-is-good',
    trend: true,
    variable: 'q07_hood_dark',
    counts: [1, 2],
    outOf: scale,
    name: [
      'Bezpiecznie po zmroku w okolicy (SDG 16.1.4)',
      'Safe after dark in the neighbourhood (SDG 16.1.4)',
      'Безпечно після настання темряви в околиці (ЦСР 16.1.4)',
    ],
    base: inSituation,
    result: [
      '{{value}} osób czuje się bezpiecznie, idąc samotnie po zmroku w swojej okolicy',
      '{{value}} feel safe walking alone after dark in their neighbourhood',
      '{{value}} почуваються безпечно, коли йдуть на самоті своєю околицею після настання темряви',
    ],
  }),
  share({
    id: 'hood_dark_unsafe',
    direction: 'high-is-bad',
    headline: true,
    trend: true,
    variable: 'q07_hood_dark',
    counts: [3, 4],
    outOf: scale,
    name: [
      'Niebezpiecznie po zmroku w okolicy',
      'Unsafe after dark in the neighbourhood',
      'Небезпечно в околиці після настання темряви',
    ],
    base: inSituation,
    result: [
      '{{value}} osób czuje się niebezpiecznie, idąc samotnie po zmroku w swojej okolicy',
      '{{value}} feel unsafe walking alone after dark in their neighbourhood',
      '{{value}} почуваються небезпечно, коли йдуть на самоті своєю околицею після настання темряви',
    ],
  }),
  share({
    id: 'hood_day_unsafe',
    direction: 'high-is-bad',
    trend: true,
    variable: 'q06_hood_day',
    counts: [3, 4],
    outOf: scale,
    name: [
      'Niebezpiecznie w dzień w okolicy',
      'Unsafe by day in the neighbourhood',
      'Небезпечно в околиці вдень',
    ],
    base: inSituation,
    result: [
      '{{value}} osób czuje się niebezpiecznie, idąc samotnie w ciągu dnia w swojej okolicy',
      '{{value}} feel unsafe walking alone in the daytime in their neighbourhood',
      '{{value}} почуваються небезпечно, коли йдуть на самоті своєю околицею вдень',
    ],
  }),
  share({
    id: 'dark_never',
    direction: 'high-is-bad',
    trend: true,
    variable: 'q07_hood_dark',
    counts: [97],
    outOf: [...scale, 97, 98],
    name: [
      'Bez wyjść w pojedynkę po zmroku',
      'Do not go out alone after dark',
      'Не виходять на самоті після настання темряви',
    ],
    base: everyoneAnswering,
    result: [
      '{{value}} osób nie wychodzi w pojedynkę po zmroku',
      '{{value}} do not go out alone after dark',
      '{{value}} не виходять на самоті після настання темряви',
    ],
  }),
  share({
    id: 'less_safe_than_year_ago',
    direction: 'high-is-bad',
    variable: 'q09_change',
    counts: [4, 5],
    outOf: [1, 2, 3, 4, 5],
    name: ['Mniej bezpiecznie niż rok temu', 'Less safe than a year ago', 'Менш безпечно, ніж рік тому'],
    base: withOpinion,
    result: [
      '{{value}} osób uważa, że w okolicy jest mniej bezpiecznie niż rok temu',
      '{{value}} find their neighbourhood less safe than a year ago',
      '{{value}} вважають, що в околиці менш безпечно, ніж рік тому',
    ],
  }),
];

type Setting = readonly [id: string, variable: string, where: readonly [pl: string, en: string, uk: string]];

const settings: readonly Setting[] = [
  [
    'home_dark_unsafe',
    'q08a_home_dark',
    ['w domu po zmroku', 'at home after dark', 'вдома після настання темряви'],
  ],
  [
    'stairwell_unsafe',
    'q08b_stairwell',
    [
      'na klatce, w windzie, garażu lub na podwórku',
      'on the stairs, in the lift, garage or yard',
      'на сходах, у ліфті, гаражі або у дворі',
    ],
  ],
  ['park_day_unsafe', 'q08c_park_day', ['w parku w dzień', 'in the park by day', 'в парку вдень']],
  [
    'park_dark_unsafe',
    'q08d_park_dark',
    ['w parku po zmroku', 'in the park after dark', 'в парку після настання темряви'],
  ],
  [
    'transit_day_unsafe',
    'q08e_transit_day',
    ['w tramwaju lub autobusie w dzień', 'on a tram or bus by day', 'в трамваї або автобусі вдень'],
  ],
  [
    'transit_dark_unsafe',
    'q08f_transit_dark',
    [
      'na przystanku, w tramwaju lub autobusie po zmroku',
      'at a stop, on a tram or bus after dark',
      'на зупинці, у трамваї або автобусі після настання темряви',
    ],
  ],
  [
    'centre_night_unsafe',
    'q08g_centre_night',
    [
      'w centrum miasta późnym wieczorem',
      'in the city centre late in the evening',
      'в центрі міста пізно ввечері',
    ],
  ],
];

const unsafeSettings = settings.map(([id, variable, [pl, en, uk]]) =>
  share({
    id,
    direction: 'high-is-bad',
    headline: id === 'transit_dark_unsafe',
    variable,
    counts: [3, 4],
    outOf: scale,
    name: [`Niebezpiecznie ${pl}`, `Unsafe ${en}`, `Небезпечно ${uk}`],
    base: inSituation,
    result: [
      `{{value}} osób czuje się niebezpiecznie ${pl}`,
      `{{value}} feel unsafe ${en}`,
      `{{value}} почуваються небезпечно ${uk}`,
    ],
  }),
);

/** Indicators of the general feeling of safety, the headline ones among them. */
export const feelingIndicators: IndicatorDefinition[] = [
  ...general,
  ...unsafeSettings,
  derived(
    'mean',
    {
      id: 'settings_score',
      direction: 'high-is-good',
      variables: settingsVariables,
      name: ['Bezpieczeństwo w siedmiu sytuacjach', 'Safety in seven situations', 'Безпека в семи ситуаціях'],
      base: enoughAnswers,
      result: [
        'Poczucie bezpieczeństwa w siedmiu sytuacjach: {{value}} na 100',
        'Feeling of safety in seven situations: {{value}} out of 100',
        'Відчуття безпеки в семи ситуаціях: {{value}} зі 100',
      ],
    },
    settingsScore,
  ),
];
