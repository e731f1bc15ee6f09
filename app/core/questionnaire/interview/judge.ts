import type { Answers, AnswerValue, Questionnaire } from '../definition.ts';
import { compileQuestionnaire } from './compile.ts';
import { judgeValue, type ValueProblem } from './judge-value.ts';
import { routeOf } from './routing.ts';

/** At `final`, required questions must be answered. */
export type JudgeLevel = 'draft' | 'final';

/** What is wrong with one answer. */
export interface AnswerProblem {
  /** The variable, or the first 64 characters of a key that is none; empty when the whole is at fault. */
  variable: string;
  code: ValueProblem | 'not-an-object' | 'unknown-variable' | 'not-asked' | 'not-offered' | 'required';
}

/** What comes of a submitted page. */
export type PageJudgement =
  | {
      ok: true;
      /**
       * All answers so far with this page's; an answer whose question is no longer asked stays until the
       * submit.
       */
      answers: Answers;
      /**
       * Questions of this page that these answers have opened: without scripts they were not on the form yet.
       */
      revealed: string[];
    }
  | { ok: false; problems: AnswerProblem[] };

/** What comes of all answers at the submit. */
export type WholeJudgement =
  | {
      ok: true;
      answers: Answers;
      /** Variables whose answers routing no longer asks for. */
      dropped: string[];
    }
  | { ok: false; problems: AnswerProblem[] };

/**
 * Judges what was submitted for one page. A key that is left out leaves its answer as it was; `null`, `''`
 * and `[]` clear it. An answer is refused when its question or choice is offered neither under the answers
 * before nor under those after, because then no form can have shown it; when only this page's own answers
 * closed it, it is let through and routing drops it at the submit. `answersSoFar` must have been judged
 * before. Throws when there is no such page.
 */
export function judgePage(
  questionnaire: Questionnaire,
  page: string,
  submitted: unknown,
  answersSoFar: Readonly<Answers>,
  level: JudgeLevel = 'final',
): PageJudgement {
  const onPage = compileQuestionnaire(questionnaire).questions.filter((question) => question.page === page);
  if (onPage.length === 0)
    throw new Error(`\`judgePage\` requires a page of ${questionnaire.version}, not ${page}`);
  const reading = readAnswers(questionnaire, submitted, page);
  if (!reading.ok) return reading;

  const answers: Answers = { ...answersSoFar };
  for (const [variable, value] of reading.values) {
    if (value === null) delete answers[variable];
    else answers[variable] = value;
  }
  const before = routeOf(questionnaire, answersSoFar);
  const after = routeOf(questionnaire, answers);
  const problems: AnswerProblem[] = [];
  for (const [variable, value] of reading.values) {
    if (value === null) continue;
    const wasAsked = before.asked.has(variable);
    if (!wasAsked && !after.asked.has(variable)) problems.push({ variable, code: 'not-asked' });
    else if (after.asked.has(variable) && !sameAnswer(after.answers[variable], value)) {
      const shown = routeOf(questionnaire, { ...answersSoFar, [variable]: value }).answers[variable];
      if (wasAsked && sameAnswer(shown, value)) delete answers[variable];
      else problems.push({ variable, code: 'not-offered' });
    }
  }
  for (const { name, isRequired } of onPage) {
    const isMissing = isRequired && after.asked.has(name) && !Object.hasOwn(after.answers, name);
    if (isMissing && level === 'final') problems.push({ variable: name, code: 'required' });
  }
  if (problems.length > 0) return { ok: false, problems };
  const revealed = onPage
    .map(({ name }) => name)
    .filter((name) => after.asked.has(name) && !before.asked.has(name));
  return { ok: true, answers, revealed };
}

/**
 * Judges a whole response again at the submit and keeps the answers to questions that are asked. The orders
 * of rows are the server's own and are added afterwards (`rowOrders`).
 */
export function judgeAll(
  questionnaire: Questionnaire,
  answers: unknown,
  level: JudgeLevel = 'final',
): WholeJudgement {
  const reading = readAnswers(questionnaire, answers);
  if (!reading.ok) return reading;
  const given: Answers = {};
  for (const [variable, value] of reading.values) if (value !== null) given[variable] = value;
  const route = routeOf(questionnaire, given);
  const problems = compileQuestionnaire(questionnaire)
    .questions.filter(({ name, isRequired }) => isRequired && route.asked.has(name))
    .filter(({ name }) => level === 'final' && !Object.hasOwn(route.answers, name))
    .map(({ name }): AnswerProblem => ({ variable: name, code: 'required' }));
  if (problems.length > 0) return { ok: false, problems };
  const dropped = Object.keys(given).filter((name) => !Object.hasOwn(route.answers, name));
  return { ok: true, answers: route.answers, dropped };
}

type Reading =
  | { ok: true; values: Map<string, AnswerValue | null> }
  | { ok: false; problems: AnswerProblem[] };

function readAnswers(questionnaire: Questionnaire, submitted: unknown, page?: string): Reading {
  if (typeof submitted !== 'object' || submitted === null || Array.isArray(submitted)) {
    return { ok: false, problems: [{ variable: '', code: 'not-an-object' }] };
  }
  const { byName } = compileQuestionnaire(questionnaire);
  const values = new Map<string, AnswerValue | null>();
  const problems: AnswerProblem[] = [];
  for (const [variable, value] of Object.entries(submitted)) {
    const question = byName.get(variable);
    if (!question || (page !== undefined && question.page !== page)) {
      problems.push({ variable: variable.slice(0, 64), code: 'unknown-variable' });
      continue;
    }
    const judged = judgeValue(question, value);
    if (judged.ok) values.set(variable, judged.value);
    else problems.push({ variable, code: judged.code });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, values };
}

function sameAnswer(one: AnswerValue | undefined, other: AnswerValue): boolean {
  return Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((code, index) => code === other[index])
    : one === other;
}
