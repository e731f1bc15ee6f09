import type { ChoiceQuestion, Questionnaire, SurveyChoice } from '../definition.ts';
import type { LintProblem } from '../lint-problem.ts';
import { isMissingCode, missingCodeTexts, notApplicable } from '../missing-codes.ts';
import { locatedElements } from './located-elements.ts';

/**
 * Codes used twice, missing codes with another meaning or out of their place, properties of a checkbox
 * elsewhere.
 */
export function choiceProblems(questionnaire: Questionnaire): LintProblem[] {
  return locatedElements(questionnaire).flatMap(({ element, path }) =>
    'choices' in element ? problemsOf(element, path) : [],
  );
}

function problemsOf(question: ChoiceQuestion, path: string): LintProblem[] {
  const codes = question.choices.map(({ value }) => value);
  return question.choices.flatMap((choice, index) => {
    const here = `${path}.choices[${index}]`;
    const detail = String(choice.value);
    const problems: LintProblem[] = [];
    if (codes.indexOf(choice.value) < index)
      problems.push({ path: `${here}.value`, code: 'duplicate-code', detail });
    if (!hasOwnMeaning(choice)) problems.push({ path: `${here}.text`, code: 'missing-code-text', detail });
    if (!isInPlace(codes, index))
      problems.push({ path: `${here}.value`, code: 'missing-code-order', detail });
    if (choice.isExclusive !== undefined && question.type !== 'checkbox') {
      problems.push({ path: `${here}.isExclusive`, code: 'property-not-allowed', detail: question.type });
    }
    if (question.type === 'checkbox' && isMissingCode(choice.value) && !choice.isExclusive) {
      problems.push({ path: here, code: 'missing-code-not-exclusive', detail });
    }
    return problems;
  });
}

/** 98 and 99 are worded as everywhere; 97 may say what does not apply. */
function hasOwnMeaning({ value, text }: SurveyChoice): boolean {
  if (!isMissingCode(value) || value === notApplicable) return true;
  const words = missingCodeTexts[value];
  return text.default === words.pl && text.en === words.en && text.uk === words.uk;
}

/** Missing codes stand after all answers, in ascending order. */
function isInPlace(codes: number[], index: number): boolean {
  const before = codes[index - 1];
  const code = codes[index] as number;
  return before === undefined || !isMissingCode(before) || (isMissingCode(code) && code > before);
}
