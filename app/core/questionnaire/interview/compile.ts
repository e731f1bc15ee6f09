import type { Answers, ChoiceQuestion, Questionnaire, SurveyQuestion, TextQuestion } from '../definition.ts';
import { type Expression, parseExpression } from '../expression.ts';
import { questionsOf } from '../questions.ts';

type Condition = (answers: Readonly<Answers>) => boolean;

/** A question ready to be judged. */
export type CompiledQuestion = {
  name: string;
  page: string;
  isRequired: boolean;
  isAskedGiven: Condition;
} & (CompiledChoices | CompiledText);

/** What may be chosen: one code, or `mostSelected` codes at most. */
export interface CompiledChoices {
  kind: 'single' | 'multiple';
  /** Every code with the condition under which it is offered (null: always). */
  offeredIf: Map<number, Condition | null>;
  exclusive: Set<number>;
  mostSelected: number;
}

/** What may be written; `maxLength` counts UTF-16 units. */
export interface CompiledText {
  kind: 'text';
  maxLength: number;
  severalLines: boolean;
}

/** A questionnaire with its conditions parsed and its questions found by name and page. */
export interface CompiledQuestionnaire {
  questions: CompiledQuestion[];
  byName: Map<string, CompiledQuestion>;
  byPage: Map<string, CompiledQuestion[]>;
  isScreenedOutGiven: Condition;
}

const compiled = new WeakMap<Questionnaire, CompiledQuestionnaire>();

/**
 * Parses a questionnaire's conditions once; later calls with the same object are free. Throws on a
 * questionnaire that `lintQuestionnaire` refuses.
 */
export function compileQuestionnaire(questionnaire: Questionnaire): CompiledQuestionnaire {
  const known = compiled.get(questionnaire);
  if (known) return known;
  const conditions = new Map<string, Condition>();
  const questions = questionsOf(questionnaire).map(({ question, page, conditions: needed }) => ({
    name: question.name,
    page: page.name,
    isRequired: question.isRequired ?? false,
    isAskedGiven: every(needed.map((text) => conditionIn(conditions, text))),
    ...contentOf(question, conditions),
  }));
  const result = {
    questions,
    byName: new Map(questions.map((question) => [question.name, question])),
    byPage: new Map(
      questionnaire.definition.pages.map(({ name }) => [name, questions.filter(({ page }) => page === name)]),
    ),
    isScreenedOutGiven: conditionIn(conditions, questionnaire.screenOut),
  };
  compiled.set(questionnaire, result);
  return result;
}

function contentOf(
  question: SurveyQuestion,
  conditions: Map<string, Condition>,
): CompiledChoices | CompiledText {
  return 'choices' in question ? choicesOf(question, conditions) : textOf(question);
}

function choicesOf(question: ChoiceQuestion, conditions: Map<string, Condition>): CompiledChoices {
  const { choices, maxSelectedChoices } = question;
  return {
    kind: question.type === 'checkbox' ? 'multiple' : 'single',
    offeredIf: new Map(
      choices.map(({ value, visibleIf }) => [
        value,
        visibleIf === undefined ? null : conditionIn(conditions, visibleIf),
      ]),
    ),
    exclusive: new Set(choices.filter(({ isExclusive }) => isExclusive).map(({ value }) => value)),
    mostSelected: maxSelectedChoices ?? choices.length,
  };
}

function textOf({ type, maxLength }: TextQuestion): CompiledText {
  return { kind: 'text', maxLength, severalLines: type === 'comment' };
}

function conditionIn(conditions: Map<string, Condition>, text: string): Condition {
  const known = conditions.get(text);
  if (known) return known;
  const { evaluate } = expressionOf(text);
  conditions.set(text, evaluate);
  return evaluate;
}

function expressionOf(text: string): Expression {
  const parsed = parseExpression(text);
  if (!parsed.ok)
    throw new Error(`\`compileQuestionnaire\` requires conditions that lint accepts, not ${text}`);
  return parsed.expression;
}

function every(conditions: Condition[]): Condition {
  const [only] = conditions;
  if (!only) return () => true;
  return conditions.length === 1 ? only : (answers) => conditions.every((holds) => holds(answers));
}
