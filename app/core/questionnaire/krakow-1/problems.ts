import type { SurveyChoice, SurveyPage } from '../definition.ts';
import { livesInKrakow } from './districts.ts';
import { battery, options, type Row, single, text } from './elements.ts';
import { problem } from './scales.ts';

const rows: readonly Row[] = [
  [
    'q10a_drinking',
    'picie alkoholu i osoby nietrzeźwe w miejscach publicznych',
    'public drinking and drunk people',
    'вживання алкоголю та п’яні особи в громадських місцях',
  ],
  ['q10b_noise_night', 'hałas i awantury nocą', 'noise and rows at night', 'шум і сварки вночі'],
  [
    'q10c_drugs',
    'zażywanie lub sprzedaż narkotyków',
    'drug use or dealing',
    'вживання або продаж наркотиків',
  ],
  [
    'q10d_aggression',
    'zaczepianie i agresywne zachowanie wobec przechodniów',
    'people pestering or acting aggressively towards passers-by',
    'чіпляння та агресивна поведінка щодо перехожих',
  ],
  [
    'q10e_hooligans',
    'pseudokibice, bójki grup',
    'football hooligans, group fights',
    'футбольні хулігани, групові бійки',
  ],
  [
    'q10f_hate',
    'obrażanie ludzi z powodu pochodzenia, wyznania, wyglądu lub orientacji',
    'abuse of people over origin, faith, looks or orientation',
    'образи людей через походження, віру, зовнішність чи орієнтацію',
  ],
  [
    'q10g_theft',
    'kradzieże (kieszonkowe, rowerów, z samochodów)',
    'thefts (pickpocketing, bikes, from cars)',
    'крадіжки (кишенькові, велосипедів, з автомобілів)',
  ],
  [
    'q10h_burglary',
    'włamania do mieszkań, piwnic, domów',
    'burglary of flats, cellars, houses',
    'квартирні крадіжки, злами підвалів і будинків',
  ],
  ['q10i_vandalism', 'dewastacje, graffiti', 'vandalism, graffiti', 'вандалізм, графіті'],
  [
    'q10j_litter',
    'śmieci, zaniedbane podwórka i pustostany',
    'litter, neglected yards and empty buildings',
    'сміття, занедбані двори та пустки',
  ],
  [
    'q10k_lighting',
    'złe oświetlenie ulic, przejść i parków',
    'poor lighting of streets, passages and parks',
    'погане освітлення вулиць, переходів і парків',
  ],
  [
    'q10l_traffic',
    'zbyt szybka lub niebezpieczna jazda',
    'speeding or dangerous driving',
    'надто швидка або небезпечна їзда',
  ],
  [
    'q10m_parking',
    'parkowanie utrudniające przejście',
    'parking that blocks pedestrians',
    'паркування, що заважає проходу',
  ],
  [
    'q10n_scooters',
    'hulajnogi i rowery na chodnikach',
    'scooters and bikes on pavements',
    'самокати та велосипеди на тротуарах',
  ],
];

const isProblem = ([variable]: Row) => `{${variable}} >= 3 and {${variable}} <= 4`;

/** Q10–Q11: problems within 15 minutes' walk of home. */
export const problems: SurveyPage = {
  name: 'problems',
  title: text(['Problemy w okolicy', 'Problems in the neighbourhood', 'Проблеми в околиці']),
  visibleIf: livesInKrakow,
  elements: [
    battery(
      'q10_problems',
      [
        'Na ile poniższe zjawiska są problemem w Pani/Pana okolicy (do 15 minut pieszo od domu)?',
        "How much of a problem are the following in your neighbourhood (within 15 minutes' walk of home)?",
        'Наскільки наведені явища є проблемою у Вашій околиці (до 15 хвилин пішки від дому)?',
      ],
      rows,
      problem,
    ),
    single(
      'q11_worst',
      [
        'Które z tych zjawisk najbardziej obniża Pani/Pana poczucie bezpieczeństwa?',
        'Which of these lowers your feeling of safety the most?',
        'Яке з цих явищ найбільше знижує Ваше відчуття безпеки?',
      ],
      rows
        .map((row, index): SurveyChoice => {
          const [, pl, en, uk] = row;
          return { value: index + 1, text: text([pl, en, uk]), visibleIf: isProblem(row) };
        })
        .concat(options([15, 'żadne', 'none of these', 'жодне'])),
      { visibleIf: rows.map((row) => `(${isProblem(row)})`).join(' or ') },
    ),
  ],
};
