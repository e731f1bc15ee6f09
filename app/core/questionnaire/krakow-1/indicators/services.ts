import type { IndicatorDefinition } from '../../definition.ts';
import type { Words } from '../elements.ts';
import { everyoneAnswering, withOpinion } from './bases.ts';
import { share } from './define-indicator.ts';

const gate = [1, 2, 98];

const placeShares: IndicatorDefinition[] = [
  share({
    id: 'has_unsafe_place',
    direction: 'high-is-bad',
    trend: true,
    variable: 'q20_place_gate',
    counts: [1],
    outOf: gate,
    name: ['Zna miejsce niebezpieczne', 'Knows an unsafe place', 'Знає небезпечне місце'],
    base: everyoneAnswering,
    result: [
      '{{value}} osób zna w Krakowie miejsce, w którym nie czuje się bezpiecznie albo które omija',
      '{{value}} know a place in Kraków where they do not feel safe or which they avoid',
      '{{value}} знають у Кракові місце, де не почуваються безпечно або яке оминають',
    ],
  }),
  share({
    id: 'has_safe_place',
    direction: 'high-is-good',
    trend: true,
    variable: 'q22_safe_place',
    counts: [1],
    outOf: gate,
    name: [
      'Zna miejsce szczególnie bezpieczne',
      'Knows a particularly safe place',
      'Знає особливо безпечне місце',
    ],
    base: everyoneAnswering,
    result: [
      '{{value}} osób zna w Krakowie miejsce, w którym czuje się szczególnie bezpiecznie',
      '{{value}} know a place in Kraków where they feel particularly safe',
      '{{value}} знають у Кракові місце, де почуваються особливо безпечно',
    ],
  }),
];

type Service = readonly [id: string, variable: string, name: Words, result: Words];

const trusted: readonly Service[] = [
  [
    'trust_police',
    'q23a_police',
    ['Zaufanie do Policji', 'Trust in the police', 'Довіра до поліції'],
    ['{{value}} osób ufa Policji', '{{value}} trust the police', '{{value}} довіряють поліції'],
  ],
  [
    'trust_municipal_guard',
    'q23b_sm',
    ['Zaufanie do Straży Miejskiej', 'Trust in the municipal guard', 'Довіра до муніципальної варти'],
    [
      '{{value}} osób ufa Straży Miejskiej',
      '{{value}} trust the municipal guard',
      '{{value}} довіряють муніципальній варті',
    ],
  ],
  [
    'trust_city',
    'q23c_city',
    [
      'Zaufanie do Urzędu Miasta w sprawach bezpieczeństwa',
      'Trust in City Hall on safety matters',
      'Довіра до міської влади у справах безпеки',
    ],
    [
      '{{value}} osób ufa Urzędowi Miasta w sprawach bezpieczeństwa',
      '{{value}} trust City Hall on safety matters',
      '{{value}} довіряють міській владі у справах безпеки',
    ],
  ],
];

const rated: readonly Service[] = [
  [
    'rate_police',
    'q24a_police',
    ['Policja działa dobrze', 'The police work well', 'Поліція працює добре'],
    [
      '{{value}} osób uważa, że w okolicy Policja działa dobrze lub bardzo dobrze',
      '{{value}} say that the police work well or very well in their neighbourhood',
      '{{value}} вважають, що в околиці поліція працює добре або дуже добре',
    ],
  ],
  [
    'rate_municipal_guard',
    'q24b_sm',
    ['Straż Miejska działa dobrze', 'The municipal guard works well', 'Муніципальна варта працює добре'],
    [
      '{{value}} osób uważa, że w okolicy Straż Miejska działa dobrze lub bardzo dobrze',
      '{{value}} say that the municipal guard works well or very well in their neighbourhood',
      '{{value}} вважають, що в околиці муніципальна варта працює добре або дуже добре',
    ],
  ],
  [
    'rate_social_help',
    'q24c_social',
    [
      'Pomoc osobom uzależnionym i w kryzysie bezdomności działa dobrze',
      'Help for people with addiction or in homelessness works well',
      'Допомога людям із залежністю та у кризі безпритульності працює добре',
    ],
    [
      '{{value}} osób uważa, że w okolicy pomoc osobom uzależnionym i w kryzysie bezdomności działa dobrze lub bardzo dobrze',
      '{{value}} say that help for people with addiction or in homelessness works well or very well in their neighbourhood',
      '{{value}} вважають, що в околиці допомога людям із залежністю та у кризі безпритульності працює добре або дуже добре',
    ],
  ],
];

const patrols = share({
  id: 'patrol_seen_weekly',
  direction: 'high-is-good',
  variable: 'q25_patrol',
  counts: [1, 2],
  outOf: [1, 2, 3, 4, 5],
  name: [
    'Patrol widziany co najmniej raz w tygodniu',
    'Patrol seen at least weekly',
    'Патруль видно щонайменше раз на тиждень',
  ],
  base: withOpinion,
  result: [
    '{{value}} osób widuje patrol w swojej okolicy co najmniej raz w tygodniu',
    '{{value}} see a patrol in their neighbourhood at least once a week',
    '{{value}} бачать патруль у своїй околиці щонайменше раз на тиждень',
  ],
});

const goodShare = (counts: number[], outOf: number[]) => {
  return ([id, variable, name, result]: Service) =>
    share({ id, direction: 'high-is-good', variable, counts, outOf, name, base: withOpinion, result });
};

/** Indicators of trust in services and of how they are rated. */
export const serviceIndicators: IndicatorDefinition[] = [
  ...placeShares,
  ...trusted.map(goodShare([1, 2], [1, 2, 3, 4])),
  ...rated.map(goodShare([4, 5], [1, 2, 3, 4, 5])),
  patrols,
];
