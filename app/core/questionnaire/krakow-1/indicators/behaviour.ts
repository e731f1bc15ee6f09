import type { IndicatorDefinition } from '../../definition.ts';
import type { Words } from '../elements.ts';
import { applicable, enoughAnswers } from './bases.ts';
import { derived, mentionShare, share } from './define-indicator.ts';
import { avoidScore, avoidVariables } from './scores.ts';

type Avoidance = readonly [id: string, variable: string, name: Words, result: Words];

const avoidances: readonly Avoidance[] = [
  [
    'avoids_places',
    'q18a_street',
    [
      'Omijanie ulic, przejść lub podwórek',
      'Avoiding streets, passages or yards',
      'Оминання вулиць, переходів або дворів',
    ],
    [
      '{{value}} osób często lub zawsze omija niektóre ulice, przejścia lub podwórka w okolicy',
      '{{value}} often or always avoid certain streets, passages or yards nearby',
      '{{value}} часто або завжди оминають певні вулиці, переходи або двори поблизу',
    ],
  ],
  [
    'stays_in_dark',
    'q18b_stay',
    ['Rezygnacja z wyjścia po zmroku', 'Staying in after dark', 'Відмова виходити після настання темряви'],
    [
      '{{value}} osób często lub zawsze rezygnuje z wyjścia po zmroku',
      '{{value}} often or always decide not to go out after dark',
      '{{value}} часто або завжди відмовляються виходити після настання темряви',
    ],
  ],
  [
    'avoids_parks',
    'q18c_park',
    ['Omijanie parków i zieleni', 'Avoiding parks and green areas', 'Оминання парків і зелених зон'],
    [
      '{{value}} osób często lub zawsze omija parki i tereny zielone',
      '{{value}} often or always avoid parks and green areas',
      '{{value}} часто або завжди оминають парки та зелені зони',
    ],
  ],
  [
    'avoids_transit',
    'q18d_transit',
    [
      'Rezygnacja z tramwaju lub autobusu wieczorem',
      'Avoiding trams or buses in the evening',
      'Відмова від трамвая чи автобуса ввечері',
    ],
    [
      '{{value}} osób często lub zawsze rezygnuje wieczorem z tramwaju lub autobusu',
      '{{value}} often or always avoid trams or buses in the evening',
      '{{value}} часто або завжди відмовляються ввечері від трамвая чи автобуса',
    ],
  ],
  [
    'asks_escort',
    'q18e_escort',
    ['Prośba o towarzystwo w drodze', 'Asking for company on the way', 'Прохання про супровід'],
    [
      '{{value}} osób często lub zawsze prosi kogoś o towarzystwo lub dzwoni w drodze',
      '{{value}} often or always ask someone to go with them or call on the way',
      '{{value}} часто або завжди просять когось піти з ними або телефонують дорогою',
    ],
  ],
  [
    'keeps_child_in',
    'q18f_child',
    ['Dziecko bez samodzielnych wyjść', 'Keeping a child from going out alone', 'Дитина не виходить сама'],
    [
      '{{value}} osób mających dzieci często lub zawsze zabrania dziecku samodzielnie wychodzić',
      '{{value}} of those with children often or always keep their child from going out alone',
      '{{value}} тих, хто має дітей, часто або завжди не дозволяють дитині виходити самій',
    ],
  ],
];

const avoidanceShares = avoidances.map(([id, variable, name, result]) =>
  share({
    id,
    direction: 'high-is-bad',
    headline: id === 'avoids_places',
    variable,
    counts: [3, 4],
    outOf: [1, 2, 3, 4],
    name,
    base: applicable,
    result,
  }),
);

/** Indicators of the page on avoidance and protection. */
export const behaviourIndicators: IndicatorDefinition[] = [
  ...avoidanceShares,
  derived(
    'mean',
    {
      id: 'avoid_score',
      direction: 'high-is-bad',
      variables: avoidVariables,
      name: ['Unikanie', 'Avoidance', 'Уникання'],
      base: enoughAnswers,
      result: [
        'Unikanie ze względu na bezpieczeństwo: {{value}} na 100',
        'Avoidance because of safety: {{value}} out of 100',
        'Уникання заради безпеки: {{value}} зі 100',
      ],
    },
    avoidScore,
  ),
  mentionShare({
    id: 'protection_any',
    direction: 'neutral',
    variable: 'q19_protect',
    counts: [1, 2, 3, 4, 5, 6],
    name: ['Korzystanie z zabezpieczeń', 'Using protection measures', 'Використання засобів захисту'],
    base: ['Wszystkie osoby, które odpowiedziały', 'Everyone who answered', 'Усі, хто відповів'],
    result: [
      '{{value}} osób korzysta z co najmniej jednego zabezpieczenia',
      '{{value}} use at least one protection measure',
      '{{value}} використовують принаймні один засіб захисту',
    ],
  }),
];
