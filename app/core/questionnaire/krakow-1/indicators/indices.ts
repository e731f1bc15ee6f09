import type { IndicatorDefinition } from '../../definition.ts';
import { enoughAnswers } from './bases.ts';
import { derived } from './define-indicator.ts';
import {
  avoidVariables,
  calmScore,
  fearIndex,
  feelingScore,
  feelingVariables,
  freedomScore,
  incivilityVariables,
  likelyVariables,
  lowWorryScore,
  safetyIndex,
  settingsVariables,
} from './scores.ts';

const calmVariables = [
  ...incivilityVariables.social,
  ...incivilityVariables.physical,
  ...incivilityVariables.crime,
];

/** The two indices and the parts of the second; its part "settings" is `settings_score`. */
export const indexIndicators: IndicatorDefinition[] = [
  derived(
    'mean',
    {
      id: 'safety_index',
      direction: 'high-is-good',
      variables: [
        ...feelingVariables,
        ...settingsVariables,
        ...calmVariables,
        ...likelyVariables,
        ...avoidVariables,
      ],
      name: ['Indeks poczucia bezpieczeństwa', 'Index of the feeling of safety', 'Індекс відчуття безпеки'],
      question: [
        'Średnia pięciu części: ogólne poczucie, siedem sytuacji, spokój w okolicy, mało obaw, swoboda',
        'Mean of five parts: general feeling, seven situations, calm around, low worry, freedom',
        'Середнє п’яти частин: загальне відчуття, сім ситуацій, спокій в околиці, мало побоювань, свобода',
      ],
      base: [
        'Osoby z co najmniej trzema z pięciu części indeksu',
        'Those with at least three of the five parts of the index',
        'Особи з принаймні трьома з п’яти частин індексу',
      ],
      result: [
        'Indeks poczucia bezpieczeństwa: {{value}} na 100',
        'Index of the feeling of safety: {{value}} out of 100',
        'Індекс відчуття безпеки: {{value}} зі 100',
      ],
    },
    safetyIndex,
  ),
  derived(
    'mean',
    {
      id: 'safety_feeling',
      direction: 'high-is-good',
      variables: feelingVariables,
      name: [
        'Część indeksu: ogólne poczucie',
        'Part of the index: general feeling',
        'Частина індексу: загальне відчуття',
      ],
      question: [
        'Średnia czterech pytań: Kraków, dzielnica, okolica w dzień, okolica po zmroku',
        'Mean of four questions: Kraków, district, neighbourhood by day, neighbourhood after dark',
        'Середнє чотирьох запитань: Краків, район, околиця вдень, околиця після настання темряви',
      ],
      base: enoughAnswers,
      result: [
        'Ogólne poczucie bezpieczeństwa: {{value}} na 100',
        'General feeling of safety: {{value}} out of 100',
        'Загальне відчуття безпеки: {{value}} зі 100',
      ],
    },
    feelingScore,
  ),
  derived(
    'mean',
    {
      id: 'safety_calm',
      direction: 'high-is-good',
      variables: calmVariables,
      name: [
        'Część indeksu: spokój w okolicy',
        'Part of the index: calm around',
        'Частина індексу: спокій в околиці',
      ],
      base: enoughAnswers,
      result: [
        'Spokój w okolicy: {{value}} na 100',
        'Calm in the neighbourhood: {{value}} out of 100',
        'Спокій в околиці: {{value}} зі 100',
      ],
    },
    calmScore,
  ),
  derived(
    'mean',
    {
      id: 'safety_low_worry',
      direction: 'high-is-good',
      variables: likelyVariables,
      name: ['Część indeksu: mało obaw', 'Part of the index: low worry', 'Частина індексу: мало побоювань'],
      base: enoughAnswers,
      result: [
        'Brak obaw przed przestępstwem: {{value}} na 100',
        'Absence of worry about crime: {{value}} out of 100',
        'Відсутність побоювань щодо злочину: {{value}} зі 100',
      ],
    },
    lowWorryScore,
  ),
  derived(
    'mean',
    {
      id: 'safety_freedom',
      direction: 'high-is-good',
      variables: avoidVariables,
      name: ['Część indeksu: swoboda', 'Part of the index: freedom', 'Частина індексу: свобода'],
      base: enoughAnswers,
      result: [
        'Swoboda zachowań: {{value}} na 100',
        'Freedom from avoidance: {{value}} out of 100',
        'Свобода від уникання: {{value}} зі 100',
      ],
    },
    freedomScore,
  ),
  derived(
    'mean',
    {
      id: 'fear_index',
      direction: 'high-is-bad',
      variables: ['q06_hood_day', 'q07_hood_dark', ...likelyVariables, ...avoidVariables],
      name: ['Indeks strachu', 'Fear index', 'Індекс страху'],
      question: [
        'Średnia trzech składników: poczucie w okolicy, spodziewane przestępstwa, unikanie',
        'Mean of three components: feeling in the neighbourhood, crimes expected, avoidance',
        'Середнє трьох складників: відчуття в околиці, очікувані злочини, уникання',
      ],
      base: [
        'Osoby ze wszystkimi trzema składnikami: emocje, przewidywania, zachowania',
        'Those with all three components: emotional, cognitive, behavioural',
        'Особи з усіма трьома складниками: емоції, передбачення, поведінка',
      ],
      result: [
        'Indeks strachu: {{value}} na 100',
        'Fear index: {{value}} out of 100',
        'Індекс страху: {{value}} зі 100',
      ],
    },
    fearIndex,
  ),
];
