import type { SurveyChoice, SurveyPage, SurveyQuestion } from '../definition.ts';
import { districts, livesInKrakow } from './districts.ts';
import { dropdown, exclusive, multiple, options, panel, type Row, single, text } from './elements.ts';
import { noAnswer } from './scales.ts';

const rows: readonly Row[] = [
  ['q14a_theft', 'kradzież rzeczy osobistych', 'theft of personal belongings', 'крадіжка особистих речей'],
  [
    'q14b_bike_car',
    'kradzież roweru, hulajnogi, samochodu lub rzeczy z samochodu',
    'theft of a bike, scooter, car or things from a car',
    'крадіжка велосипеда, самоката, авто або речей з авто',
  ],
  ['q14c_burglary', 'włamanie lub próba włamania', 'burglary or attempted burglary', 'злам або спроба зламу'],
  ['q14d_damage', 'umyślne zniszczenie mienia', 'deliberate damage to property', 'умисне пошкодження майна'],
  ['q14e_threat', 'groźby lub zastraszanie', 'threats or intimidation', 'погрози або залякування'],
  [
    'q14f_violence',
    'uderzenie, pobicie lub rozbój',
    'being hit, beaten or robbed by force',
    'удар, побиття або пограбування',
  ],
  [
    'q14g_fraud',
    'oszustwo (np. na „wnuczka”, w klubie, w internecie)',
    'fraud (e.g. fake relative, club bill, online)',
    'шахрайство (напр. «родич у біді», клуб, інтернет)',
  ],
  [
    'q14h_hate',
    'obraza lub atak z powodu pochodzenia, wyznania, orientacji lub niepełnosprawności',
    'abuse or attack over origin, faith, orientation or disability',
    'образа або напад через походження, віру, орієнтацію чи інвалідність',
  ],
];

const yesNo = options([1, 'tak', 'yes', 'так'], [2, 'nie', 'no', 'ні']).concat(noAnswer);

const times = options(
  [1, '1', '1', '1'],
  [2, '2', '2', '2'],
  [3, '3', '3', '3'],
  [4, '4', '4', '4'],
  [5, '5', '5', '5'],
  [6, 'więcej', 'more', 'більше'],
).concat(noAnswer);

const happened = ([variable]: Row) => `{${variable}} = 1`;
const anyHappened = rows.map(happened).join(' or ');
const notReported = `(${anyHappened}) and {q16_reported} contains 5`;

/** `q14a_theft` is followed by `q14a_n`, the number of times. */
function incident(row: Row): SurveyQuestion[] {
  const [variable, pl, en, uk] = row;
  return [
    single(variable, [pl, en, uk], yesNo),
    single(`${variable.slice(0, 4)}_n`, ['Ile razy?', 'How many times?', 'Скільки разів?'], times, {
      visibleIf: happened(row),
    }),
  ];
}

const incidents = rows.map((row, index): SurveyChoice => {
  const [, pl, en, uk] = row;
  return { value: index + 1, text: text([pl, en, uk]), visibleIf: happened(row) };
});

/** Q14–Q17: incidents within six months, and whether the last one was reported. */
export const experience: SurveyPage = {
  name: 'experience',
  title: text([
    'Zdarzenia z ostatnich 6 miesięcy',
    'Experience in the last 6 months',
    'Події за останні 6 місяців',
  ]),
  visibleIf: livesInKrakow,
  elements: [
    panel(
      'q14_vict',
      [
        'Czy od {recall_date} spotkało Panią/Pana osobiście w Krakowie coś z poniższej listy?',
        'Since {recall_date}, has any of the following happened to you personally in Kraków?',
        'Чи з {recall_date} з Вами особисто сталося в Кракові щось із цього списку?',
      ],
      rows.flatMap(incident),
    ),
    panel(
      'q15_last',
      [
        'Które z tych zdarzeń było ostatnie i gdzie do niego doszło?',
        'Which of these was the most recent and where did it happen?',
        'Яка з цих подій була останньою і де вона сталася?',
      ],
      [
        single(
          'q15a_which',
          ['Ostatnie zdarzenie', 'The most recent', 'Остання подія'],
          incidents.concat(noAnswer),
        ),
        single(
          'q15b_where',
          ['Miejsce tego zdarzenia', 'Where it happened', 'Місце цієї події'],
          options(
            [1, 'dom lub budynek', 'home or building', 'дім, будинок'],
            [2, 'moja okolica', 'my neighbourhood', 'моя околиця'],
            [3, 'inne miejsce w mojej dzielnicy', 'elsewhere in my district', 'інше місце в моєму районі'],
            [4, 'inna dzielnica', 'another district', 'інший район'],
            [5, 'transport publiczny', 'public transport', 'громадський транспорт'],
            [6, 'internet lub telefon', 'online or phone', 'інтернет або телефон'],
          ).concat(noAnswer),
        ),
        dropdown(
          'q15c_district',
          ['Która dzielnica?', 'Which district?', 'Який район?'],
          districts.concat(noAnswer),
          {
            visibleIf: '{q15b_where} = 4',
          },
        ),
      ],
      { visibleIf: anyHappened },
    ),
    multiple(
      'q16_reported',
      [
        'Komu zgłoszono to ostatnie zdarzenie?',
        'To whom was that last incident reported?',
        'Кому повідомили про цю останню подію?',
      ],
      options(
        [1, 'Policja', 'Police', 'Поліція'],
        [2, 'Straż Miejska', 'Municipal Guard', 'Муніципальна варта'],
        [3, 'Krajowa Mapa Zagrożeń', 'National Safety Threat Map', 'Національна карта загроз'],
        [
          4,
          'administracja, spółdzielnia, inny urząd',
          'building manager, co-op, other office',
          'управитель, кооператив, інша установа',
        ],
      ).concat(exclusive(options([5, 'nikomu', 'nobody', 'нікому']).concat(noAnswer))),
      { visibleIf: anyHappened },
    ),
    multiple(
      'q17_why_not',
      ['Dlaczego nie zgłoszono tego zdarzenia?', 'Why was it not reported?', 'Чому про подію не повідомили?'],
      options(
        [1, 'sprawa zbyt błaha', 'too minor', 'дрібниця'],
        [2, 'i tak nic by nie zrobili', 'they would do nothing', 'все одно нічого б не зробили'],
        [
          3,
          'brak dowodów, sprawca nieznany',
          'no evidence, offender unknown',
          'немає доказів, кривдник невідомий',
        ],
        [4, 'obawa przed sprawcą', 'fear of the offender', 'страх перед кривдником'],
        [5, 'nie wiedziałam/em gdzie', 'did not know where', 'не знав/-ла куди'],
        [6, 'za dużo formalności', 'too many formalities', 'забагато формальностей'],
        [7, 'załatwione inaczej', 'solved otherwise', 'вирішено інакше'],
        [8, 'inny powód', 'other', 'інше'],
      ).concat(exclusive([noAnswer])),
      { visibleIf: notReported },
    ),
  ],
};
