import type { SurveyPage } from '../definition.ts';
import { livesInKrakow } from './districts.ts';
import { battery, options, single, text } from './elements.ts';
import { agreement, cannotSay, doesNotApply, safety, safetyAnswers } from './scales.ts';

/** Q4–Q9: the general feeling of safety, in seven settings, and how it changed. */
export const feeling: SurveyPage = {
  name: 'feeling',
  title: text(['Ogólne poczucie bezpieczeństwa', 'General feeling of safety', 'Загальне відчуття безпеки']),
  visibleIf: livesInKrakow,
  elements: [
    single(
      'q04_city_safe',
      [
        'Czy uważa Pani/Pan Kraków za bezpieczne miasto?',
        'Do you consider Kraków a safe city?',
        'Чи вважаєте Ви Краків безпечним містом?',
      ],
      agreement,
    ),
    single(
      'q05_district_safe',
      [
        'A czy dzielnica, w której Pani/Pan mieszka, jest bezpieczna?',
        'And is the district you live in safe?',
        'А чи безпечним є район, у якому Ви живете?',
      ],
      agreement,
    ),
    single(
      'q06_hood_day',
      [
        'Jak bezpiecznie czuje się Pani/Pan, idąc samotnie w ciągu dnia w swojej okolicy, czyli do 15 minut pieszo od domu?',
        "How safe do you feel walking alone in the daytime in your neighbourhood, that is within 15 minutes' walk of home?",
        'Наскільки безпечно Ви почуваєтеся, коли йдете самі вдень у своїй околиці, тобто до 15 хвилин пішки від дому?',
      ],
      safety,
    ),
    single(
      'q07_hood_dark',
      [
        'A jak bezpiecznie czuje się Pani/Pan, idąc tam samotnie po zmroku?',
        'And how safe do you feel walking there alone after dark?',
        'А наскільки безпечно Ви почуваєтеся, коли йдете там самі після настання темряви?',
      ],
      safetyAnswers.concat(
        doesNotApply([
          'nie wychodzę sam/a po zmroku',
          'I do not go out alone after dark',
          'не виходжу на самоті після настання темряви',
        ]),
        cannotSay,
      ),
    ),
    battery(
      'q08_settings',
      [
        'Jak bezpiecznie czuje się Pani/Pan w następujących sytuacjach?',
        'How safe do you feel in these situations?',
        'Наскільки безпечно Ви почуваєтеся в таких ситуаціях?',
      ],
      [
        [
          'q08a_home_dark',
          'w domu lub mieszkaniu, gdy jest Pani/Pan sam/a po zmroku',
          'at home alone after dark',
          'вдома на самоті після настання темряви',
        ],
        [
          'q08b_stairwell',
          'na klatce schodowej, w windzie, garażu lub na podwórku',
          'on the stairs, in the lift, garage or yard of your building',
          'на сходах, у ліфті, гаражі або у дворі будинку',
        ],
        [
          'q08c_park_day',
          'w najbliższym parku lub terenie zielonym w ciągu dnia',
          'in the nearest park or green area in the daytime',
          'у найближчому парку або зеленій зоні вдень',
        ],
        [
          'q08d_park_dark',
          'w tym parku lub terenie zielonym po zmroku',
          'in that park or green area after dark',
          'у цьому парку або зеленій зоні після настання темряви',
        ],
        [
          'q08e_transit_day',
          'w tramwaju lub autobusie w ciągu dnia',
          'on a tram or bus in the daytime',
          'у трамваї або автобусі вдень',
        ],
        [
          'q08f_transit_dark',
          'na przystanku, w tramwaju lub autobusie po zmroku',
          'at a stop, on a tram or bus after dark',
          'на зупинці, у трамваї або автобусі після настання темряви',
        ],
        [
          'q08g_centre_night',
          'w centrum miasta (Stare Miasto, Kazimierz) późnym wieczorem',
          'in the city centre (Old Town, Kazimierz) late in the evening',
          'у центрі міста (Старе Місто, Казімеж) пізно ввечері',
        ],
      ],
      safety,
    ),
    single(
      'q09_change',
      [
        'W porównaniu z sytuacją sprzed roku, czy w Pani/Pana okolicy jest teraz:',
        'Compared with a year ago, is your neighbourhood now:',
        'Порівняно з минулим роком, чи у Вашій околиці зараз:',
      ],
      options(
        [1, 'znacznie bezpieczniej', 'much safer', 'значно безпечніше'],
        [2, 'trochę bezpieczniej', 'a little safer', 'трохи безпечніше'],
        [3, 'tak samo', 'the same', 'так само'],
        [4, 'trochę mniej bezpiecznie', 'a little less safe', 'трохи менш безпечно'],
        [5, 'znacznie mniej bezpiecznie', 'much less safe', 'значно менш безпечно'],
      ).concat(
        doesNotApply([
          'mieszkam tu krócej niż rok',
          'I have lived here for less than a year',
          'живу тут менше року',
        ]),
        cannotSay,
      ),
      { visibleIf: '{q03_tenure} <> 1' },
    ),
  ],
};
