import type { Answers, AnswerValue, Questionnaire } from '../definition.ts';
import { type CompiledChoices, type CompiledQuestion, compileQuestionnaire } from './compile.ts';

/** What routing makes of a set of answers. */
export interface Route {
  /** Names of the questions that are asked, in order. */
  asked: Set<string>;
  /** The answers that count: to questions that are asked, with choices that are offered. */
  answers: Answers;
}

/**
 * Follows the questionnaire from its first question to its last. A condition sees only answers that count, so
 * an answer behind a gate that was closed later opens nothing. One pass is enough because a condition reads
 * earlier questions only (`lintQuestionnaire`).
 */
export function routeOf(questionnaire: Questionnaire, given: Readonly<Answers>): Route {
  const asked = new Set<string>();
  const answers: Answers = {};
  for (const question of compileQuestionnaire(questionnaire).questions) {
    if (!question.isAskedGiven(answers)) continue;
    asked.add(question.name);
    const answer = Object.hasOwn(given, question.name) ? given[question.name] : undefined;
    const offered = answer === undefined ? undefined : offeredPart(question, answer, answers);
    if (offered !== undefined) answers[question.name] = offered;
  }
  return { asked, answers };
}

/** The part of an answer whose choices are offered, undefined when nothing of it is. */
function offeredPart(
  question: CompiledQuestion,
  answer: AnswerValue,
  answers: Readonly<Answers>,
): AnswerValue | undefined {
  if (question.kind === 'text') return answer;
  if (!Array.isArray(answer)) return isOffered(question, answer, answers) ? answer : undefined;
  const codes = answer.filter((code) => isOffered(question, code, answers));
  return codes.length > 0 ? codes : undefined;
}

/** Whether an answer may be chosen by someone whose answers to earlier questions count. */
export function isOffered(
  { offeredIf }: CompiledChoices,
  code: AnswerValue,
  answers: Readonly<Answers>,
): boolean {
  const condition = typeof code === 'number' ? offeredIf.get(code) : undefined;
  return condition === null || condition?.(answers) === true;
}

/** Pages with at least one question that is asked, in order. */
export function visiblePages(questionnaire: Questionnaire, answers: Readonly<Answers>): string[] {
  const { asked } = routeOf(questionnaire, answers);
  const { questions } = compileQuestionnaire(questionnaire);
  return [...new Set(questions.filter(({ name }) => asked.has(name)).map(({ page }) => page))];
}

/** Pages with a question that is asked under the answers after and was not under those before. */
export function pagesOpened(
  questionnaire: Questionnaire,
  before: Readonly<Answers>,
  after: Readonly<Answers>,
): Set<string> {
  const asked = routeOf(questionnaire, before).asked;
  const askedNow = routeOf(questionnaire, after).asked;
  const { questions } = compileQuestionnaire(questionnaire);
  return new Set(
    questions.filter(({ name }) => askedNow.has(name) && !asked.has(name)).map(({ page }) => page),
  );
}

/**
 * The first visible page that lacks a required answer or has no answer at all; null when there is none. A
 * page left blank on purpose is one too: where a resident stopped is known from the draft.
 */
export function firstUnansweredPage(questionnaire: Questionnaire, given: Readonly<Answers>): string | null {
  const { asked, answers } = routeOf(questionnaire, given);
  const { questions } = compileQuestionnaire(questionnaire);
  const open = visiblePages(questionnaire, given).find((page) => {
    const here = questions.filter((question) => question.page === page && asked.has(question.name));
    const isAnswered = ({ name }: CompiledQuestion) => Object.hasOwn(answers, name);
    return !here.some(isAnswered) || here.some((question) => question.isRequired && !isAnswered(question));
  });
  return open ?? null;
}

/**
 * Share (0–1) of the applicable key questions that are answered, which tells a complete from a partial
 * interview and a break-off (AAPOR Standard Definitions). "Hard to say" and "prefer not to answer" are
 * answers here; 0 when no key question applies.
 */
export function completeness(questionnaire: Questionnaire, given: Readonly<Answers>): number {
  const { asked, answers } = routeOf(questionnaire, given);
  const applicable = questionnaire.keyVariables.filter((name) => asked.has(name));
  const answered = applicable.filter((name) => Object.hasOwn(answers, name));
  return applicable.length === 0 ? 0 : answered.length / applicable.length;
}

/** True for someone outside the population: the interview ends there. */
export function screenedOut(questionnaire: Questionnaire, answers: Readonly<Answers>): boolean {
  return compileQuestionnaire(questionnaire).isScreenedOutGiven(answers);
}
