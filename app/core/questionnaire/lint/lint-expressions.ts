import type { Questionnaire, SurveyElement } from '../definition.ts';
import { type Expression, parseExpression } from '../expression.ts';
import type { LintProblem } from '../lint-problem.ts';
import { locatedElements } from './located-elements.ts';

type Kind = 'single' | 'multiple' | 'text';

/**
 * Conditions that read a variable which does not exist, comes later, or is of another kind than they take it
 * for.
 */
export function expressionProblems(questionnaire: Questionnaire): LintProblem[] {
  const earlier = new Map<string, Kind>();
  const problems: LintProblem[] = [];
  const note = (found: readonly LintProblem[]) => {
    for (const problem of found) problems.push(problem);
  };
  for (const { element, path } of locatedElements(questionnaire)) {
    if (element.visibleIf !== undefined) {
      note(usesProblems(element.visibleIf, `${path}.visibleIf`, earlier));
    }
    if ('choices' in element) {
      element.choices.forEach(({ visibleIf }, index) => {
        if (visibleIf === undefined) return;
        note(usesProblems(visibleIf, `${path}.choices[${index}].visibleIf`, earlier));
      });
    }
    if (element.type !== 'page' && element.type !== 'panel') earlier.set(element.name, kindOf(element));
  }
  return [...problems, ...usesProblems(questionnaire.screenOut, 'screenOut', earlier)];
}

function usesProblems(text: string, path: string, earlier: Map<string, Kind>): LintProblem[] {
  const parsed = parseExpression(text);
  if (!parsed.ok) return [{ path, code: parsed.reason, detail: text }];
  return parsed.expression.uses.flatMap(({ variable, as }): LintProblem[] => {
    const kind = earlier.get(variable);
    if (!kind) return [{ path, code: 'expression-variable', detail: variable }];
    return fits(kind, as) ? [] : [{ path, code: 'expression-kind', detail: variable }];
  });
}

function fits(kind: Kind, as: Expression['uses'][number]['as']): boolean {
  return as === 'any' || (as === 'code' && kind === 'single') || (as === 'list' && kind === 'multiple');
}

function kindOf({ type }: Exclude<SurveyElement, { type: 'panel' }>): Kind {
  if (type === 'text' || type === 'comment') return 'text';
  return type === 'checkbox' ? 'multiple' : 'single';
}
