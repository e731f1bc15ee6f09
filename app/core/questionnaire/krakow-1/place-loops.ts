import type { SurveyPanel, SurveyQuestion } from '../definition.ts';
import { multiple, options, panel, shortText, single, type Words } from './elements.ts';
import { frequencies, placeTypes, reasons, remedies, unsafeTimes } from './place-answers.ts';

/** Unsafe places that a respondent may name, and safe ones as many. */
export const placesPerRespondent = 3;
type Turn = 1 | 2 | 3;

/**
 * The k-th unsafe place: `q21_1_name`, `q21_1_type`, … A place is a name with, once the map pin exists, a point
 * (`q21_1_pt`, longitude and latitude); see `placeMentions`.
 */
export function unsafePlace(turn: Turn, visibleIf: string): SurveyPanel {
  const variable = (part: string) => `q21_${turn}_${part}`;
  return panel(
    `q21_${turn}_place`,
    nthUnsafePlace[turn],
    [
      shortText(variable('name'), nameTitle, 120),
      single(
        variable('type'),
        ['Co to za miejsce?', 'What kind of place is it?', 'Що це за місце?'],
        placeTypes,
      ),
      multiple(
        variable('time'),
        [
          'Kiedy nie czuje się tam Pani/Pan bezpiecznie?',
          'When do you not feel safe there?',
          'Коли Ви не почуваєтеся там безпечно?',
        ],
        unsafeTimes,
      ),
      multiple(
        variable('reason'),
        [
          'Dlaczego? Proszę wybrać do trzech powodów.',
          'Why? Choose up to three reasons.',
          'Чому? Виберіть до трьох причин.',
        ],
        reasons,
        { maxSelectedChoices: 3 },
      ),
      mainReason(turn, visibleIf),
      single(
        variable('freq'),
        ['Jak często Pani/Pan tam bywa?', 'How often are you there?', 'Як часто Ви там буваєте?'],
        frequencies,
      ),
      single(
        variable('fix'),
        [
          'Co najbardziej by tam pomogło?',
          'What would help there the most?',
          'Що там допомогло б найбільше?',
        ],
        remedies,
      ),
      ...another(turn, 'q21'),
    ],
    { visibleIf, description: placeLead },
  );
}

/** The k-th safe place (Q22): `q22_1_name`, `q22_1_time`. */
export function safePlace(turn: Turn, visibleIf: string): SurveyPanel {
  return panel(
    `q22_${turn}_place`,
    nthSafePlace[turn],
    [
      shortText(`q22_${turn}_name`, nameTitle, 120),
      single(
        `q22_${turn}_time`,
        [
          'Kiedy czuje się tam Pani/Pan bezpiecznie?',
          'When do you feel safe there?',
          'Коли Ви почуваєтеся там безпечно?',
        ],
        options(
          [1, 'w dzień', 'by day', 'удень'],
          [2, 'po zmroku', 'after dark', 'після настання темряви'],
          [3, 'zawsze', 'always', 'завжди'],
        ),
      ),
      ...another(turn, 'q22'),
    ],
    { visibleIf, description: placeLead },
  );
}

/** Asked when there is more than one reason to choose from. */
function mainReason(turn: Turn, visibleIf: string): SurveyQuestion {
  const reason = `{q21_${turn}_reason}`;
  return single(
    `q21_${turn}_reason_main`,
    [
      'Który z tych powodów jest najważniejszy?',
      'Which of these reasons is the main one?',
      'Яка з цих причин найважливіша?',
    ],
    reasons.map((choice) => ({ ...choice, visibleIf: `${reason} contains ${choice.value}` })),
    { visibleIf: `${visibleIf} and {q21_${turn}_reason.length} > 1` },
  );
}

function another(turn: Turn, loop: 'q21' | 'q22'): SurveyQuestion[] {
  if (turn === placesPerRespondent) return [];
  return [
    single(
      `${loop}_${turn}_more`,
      ['Czy dodać kolejne miejsce?', 'Add another place?', 'Додати ще одне місце?'],
      options([1, 'tak', 'yes', 'так'], [2, 'nie', 'no', 'ні']),
    ),
  ];
}

/** The map pin is not asked in this version, so the lead does not speak of a map. */
const placeLead: Words = [
  'Proszę nazwać to miejsce. Prosimy o miejsce publiczne, nie o adres prywatny ani o osoby.',
  'Please name the place. A public place, please, not a private address or people.',
  'Назвіть це місце. Просимо громадське місце, а не приватну адресу чи осіб.',
];

const nameTitle: Words = [
  'Nazwa lub opis (np. „przejście pod ul. …”, „park …”, „przystanek …”)',
  'Name or description (e.g. "underpass at …", "park …", "stop …")',
  'Назва або опис (напр. «підземний перехід …», «парк …», «зупинка …»)',
];

const nthUnsafePlace: Record<Turn, Words> = {
  1: ['Pierwsze miejsce, w którym nie jest bezpiecznie', 'First unsafe place', 'Перше небезпечне місце'],
  2: ['Drugie miejsce, w którym nie jest bezpiecznie', 'Second unsafe place', 'Друге небезпечне місце'],
  3: ['Trzecie miejsce, w którym nie jest bezpiecznie', 'Third unsafe place', 'Третє небезпечне місце'],
};

const nthSafePlace: Record<Turn, Words> = {
  1: ['Pierwsze bezpieczne miejsce', 'First safe place', 'Перше безпечне місце'],
  2: ['Drugie bezpieczne miejsce', 'Second safe place', 'Друге безпечне місце'],
  3: ['Trzecie bezpieczne miejsce', 'Third safe place', 'Третє безпечне місце'],
};
