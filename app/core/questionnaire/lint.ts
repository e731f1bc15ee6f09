import type { Questionnaire } from './definition.ts';
import { choiceProblems } from './lint-choices.ts';
import { expressionProblems } from './lint-expressions.ts';
import { nameProblems } from './lint-names.ts';
import { placeholderProblems } from './lint-placeholders.ts';
import { type LintProblem, structureProblems } from './lint-structure.ts';

export type { LintProblem };

/**
 * What keeps a questionnaire from being imported: everything but the few element types and properties that the form
 * draws, variable names that a statistics package would change, codes that are not numbers or not unique, a language
 * that is missing, HTML, addresses, piped answers, conditions that do not parse or look ahead, free text without a
 * limit. What the parts mean is looked at when every part is what it should be. An empty list means: may be imported.
 */
export function lintQuestionnaire(json: unknown): { problems: LintProblem[] } {
  const problems = structureProblems(json);
  if (problems.length > 0) return { problems };
  const questionnaire = json as Questionnaire;
  return {
    problems: [
      ...nameProblems(questionnaire),
      ...choiceProblems(questionnaire),
      ...expressionProblems(questionnaire),
      ...placeholderProblems(questionnaire),
    ],
  };
}
