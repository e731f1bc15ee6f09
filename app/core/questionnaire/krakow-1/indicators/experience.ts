import type { Answers, IndicatorDefinition } from '../../definition.ts';
import type { Words } from '../elements.ts';
import { derived } from './define-indicator.ts';

const property = ['q14a_theft', 'q14b_bike_car', 'q14c_burglary', 'q14d_damage'];
const person = ['q14e_threat', 'q14f_violence', 'q14h_hate'];
const any = [...property, 'q14e_threat', 'q14f_violence', 'q14g_fraud', 'q14h_hate'];

/**
 * 1 when any of the incidents happened, 0 when none did and at least half of them were answered with "no"; null
 * otherwise, so that a list left blank or refused is not taken for "nothing happened".
 */
function victim(variables: readonly string[]): IndicatorDefinition['valueOf'] {
  return (answers) => {
    if (variables.some((variable) => answers[variable] === 1)) return 1;
    const denied = variables.filter((variable) => answers[variable] === 2).length;
    return denied * 2 >= variables.length ? 0 : null;
  };
}

/** Of victims who said to whom they reported (99 is outside the base): 1 when to anybody; an empty list is nobody. */
function reported(answers: Answers): number | null {
  const to = answers.q16_reported;
  if (victim(any)(answers) !== 1 || !Array.isArray(to) || to.includes(99)) return null;
  return to.some((code) => code >= 1 && code <= 4) ? 1 : 0;
}

const base: Words = [
  'Osoby, które podały choć jedno zdarzenie albo zaprzeczyły co najmniej połowie z listy',
  'Those who reported an incident or denied at least half of the list',
  'Ті, хто вказав подію або заперечив принаймні половину списку',
];

function prevalence(id: string, variables: readonly string[], headline: boolean, name: Words, what: Words) {
  const result: Words = [
    `{{value}} osób doświadczyło w ciągu 6 miesięcy w Krakowie ${what[0]}`,
    `{{value}} experienced ${what[1]} in Kraków within 6 months`,
    `{{value}} за 6 місяців зазнали в Кракові ${what[2]}`,
  ];
  return derived(
    'share',
    { id, direction: 'high-is-bad', headline, variables, name, base, result },
    victim(variables),
  );
}

/** Indicators of incidents within six months, and of their reporting. */
export const experienceIndicators: IndicatorDefinition[] = [
  prevalence(
    'vict_6m_any',
    any,
    true,
    ['Zdarzenie w ciągu 6 miesięcy', 'Any incident within 6 months', 'Будь-яка подія за 6 місяців'],
    [
      'co najmniej jednego przestępstwa lub aktu agresji',
      'at least one crime or act of aggression',
      'принаймні одного злочину або прояву агресії',
    ],
  ),
  prevalence(
    'vict_6m_person',
    person,
    false,
    [
      'Zdarzenie wobec osoby w ciągu 6 miesięcy',
      'Incident against the person within 6 months',
      'Подія проти особи за 6 місяців',
    ],
    [
      'gróźb, przemocy lub ataku z uprzedzenia',
      'threats, violence or a hate attack',
      'погроз, насильства або нападу через упередження',
    ],
  ),
  prevalence(
    'vict_6m_property',
    property,
    false,
    [
      'Zdarzenie wobec mienia w ciągu 6 miesięcy',
      'Incident against property within 6 months',
      'Подія проти майна за 6 місяців',
    ],
    [
      'kradzieży, włamania lub zniszczenia mienia',
      'theft, burglary or damage to property',
      'крадіжки, зламу або пошкодження майна',
    ],
  ),
  derived(
    'share',
    {
      id: 'report_rate',
      direction: 'high-is-good',
      variables: ['q16_reported', ...any],
      name: ['Zgłoszone zdarzenia', 'Incidents reported', 'Повідомлені події'],
      base: [
        'Osoby, które spotkało zdarzenie i które podały, czy je zgłoszono',
        'Those who experienced an incident and said whether it was reported',
        'Ті, хто зазнав події та вказав, чи про неї повідомлено',
      ],
      result: [
        '{{value}} ostatnich zdarzeń zgłoszono policji, straży miejskiej lub innej instytucji',
        '{{value}} of the most recent incidents were reported to the police, the municipal guard or another office',
        'Про {{value}} останніх подій повідомлено поліцію, муніципальну варту або іншу установу',
      ],
    },
    reported,
  ),
];
