import type { SurveyChoice } from '../definition.ts';
import { options } from './elements.ts';

/** The 18 districts by number. Ukrainian gives the sound and keeps the name that stands on the street signs. */
export const districts: SurveyChoice[] = options(
  [1, 'I Stare Miasto', 'I Stare Miasto', 'I Старе Місто (Stare Miasto)'],
  [2, 'II Grzegórzki', 'II Grzegórzki', 'II Гжегужки (Grzegórzki)'],
  [3, 'III Prądnik Czerwony', 'III Prądnik Czerwony', 'III Прондник Червоний (Prądnik Czerwony)'],
  [4, 'IV Prądnik Biały', 'IV Prądnik Biały', 'IV Прондник Бялий (Prądnik Biały)'],
  [5, 'V Krowodrza', 'V Krowodrza', 'V Кроводжа (Krowodrza)'],
  [6, 'VI Bronowice', 'VI Bronowice', 'VI Броновіце (Bronowice)'],
  [7, 'VII Zwierzyniec', 'VII Zwierzyniec', 'VII Звежинець (Zwierzyniec)'],
  [8, 'VIII Dębniki', 'VIII Dębniki', 'VIII Дембники (Dębniki)'],
  [
    9,
    'IX Łagiewniki-Borek Fałęcki',
    'IX Łagiewniki-Borek Fałęcki',
    'IX Лагевники-Борек Фаленцький (Łagiewniki-Borek Fałęcki)',
  ],
  [10, 'X Swoszowice', 'X Swoszowice', 'X Свошовіце (Swoszowice)'],
  [11, 'XI Podgórze Duchackie', 'XI Podgórze Duchackie', 'XI Подгуже Духацьке (Podgórze Duchackie)'],
  [12, 'XII Bieżanów-Prokocim', 'XII Bieżanów-Prokocim', 'XII Бежанув-Прокоцим (Bieżanów-Prokocim)'],
  [13, 'XIII Podgórze', 'XIII Podgórze', 'XIII Подгуже (Podgórze)'],
  [14, 'XIV Czyżyny', 'XIV Czyżyny', 'XIV Чижини (Czyżyny)'],
  [15, 'XV Mistrzejowice', 'XV Mistrzejowice', 'XV Містшейовіце (Mistrzejowice)'],
  [16, 'XVI Bieńczyce', 'XVI Bieńczyce', 'XVI Беньчице (Bieńczyce)'],
  [
    17,
    'XVII Wzgórza Krzesławickie',
    'XVII Wzgórza Krzesławickie',
    'XVII Взгужа Кшеславіцькі (Wzgórza Krzesławickie)',
  ],
  [18, 'XVIII Nowa Huta', 'XVIII Nowa Huta', 'XVIII Нова Гута (Nowa Huta)'],
);

/** Not a district number in any city, so that it cannot be taken for one. */
export const outsideKrakow = 90;
/** The condition of every page for residents only. */
export const livesInKrakow = `{q02_district} <> ${outsideKrakow}`;
