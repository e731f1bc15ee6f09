import type { SurveyPage } from '../definition.ts';
import { districts, livesInKrakow, outsideKrakow } from './districts.ts';
import { dropdown, options, panel, shortText, single, text } from './elements.ts';

/** Asked before anything about safety, so its title must not name the topic. */
export const city: SurveyPage = {
  name: 'city',
  title: text(['Na początek: sprawy Krakowa', 'To begin with: Kraków', 'Для початку: справи Кракова']),
  elements: [
    panel(
      'q01_top_problem',
      [
        'Jakimi sprawami, Pani/Pana zdaniem, władze Krakowa powinny zająć się w pierwszej kolejności? Proszę podać do trzech.',
        'In your opinion, which matters should the Kraków authorities deal with first? Please name up to three.',
        'Якими справами, на Вашу думку, влада Кракова має зайнятися в першу чергу? Назвіть до трьох.',
      ],
      [
        shortText('q01_top_problem_1', ['Sprawa pierwsza', 'First matter', 'Перша справа'], 100),
        shortText('q01_top_problem_2', ['Sprawa druga', 'Second matter', 'Друга справа'], 100),
        shortText('q01_top_problem_3', ['Sprawa trzecia', 'Third matter', 'Третя справа'], 100),
      ],
    ),
    dropdown(
      'q02_district',
      [
        'W której dzielnicy Krakowa Pani/Pan mieszka?',
        'In which district of Kraków do you live?',
        'У якому районі Кракова Ви живете?',
      ],
      districts.concat(
        options([outsideKrakow, 'nie mieszkam w Krakowie', 'I do not live in Kraków', 'я не живу в Кракові']),
      ),
      {
        isRequired: true,
        description: [
          'Jeśli dzielnica jest już zaznaczona, pochodzi z rejestru mieszkańców. Proszę ją potwierdzić albo poprawić.',
          'If a district is already selected, it comes from the register of residents. Please confirm or correct it.',
          'Якщо район уже вибрано, він походить із реєстру мешканців. Підтвердьте його або виправте.',
        ],
      },
    ),
    shortText(
      'q02b_area',
      [
        'Na jakim osiedlu lub w jakiej części dzielnicy? (nieobowiązkowe)',
        'On which estate or in which part of the district? (optional)',
        'У якому мікрорайоні чи частині району? (необов’язково)',
      ],
      100,
      { visibleIf: livesInKrakow },
    ),
    single(
      'q03_tenure',
      [
        'Od jak dawna mieszka Pani/Pan w tej dzielnicy?',
        'How long have you lived in this district?',
        'Як давно Ви живете в цьому районі?',
      ],
      options(
        [1, 'krócej niż rok', 'less than a year', 'менше року'],
        [2, '1–4 lata', '1–4 years', '1–4 роки'],
        [3, '5–9 lat', '5–9 years', '5–9 років'],
        [4, '10–19 lat', '10–19 years', '10–19 років'],
        [5, '20 lat lub dłużej', '20 years or more', '20 років або довше'],
      ),
      { visibleIf: livesInKrakow },
    ),
  ],
};
