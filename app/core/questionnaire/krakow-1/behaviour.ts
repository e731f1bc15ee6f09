import type { SurveyPage } from '../definition.ts';
import { livesInKrakow } from './districts.ts';
import { battery, exclusive, multiple, options, single, text } from './elements.ts';
import { doesNotApply, frequency, frequencyAnswers } from './scales.ts';

const avoidance = battery(
  'q18_avoid',
  [
    'Jak często ze względu na swoje bezpieczeństwo Pani/Pan:',
    'How often, because of your safety, do you:',
    'Як часто заради своєї безпеки Ви:',
  ],
  [
    [
      'q18a_street',
      'omija niektóre ulice, przejścia lub podwórka w okolicy',
      'avoid certain streets, passages or yards nearby',
      'оминаєте певні вулиці, переходи або двори поблизу',
    ],
    [
      'q18b_stay',
      'rezygnuje z wyjścia po zmroku',
      'decide not to go out after dark',
      'відмовляєтеся виходити після настання темряви',
    ],
    [
      'q18c_park',
      'omija parki i tereny zielone',
      'avoid parks and green areas',
      'оминаєте парки та зелені зони',
    ],
    [
      'q18d_transit',
      'rezygnuje z tramwaju lub autobusu wieczorem',
      'avoid trams or buses in the evening',
      'відмовляєтеся від трамвая чи автобуса ввечері',
    ],
    [
      'q18e_escort',
      'prosi kogoś o towarzystwo lub dzwoni w drodze',
      'ask someone to go with you or call on the way',
      'просите когось піти з Вами або телефонуєте дорогою',
    ],
  ],
  frequency,
);

const keepsChildIn = single(
  'q18f_child',
  [
    'zabrania dziecku samodzielnie wychodzić',
    'keep your child from going out alone',
    'не дозволяєте дитині виходити самій',
  ],
  frequencyAnswers.concat(doesNotApply(['nie mam dzieci', 'no children', 'немає дітей'])),
);

/** Q18–Q19: what residents avoid, and how they protect themselves. */
export const behaviour: SurveyPage = {
  name: 'behaviour',
  title: text(['Bezpieczeństwo na co dzień', 'Safety day to day', 'Безпека щодня']),
  visibleIf: livesInKrakow,
  elements: [
    { ...avoidance, elements: [...avoidance.elements, keepsChildIn] },
    multiple(
      'q19_protect',
      [
        'Z których zabezpieczeń Pani/Pan korzysta?',
        'Which protection measures do you use?',
        'Якими засобами захисту Ви користуєтеся?',
      ],
      options(
        [1, 'alarm lub kamera w domu', 'home alarm or camera', 'сигналізація або камера'],
        [2, 'dodatkowe zamki, kraty, drzwi', 'extra locks, bars, doors', 'додаткові замки, ґрати, двері'],
        [
          3,
          'gaz, alarm osobisty lub podobne',
          'spray, personal alarm or similar',
          'балончик, особиста сигналізація або подібне',
        ],
        [4, 'ubezpieczenie od kradzieży', 'theft insurance', 'страхування від крадіжки'],
        [5, 'umowa z sąsiadami', 'agreement with neighbours', 'домовленість із сусідами'],
        [6, 'aplikacja bezpieczeństwa', 'safety app', 'застосунок безпеки'],
      ).concat(exclusive(options([7, 'żadne', 'none', 'жодні']))),
    ),
  ],
};
