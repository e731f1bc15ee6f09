import type { IndicatorDefinition } from '../../definition.ts';
import type { Words } from '../elements.ts';
import { enoughAnswers, withOpinion } from './bases.ts';
import { capital, derived, share, variableNamed, worded, wordsOf } from './define-indicator.ts';
import { incivility, incivilityVariables } from './scores.ts';

/** `q10a_drinking` gives `problem_drinking`. */
function problemShare(variable: string): IndicatorDefinition {
  const row = wordsOf(variableNamed(variable).title);
  const id = variable.replace(/^q10[a-n]_/, 'problem_');
  return share({
    id,
    direction: 'high-is-bad',
    headline: id === 'problem_drinking',
    variable,
    counts: [3, 4],
    outOf: [1, 2, 3, 4],
    name: worded(
      row,
      (words) => `Problem: ${words}`,
      (words) => `Problem: ${words}`,
      (words) => `Проблема: ${words}`,
    ),
    base: withOpinion,
    result: worded(
      row,
      (words) => `Dla {{value}} osób spory lub bardzo duży problem w okolicy to ${words}`,
      (words) => `{{value}} see a fairly or very big problem in their neighbourhood: ${words}`,
      (words) => `Для {{value}} опитаних досить або дуже велика проблема в околиці — це ${words}`,
    ),
  });
}

const groups: [keyof typeof incivilityVariables, Words][] = [
  ['social', ['zachowania uciążliwe i agresja', 'anti-social behaviour', 'антисоціальна поведінка']],
  [
    'physical',
    [
      'zaniedbanie i dewastacja przestrzeni',
      'neglect and damage of space',
      'занедбаність і пошкодження простору',
    ],
  ],
  ['crime', ['kradzieże i włamania', 'theft and burglary', 'крадіжки та злами']],
  ['traffic', ['ruch i parkowanie', 'traffic and parking', 'дорожній рух і паркування']],
];

const groupScores = groups.map(([group, words]) =>
  derived(
    'mean',
    {
      id: `incivility_${group}`,
      direction: 'high-is-bad',
      variables: incivilityVariables[group],
      name: worded(words, capital, capital, capital),
      base: enoughAnswers,
      result: worded(
        words,
        (word) => `Nasilenie problemów – ${word}: {{value}} na 100`,
        (word) => `Severity of problems – ${word}: {{value}} out of 100`,
        (word) => `Гострота проблем — ${word}: {{value}} зі 100`,
      ),
    },
    incivility(group),
  ),
);

/** Indicators of problems in the neighbourhood: one a row, and a score for each group of rows. */
export const problemIndicators: IndicatorDefinition[] = [
  ...Object.values(incivilityVariables).flat().map(problemShare),
  ...groupScores,
];
