import {
  type AnswerTable,
  packColumn,
  tabulateAnswers,
  unpackColumn,
} from '#core/questionnaire/answers/answer-table.ts';
import { answerVariables } from '#core/questionnaire/answers/answer-variables.ts';
import type { Answers, AnswerValue, Questionnaire } from '#core/questionnaire/definition.ts';
import { DamagedRowFault } from '#core/text/stored-json.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { ResponseRow } from '#db/fieldwork/queries/analysis.ts';

export type FrozenResponse = ResponseRow & { answers: Answers };

/** The column of no question: where a respondent's answers stand in an order of their own. */
const ownOrder = '';

/**
 * Stores the responses of a frozen wave, all of them at once, in the order of their random ids. Belongs
 * inside `transact`.
 */
export function storeResponses(
  database: FieldworkDatabase,
  questionnaire: Questionnaire,
  waveId: string,
  responses: readonly FrozenResponse[],
): void {
  const sorted = [...responses].sort((a, b) => Buffer.compare(a.responseId, b.responseId));
  const table = tabulateAnswers(
    sorted.map(({ answers }) => answers),
    answerVariables(questionnaire),
  );
  database.closing.addResponses(
    sorted.map(({ answers: _answers, ...row }) => row),
    packedColumns(table, waveId),
  );
}

function* packedColumns({ respondents, columns, ownOrders }: AnswerTable, waveId: string) {
  const orders = tabulateAnswers(
    Array.from({ length: respondents }, (_, respondent): Answers => {
      const order = ownOrders.get(respondent);
      return order ? { [ownOrder]: [...order] } : {};
    }),
    [ownOrder],
  ).columns;
  for (const [position, column] of [...columns, ...orders].entries()) {
    yield { waveId, position, variable: column.variable, packed: Buffer.from(packColumn(column).buffer) };
  }
}

/** The answers of a frozen wave, in the order of its respondents. */
export function frozenAnswers(database: FieldworkDatabase, waveId: string): AnswerTable {
  const respondents = database.analysis.responseCount(waveId);
  const all = database.analysis.answerColumns(waveId).map(({ variable, packed }) => {
    const row = `answer_columns.packed of ${waveId}, ${variable}`;
    const { values, cells } = unpackColumn(packed, row);
    if (cells.length !== respondents || cells.some((cell) => cell > values.length)) {
      throw new DamagedRowFault(`${row} is not of ${respondents} respondents`);
    }
    return { variable, values, cells };
  });
  const orders = all.find(({ variable }) => variable === ownOrder);
  const ownOrders = new Map<number, readonly number[]>();
  orders?.cells.forEach((cell, respondent) => {
    const order = orders.values[cell - 1];
    if (Array.isArray(order)) ownOrders.set(respondent, order);
  });
  return { respondents, columns: all.filter((column) => column !== orders), ownOrders };
}

/** The answers of a frozen wave to one question, in the order of its respondents. */
export function frozenAnswersTo(
  database: FieldworkDatabase,
  waveId: string,
  variable: string,
): (respondent: number) => AnswerValue | undefined {
  const packed = database.analysis.answerColumn(waveId, variable);
  if (!packed) return () => undefined;
  const { values, cells } = unpackColumn(packed, `answer_columns.packed of ${waveId}, ${variable}`);
  return (respondent) => values[(cells[respondent] ?? 0) - 1];
}
