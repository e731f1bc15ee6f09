import type { SurveyChoice, SurveyPage } from '../definition.ts';
import { livesInKrakow } from './districts.ts';
import { battery, single, text, type Words } from './elements.ts';
import { likelihood } from './scales.ts';

/** 0–10, worded at both ends. */
function elevenPoints(lowest: Words, highest: Words): SurveyChoice[] {
  return Array.from({ length: 11 }, (_, value) => {
    const [pl, en, uk] = value === 0 ? lowest : value === 10 ? highest : ['', '', ''];
    const label = (word: string) => (word ? `${value} – ${word}` : String(value));
    return { value, text: text([label(pl), label(en), label(uk)]) };
  });
}

/** Q12–Q13: incidents that residents expect, and what worry does to their lives. */
export const worry: SurveyPage = {
  name: 'worry',
  title: text(['Obawy i ich wpływ', 'Worry and its effect', 'Побоювання та їхній вплив']),
  visibleIf: livesInKrakow,
  elements: [
    battery(
      'q12_likely',
      [
        'Na ile prawdopodobne jest, Pani/Pana zdaniem, że w ciągu najbliższych 12 miesięcy w Krakowie spotka Panią/Pana:',
        'How likely is it, in your opinion, that in the next 12 months in Kraków you will experience:',
        'Наскільки ймовірно, на Вашу думку, що протягом наступних 12 місяців у Кракові з Вами станеться:',
      ],
      [
        ['q12a_theft', 'kradzież', 'a theft', 'крадіжка'],
        [
          'q12b_burglary',
          'włamanie do mieszkania, domu lub piwnicy',
          'a burglary of your home or cellar',
          'злам квартири, будинку або підвалу',
        ],
        ['q12c_assault', 'napaść lub pobicie', 'an assault or beating', 'напад або побиття'],
        [
          'q12d_robbery',
          'rozbój, czyli kradzież z użyciem siły lub groźby',
          'a robbery with force or threat',
          'пограбування із застосуванням сили або погрози',
        ],
        [
          'q12e_harass',
          'natarczywe zaczepianie lub molestowanie w miejscu publicznym',
          'persistent pestering or sexual harassment in public',
          'настирливе чіпляння або домагання в громадському місці',
        ],
        ['q12f_traffic', 'potrącenie przez pojazd', 'being hit by a vehicle', 'наїзд транспортного засобу'],
      ],
      likelihood,
    ),
    single(
      'q13_impact',
      [
        'W jakim stopniu obawa przed przestępczością lub agresją wpływa na Pani/Pana codzienne życie?',
        'To what extent does worry about crime or aggression affect your everyday life?',
        'Якою мірою побоювання злочинності чи агресії впливає на Ваше щоденне життя?',
      ],
      elevenPoints(['wcale', 'not at all', 'зовсім ні'], ['bardzo silnie', 'very strongly', 'дуже сильно']),
    ),
  ],
};
