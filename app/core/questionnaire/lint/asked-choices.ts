import type { Questionnaire, SurveyQuestion } from '../definition.ts';
import type { LintProblem } from '../lint-problem.ts';
import { questionsOf } from '../questions.ts';

type Kind = 'single' | 'multiple' | 'text';

/** What lint knows of a variable: how it is answered and with which codes. */
interface KnownVariable {
  kind: Kind;
  codes: number[];
  /** The choices with their words, as text, so that two questions can be compared. */
  choices: string;
}

/** Every question by its variable. */
export type KnownVariables = ReadonlyMap<string, KnownVariable>;

/** What can be answered to each question of a questionnaire of the right form. */
export function choicesByVariable(questionnaire: Questionnaire): KnownVariables {
  return new Map(questionsOf(questionnaire).map(({ question }) => [question.name, knownVariable(question)]));
}

function knownVariable(question: SurveyQuestion): KnownVariable {
  if (!('choices' in question)) return { kind: 'text', codes: [], choices: '' };
  return {
    kind: question.type === 'checkbox' ? 'multiple' : 'single',
    codes: question.choices.map(({ value }) => value),
    choices: question.choices
      .map(({ value, text }) => [value, text.default, text.en, text.uk].join('\t'))
      .join('\n'),
  };
}

/** A variable that no question has, or that is answered in another way than it is read. */
export function wrongVariable(
  known: KnownVariables,
  variable: string,
  kinds: readonly Kind[],
  path: string,
): LintProblem[] {
  const found = known.get(variable);
  if (!found) return [{ path, code: 'unknown-variable', detail: variable }];
  return kinds.includes(found.kind) ? [] : [{ path, code: 'variable-kind', detail: variable }];
}

/** Codes that one of the variables, as far as they are known, does not offer. */
export function unknownCodes(
  known: KnownVariables,
  variables: readonly string[],
  codes: readonly number[],
  path: string,
): LintProblem[] {
  return codes.flatMap((code, index) => {
    const without = variables.find((variable) => known.get(variable)?.codes.includes(code) === false);
    if (without === undefined) return [];
    return [{ path: `${path}[${index}]`, code: 'unknown-code', detail: `${without} = ${code}` }];
  });
}
