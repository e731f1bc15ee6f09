import type { SurveyPage } from '../definition.ts';
import { livesInKrakow } from './districts.ts';
import { longText, options, single, text } from './elements.ts';
import { noAnswer } from './scales.ts';

/** Q30–Q35: demographics, asked last. */
export const about: SurveyPage = {
  name: 'about',
  title: text(['Na koniec: o Pani/Panu', 'Finally: about you', 'Наприкінці: про Вас']),
  description: text([
    'Te odpowiedzi służą tylko do ważenia i porównań.',
    'These answers are used only for weighting and comparison.',
    'Ці відповіді потрібні лише для зважування та порівняння.',
  ]),
  visibleIf: livesInKrakow,
  elements: [
    single(
      'q30_sex',
      ['Płeć', 'Sex', 'Стать'],
      options(
        [1, 'kobieta', 'woman', 'жінка'],
        [2, 'mężczyzna', 'man', 'чоловік'],
        [3, 'inna lub wolę nie podawać', 'other or prefer not to say', 'інша або не хочу вказувати'],
      ),
    ),
    single(
      'q31_age',
      ['Ile ma Pani/Pan lat?', 'How old are you?', 'Скільки Вам років?'],
      options(
        [1, '18–24', '18–24', '18–24'],
        [2, '25–34', '25–34', '25–34'],
        [3, '35–44', '35–44', '35–44'],
        [4, '45–54', '45–54', '45–54'],
        [5, '55–64', '55–64', '55–64'],
        [6, '65–74', '65–74', '65–74'],
        [7, '75 lub więcej', '75 or more', '75 або більше'],
      ).concat(noAnswer),
    ),
    single(
      'q32_edu',
      ['Wykształcenie', 'Education', 'Освіта'],
      options(
        [1, 'podstawowe lub gimnazjalne', 'primary or lower secondary', 'початкова або базова'],
        [2, 'zawodowe', 'vocational', 'професійна'],
        [3, 'średnie lub policealne', 'secondary', 'середня'],
        [4, 'wyższe', 'higher', 'вища'],
      ).concat(noAnswer),
    ),
    single(
      'q33_housing',
      ['Rodzaj zabudowy', 'Type of housing', 'Тип житла'],
      options(
        [1, 'wysoki blok (5 lub więcej pięter)', 'high-rise block', 'багатоповерхівка'],
        [2, 'niski blok', 'low block', 'малоповерховий блок'],
        [3, 'kamienica', 'tenement', 'кам’яниця'],
        [4, 'dom jednorodzinny lub szeregowy', 'house', 'будинок'],
        [5, 'akademik, hostel, inne', 'dormitory, hostel, other', 'гуртожиток, хостел, інше'],
      ).concat(noAnswer),
    ),
    single(
      'q34_health',
      [
        'Czy długotrwała choroba lub niepełnosprawność ogranicza Panią/Pana w codziennych czynnościach?',
        'Does a long-term illness or disability limit your everyday activities?',
        'Чи обмежує Вас тривала хвороба або інвалідність у щоденних справах?',
      ],
      options(
        [1, 'tak, mocno', 'yes, a lot', 'так, сильно'],
        [2, 'tak, trochę', 'yes, a little', 'так, трохи'],
        [3, 'nie', 'no', 'ні'],
      ).concat(noAnswer),
      {
        description: [
          'To informacja o zdrowiu. Zaznaczenie odpowiedzi oznacza wyraźną zgodę na jej użycie w tym badaniu; pytanie można pominąć.',
          'This is information about health. By choosing an answer you explicitly agree to its use in this survey; you may skip the question.',
          'Це інформація про здоров’я. Вибираючи відповідь, Ви прямо погоджуєтеся на її використання в цьому дослідженні; запитання можна пропустити.',
        ],
      },
    ),
    single(
      'q35_origin',
      [
        'Od kiedy mieszka Pani/Pan w Polsce?',
        'How long have you lived in Poland?',
        'Відколи Ви живете в Польщі?',
      ],
      options(
        [
          1,
          'od urodzenia lub ponad 10 lat',
          'since birth or more than 10 years',
          'від народження або понад 10 років',
        ],
        [2, '3–10 lat', '3–10 years', '3–10 років'],
        [3, 'krócej niż 3 lata', 'less than 3 years', 'менше 3 років'],
      ).concat(noAnswer),
    ),
    longText(
      'end_comment',
      [
        'Czy chce Pani/Pan coś dodać? Prosimy nie podawać nazwisk ani numerów.',
        'Anything to add? Please give no names or numbers.',
        'Бажаєте щось додати? Просимо не вказувати прізвищ і номерів.',
      ],
      500,
    ),
  ],
};
