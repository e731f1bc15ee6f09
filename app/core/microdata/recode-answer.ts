import type { AnswerValue } from '../questionnaire/definition.ts';
import type { CompiledQuestion } from '../questionnaire/interview/compile.ts';
import { judgeValue } from '../questionnaire/interview/judge-value.ts';
import type { VariableMapping } from './mapping.ts';
import { neutralAnswer } from './neutral-middle.ts';
import { type Cell, labelled, own, type TableRow } from './table-row.ts';

type SingleMapping = Extract<VariableMapping, { column: string }>;
type MultipleMapping = Extract<VariableMapping, { columns: object }>;

/**
 * The answer of one row to one of our questions; null when it was not asked or not answered. An empty list is
 * an answer: the question was asked, and everything in it was denied. Whoever was not asked by the mapping's
 * `asked` has no answer, whatever stands or does not stand in the cells; an answer of theirs is a fault, for
 * then one of the two is wrong.
 */
export function recodeAnswer(
  row: TableRow,
  how: VariableMapping,
  question: CompiledQuestion,
): AnswerValue | null {
  if (how.asked && !wasAsked(row, how.asked)) {
    refuseAnswerOfUnasked(row, how);
    return null;
  }
  return 'column' in how ? singleAnswer(row, how) : multipleAnswer(row, how, question);
}

function wasAsked({ cell }: TableRow, { column, values }: NonNullable<VariableMapping['asked']>): boolean {
  const found = cell(column);
  return found !== null && values.includes(found.value);
}

function refuseAnswerOfUnasked({ cell, say }: TableRow, how: VariableMapping): void {
  const isAnswer = (value: string) =>
    'column' in how
      ? own(how.codes, value) !== undefined || how.neutral?.includes(value) === true
      : how.chosen.includes(value);
  for (const column of 'column' in how ? [how.column] : Object.keys(how.columns)) {
    const found = cell(column);
    if (found && isAnswer(found.value)) say('answered-unasked', column, labelled(found));
  }
}

function singleAnswer({ cell, say }: TableRow, how: SingleMapping): number | null {
  const { column, codes, noAnswer, blank } = how;
  const found = cell(column);
  if (!found) return blank ?? null;
  const code = own(codes, found.value);
  if (code !== undefined) return code;
  if (how.neutral?.includes(found.value)) return neutralAnswer;
  if (!isNoAnswer(found, noAnswer)) say('unmapped-code', column, labelled(found));
  return null;
}

/**
 * Codes of the columns that say "yes". None is an empty list when every column says "no", and no answer when
 * one of them says nothing: what was not answered may have been a "yes". What an empty cell says, the mapping
 * has to say wherever it matters: beside answers in the same row.
 */
function multipleAnswer(row: TableRow, how: MultipleMapping, question: CompiledQuestion): AnswerValue | null {
  const chosen: number[] = [];
  const empty: string[] = [];
  let denied = 0;
  let unanswered = 0;
  for (const [column, code] of Object.entries(how.columns)) {
    const found = row.cell(column);
    if (!found) empty.push(column);
    else if (how.chosen.includes(found.value)) chosen.push(code);
    else if (how.notChosen.includes(found.value)) denied += 1;
    else if (isNoAnswer(found, how.noAnswer)) unanswered += 1;
    else row.say('unmapped-code', column, labelled(found));
  }
  const isPartlyEmpty = empty.length > 0 && chosen.length + denied > 0;
  if (how.blank === undefined && isPartlyEmpty) row.say('blank-unexplained', empty[0] ?? '');
  if (how.blank === 'not-chosen') denied += empty.length;
  else unanswered += empty.length;
  if (chosen.length === 0) return denied > 0 && unanswered === 0 ? [] : null;
  const judged = judgeValue(question, chosen);
  if (judged.ok) return judged.value;
  row.say('answers-exclude-each-other', Object.keys(how.columns)[0] ?? '');
  return null;
}

function isNoAnswer({ value, described }: Cell, noAnswer: readonly string[] = []): boolean {
  return noAnswer.includes(value) || described.isDeclaredMissing(value);
}
