import type { Questionnaire } from '../definition.ts';
import type { LintProblem } from '../lint-problem.ts';
import { choiceProblems } from './lint-choices.ts';
import { expressionProblems } from './lint-expressions.ts';
import { indicatorProblems } from './lint-indicators.ts';
import { nameProblems } from './lint-names.ts';
import { placeholderProblems } from './lint-placeholders.ts';
import { roleProblems } from './lint-roles.ts';
import { structureProblems } from './lint-structure.ts';

/**
 * What keeps a questionnaire from being imported: everything but the few element types and properties that
 * the form draws, variable names that a statistics package would change, codes that are not numbers or not
 * unique, a language that is missing, HTML, addresses, piped answers, conditions that do not parse or look
 * ahead, free text without a limit; and everything but what can be weighted, analysed and published:
 * indicators of variables and codes that are asked, with their words, and the questions that the method
 * reads. What the parts mean is looked at when every part is what it should be, and what is made of the
 * questions when the questions are without fault. An empty list means: may be imported, fielded and
 * published.
 *
 * @param districts  those of the city, each of which a resident can confirm
 */
export function lintQuestionnaire(
  json: unknown,
  districts: readonly { number: number }[],
): { problems: LintProblem[] } {
  const problems = structureProblems(json);
  if (problems.length > 0) return { problems };
  const questionnaire = json as Questionnaire;
  const ofQuestions = [
    ...nameProblems(questionnaire),
    ...choiceProblems(questionnaire),
    ...expressionProblems(questionnaire),
    ...placeholderProblems(questionnaire),
  ];
  if (ofQuestions.length > 0) return { problems: ofQuestions };
  return { problems: [...roleProblems(questionnaire, districts), ...indicatorProblems(questionnaire)] };
}
