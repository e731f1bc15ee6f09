import { eq } from 'drizzle-orm';
import { frozenAnswers } from '#app/use-cases/wave/frozen-answers.server.ts';
import { answerTexts, packColumn, unpackColumn } from '#core/questionnaire/answers/answer-table.ts';
import { deflated } from '#db/deflated.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { ResponseRow } from '#db/fieldwork/queries/analysis.ts';
import { responses } from '#db/fieldwork/schema/responses.ts';

/** The rows that the freeze or an import left, in the order of their ids, with their answers as JSON. */
export function storedResponses(
  database: FieldworkDatabase,
  waveId: string,
): (ResponseRow & { answers: string })[] {
  const texts = [...answerTexts(frozenAnswers(database, waveId))];
  return database.orm
    .select()
    .from(responses)
    .where(eq(responses.waveId, waveId))
    .orderBy(responses.responseId)
    .all()
    .map((row, index) => ({ ...row, answers: texts[index] ?? '' }));
}

/** Somebody with a tool turns the first respondent's answer to a question into another one of two codes. */
export function changeFirstAnswer(
  database: FieldworkDatabase,
  waveId: string,
  variable: string,
  codes: readonly [number, number],
): void {
  const packed = database.analysis.answerColumn(waveId, variable);
  if (!packed) throw new Error(`changeFirstAnswer requires answers to ${variable}`);
  const { values, cells } = unpackColumn(packed, variable);
  const [first, second] = codes.map((code) => values.indexOf(code) + 1);
  if (!first || !second) throw new Error(`changeFirstAnswer requires both codes of ${variable}`);
  cells[0] = cells[0] === first ? second : first;
  database.sqlite
    .prepare('UPDATE answer_columns SET packed = ? WHERE wave_id = ? AND variable = ?')
    .run(deflated(packColumn({ values, cells })), waveId, variable);
}
