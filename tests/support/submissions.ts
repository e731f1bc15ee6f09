import { submitResponse } from '#app/use-cases/resident/submit-response.server.ts';
import type { ResidentContext } from '#app/use-cases/wave/resident-visit.ts';
import type { Answers } from '#core/questionnaire/definition.ts';
import { dumpOf } from './dump.ts';
import { openTestFieldwork, testSecret } from './fieldwork.ts';
import { type InvitedCase, openTestWave } from './open-wave.ts';
import { seededRandom } from './random.ts';
import { midWave, savePage, startVisit } from './resident.ts';
import { fillDraft } from './whole-answers.ts';

export interface ObservedSubmission extends InvitedCase {
  /** Everything that the database held just before and just after this one submission. */
  before: ReturnType<typeof dumpOf>;
  after: ReturnType<typeof dumpOf>;
  /** Of the id, the half that a number of JavaScript holds exactly. */
  sealedRow: { response_id: Buffer; receipt_hash: Buffer; sealed: Buffer };
}

/** The answer by which a test, and no attacker, recognises whose response it is. */
export const markOf = (caseId: string) => `osiedle ${caseId}`;

/**
 * A wave in which everybody submits, one after the other in an order drawn by chance, watched by someone who
 * copies the database before and after each. Answers differ in number and length.
 */
export async function watchedSubmissions(count: number) {
  const database = openTestFieldwork();
  const stratumOf = (index: number) => (index % 2 ? 1 : 0);
  const wave = openTestWave(database, { cases: count, secret: testSecret, stratumOf });
  const context: ResidentContext = { database, secret: testSecret, now: midWave };
  const random = seededRandom(4);
  const order = [...wave.cases].sort(() => random() - 0.5);
  const observed: ObservedSubmission[] = [];
  for (const [position, invited] of order.entries()) {
    const visit = await startVisit(context, invited.code);
    const city: Answers = {
      q02_district: 5,
      q02b_area: markOf(invited.caseId),
      q03_tenure: 1 + (position % 5),
    };
    const more: Answers =
      position % 3 ? {} : { q01_top_problem_1: 'hałas '.repeat(1 + (position % 12)).trim() };
    const saved = await savePage(context, visit, 'city', { ...city, ...more }, { revision: 1 });
    if (!saved.ok) throw new Error(`the answers were not taken: ${JSON.stringify(saved)}`);
    if (position % 2) await savePage(context, visit, 'feeling', { q04_city_safe: 2 }, { revision: 2 });
    await fillDraft(context, visit, { ...city, ...more });
    const before = dumpOf(database);
    await submitResponse(context, visit);
    const after = dumpOf(database);
    observed.push({ ...invited, before, after, sealedRow: newSealedRow(before, after) });
  }
  return { database, waveId: wave.waveId, context, observed };
}

type SealedRow = ObservedSubmission['sealedRow'];

function newSealedRow(before: ObservedSubmission['before'], after: ObservedSubmission['after']): SealedRow {
  const rowsOf = (dump: ObservedSubmission['before']) =>
    (dump.sealed_responses ?? []) as (Omit<SealedRow, 'response_id'> & { response_id: number })[];
  const known = new Set(rowsOf(before).map(({ response_id }) => response_id));
  const added = rowsOf(after).filter(({ response_id }) => !known.has(response_id));
  const [row] = added;
  if (!row || added.length !== 1) throw new Error(`one submission added ${added.length} sealed rows`);
  const id = Buffer.alloc(4);
  id.writeInt32BE(Math.floor(row.response_id / 2 ** 32));
  return { ...row, response_id: id };
}
