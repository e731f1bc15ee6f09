import type { SurveyPage } from '../definition.ts';
import { livesInKrakow } from './districts.ts';
import { battery, options, single, text } from './elements.ts';
import { cannotSay, rating, trust } from './scales.ts';

/** Q23–Q25: trust in services, how they are rated, and patrols. */
export const services: SurveyPage = {
  name: 'services',
  title: text(['Służby', 'Services', 'Служби']),
  visibleIf: livesInKrakow,
  elements: [
    battery(
      'q23_trust',
      [
        'Na ile ufa Pani/Pan następującym instytucjom?',
        'How far do you trust the following institutions?',
        'Наскільки Ви довіряєте таким установам?',
      ],
      [
        ['q23a_police', 'Policja', 'Police', 'Поліція'],
        ['q23b_sm', 'Straż Miejska', 'Municipal Guard', 'Муніципальна варта'],
        [
          'q23c_city',
          'Urząd Miasta w sprawach bezpieczeństwa',
          'City Hall on safety matters',
          'міська влада у справах безпеки',
        ],
      ],
      trust,
    ),
    battery(
      'q24_rate',
      [
        'Jak dobrze, Pani/Pana zdaniem, działają w Pani/Pana okolicy:',
        'How well, in your opinion, do these work in your neighbourhood:',
        'Наскільки добре, на Вашу думку, у Вашій околиці працюють:',
      ],
      [
        ['q24a_police', 'Policja', 'the police', 'поліція'],
        ['q24b_sm', 'Straż Miejska', 'the municipal guard', 'муніципальна варта'],
        [
          'q24c_social',
          'pomoc osobom uzależnionym i w kryzysie bezdomności',
          'help for people with addiction or in homelessness',
          'допомога людям із залежністю та у кризі безпритульності',
        ],
      ],
      rating,
    ),
    single(
      'q25_patrol',
      [
        'Jak często widuje Pani/Pan w swojej okolicy pieszy lub zmotoryzowany patrol Policji lub Straży Miejskiej?',
        'How often do you see a police or municipal guard patrol, on foot or by car, in your neighbourhood?',
        'Як часто Ви бачите у своїй околиці піший або моторизований патруль поліції чи муніципальної варти?',
      ],
      options(
        [1, 'codziennie lub prawie', 'daily or nearly', 'щодня або майже'],
        [2, 'co tydzień', 'weekly', 'щотижня'],
        [3, 'co miesiąc', 'monthly', 'щомісяця'],
        [4, 'rzadziej', 'less often', 'рідше'],
        [5, 'wcale', 'never', 'зовсім ні'],
      ).concat(cannotSay),
    ),
  ],
};
