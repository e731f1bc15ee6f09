import type { SurveyPage } from '../definition.ts';
import { livesInKrakow } from './districts.ts';
import { battery, exclusive, multiple, options, single, text } from './elements.ts';
import { cannotSay, rating } from './scales.ts';

/** Q26–Q29: cameras, surroundings, and what to improve first. */
export const environment: SurveyPage = {
  name: 'environment',
  title: text([
    'Kamery, oświetlenie, priorytety',
    'Cameras, lighting, priorities',
    'Камери, освітлення, пріоритети',
  ]),
  visibleIf: livesInKrakow,
  elements: [
    single(
      'q26_cctv_feel',
      [
        'Gdy w miejscu publicznym są kamery miejskie:',
        'When a public place has city cameras:',
        'Коли в громадському місці є міські камери:',
      ],
      options(
        [1, 'czuję się bezpieczniej', 'I feel safer', 'почуваюся безпечніше'],
        [2, 'nie robi mi to różnicy', 'it makes no difference', 'для мене немає різниці'],
        [3, 'czuję się mniej swobodnie', 'I feel less at ease', 'почуваюся менш вільно'],
      ).concat(cannotSay),
    ),
    single(
      'q27_cctv_rule',
      [
        'Z którą opinią najbardziej się Pani/Pan zgadza?',
        'Which opinion is closest to yours?',
        'З якою думкою Ви найбільше згодні?',
      ],
      options(
        [
          1,
          'Kamery należy montować wszędzie, gdzie chcą tego mieszkańcy.',
          'Cameras should go wherever residents want them.',
          'Камери слід ставити всюди, де цього хочуть мешканці.',
        ],
        [
          2,
          'Kamery należy montować tylko tam, gdzie jest realne zagrożenie i inne środki nie pomogły.',
          'Cameras should go only where there is a real threat and other measures did not help.',
          'Камери слід ставити лише там, де є реальна загроза й інші заходи не допомогли.',
        ],
        [
          3,
          'Kamer powinno być mniej niż obecnie.',
          'There should be fewer cameras than now.',
          'Камер має бути менше, ніж зараз.',
        ],
      ).concat(cannotSay),
    ),
    battery(
      'q28_environment',
      [
        'Jak ocenia Pani/Pan w swojej okolicy:',
        'How do you rate in your neighbourhood:',
        'Як Ви оцінюєте у своїй околиці:',
      ],
      [
        [
          'q28a_street_light',
          'oświetlenie ulic i chodników',
          'street and pavement lighting',
          'освітлення вулиць і тротуарів',
        ],
        [
          'q28b_park_light',
          'oświetlenie parków i przejść',
          'lighting of parks and passages',
          'освітлення парків і переходів',
        ],
        ['q28c_upkeep', 'czystość i utrzymanie', 'cleanliness and upkeep', 'чистоту й утримання'],
        [
          'q28d_crossings',
          'bezpieczne przejścia dla pieszych',
          'safe pedestrian crossings',
          'безпечні пішохідні переходи',
        ],
        [
          'q28e_youth',
          'miejsca i zajęcia dla młodzieży',
          'places and activities for young people',
          'місця та заняття для молоді',
        ],
        [
          'q28f_evening_transit',
          'wieczorna komunikacja miejska',
          'evening public transport',
          'вечірній громадський транспорт',
        ],
      ],
      rating,
    ),
    multiple(
      'q29_priorities',
      [
        'Co w pierwszej kolejności poprawiłoby bezpieczeństwo w Pani/Pana dzielnicy? Proszę wybrać do trzech.',
        'What would improve safety in your district first? Choose up to three.',
        'Що насамперед покращило б безпеку у Вашому районі? Виберіть до трьох.',
      ],
      options(
        [1, 'więcej patroli pieszych', 'more foot patrols', 'більше піших патрулів'],
        [2, 'lepsze oświetlenie', 'better lighting', 'краще освітлення'],
        [3, 'monitoring wizyjny', 'CCTV', 'відеоспостереження'],
        [
          4,
          'kontrola sprzedaży alkoholu i lokali',
          'control of alcohol sales and venues',
          'контроль продажу алкоголю та закладів',
        ],
        [
          5,
          'pomoc osobom uzależnionym i bezdomnym',
          'help for people who are addicted or homeless',
          'допомога залежним і безпритульним',
        ],
        [6, 'zajęcia dla młodzieży', 'activities for young people', 'заняття для молоді'],
        [7, 'remonty i porządek w przestrzeni', 'repairs and tidiness', 'ремонт і лад у просторі'],
        [8, 'uspokojenie ruchu', 'traffic calming', 'заспокоєння руху'],
        [9, 'szybsza reakcja na zgłoszenia', 'faster response to reports', 'швидша реакція на звернення'],
        [10, 'edukacja i profilaktyka', 'education and prevention', 'освіта та профілактика'],
      ).concat(
        exclusive(
          options([11, 'nic nie trzeba zmieniać', 'nothing needs to change', 'нічого не треба змінювати']),
        ),
      ),
      { maxSelectedChoices: 3 },
    ),
  ],
};
