import { describe, expect, it } from 'vitest';
import { findVisit } from '#app/use-cases/resident/resident-session.server.ts';
import { submitResponse } from '#app/use-cases/resident/submit-response.server.ts';
import { isStillStored, withdrawResponse } from '#app/use-cases/resident/withdraw-response.server.ts';
import type { ResidentContext } from '#app/use-cases/wave/resident-visit.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { openTestFieldwork, testSecret } from '#tests/support/fieldwork.ts';
import { openTestWave } from '#tests/support/open-wave.ts';
import { midWave, openedResponses, savePage, startVisit } from '#tests/support/resident.ts';
import { answerAndSubmit, fillDraft } from '#tests/support/whole-answers.ts';

const secret = testSecret;

function aWave(cases = 3) {
  const database = openTestFieldwork();
  const wave = openTestWave(database, { cases, secret });
  const context: ResidentContext = { database, secret, now: midWave };
  return { database, wave, context, codeOf: (index: number) => wave.cases[index]?.code ?? '' };
}

const counts = (database: FieldworkDatabase) => ({
  responses: (database.sqlite.prepare('SELECT count(*) AS n FROM sealed_responses').get() as { n: number }).n,
  drafts: (database.sqlite.prepare('SELECT count(*) AS n FROM drafts').get() as { n: number }).n,
});

describe('submitting', () => {
  it('completes the case, deletes the draft and seals the response in one transaction', async () => {
    const { database, wave, context, codeOf } = aWave();
    const visit = await startVisit(context, codeOf(0));
    await savePage(context, visit, 'city', { q02_district: 8, q02b_area: 'Ruczaj' }, { revision: 1 });
    await fillDraft(context, visit, { q02_district: 8, q02b_area: 'Ruczaj' });
    await submitResponse(context, visit);
    expect(counts(database)).toEqual({ responses: 1, drafts: 0 });
    expect(database.residents.case(visit.case.caseId)?.status).toBe('completed');
    const [response] = openedResponses(database, wave.waveId, secret);
    expect(response).toMatchObject({
      stratum: 'D05|35-44|F',
      district: 8,
      mode: 'web',
      phase: 'early',
      completeness: 'complete',
      questionnaireVersion: 'krakow-1',
      answers: { q02_district: 8, q02b_area: 'Ruczaj' },
    });
    expect(response?.answers.q10_order).toHaveLength(14);
    expect(Object.keys(response ?? {}).sort()).toEqual([
      'answers',
      'completeness',
      'district',
      'mode',
      'phase',
      'questionnaireVersion',
      'stratum',
    ]);
  });

  it('leaves everything as it was when a required answer is missing, and names its page', async () => {
    const { database, context, codeOf } = aWave();
    const visit = await startVisit(context, codeOf(0));
    await savePage(context, visit, 'feeling', { q04_city_safe: 1 }, { revision: 1 });
    expect(await submitResponse(context, visit)).toEqual({
      ok: false,
      reason: 'not-complete',
      page: 'city',
    });
    expect(counts(database)).toEqual({ responses: 0, drafts: 1 });
  });

  it('drops the answers that routing no longer asks for', async () => {
    const { database, wave, context, codeOf } = aWave();
    const visit = await startVisit(context, codeOf(0));
    await savePage(context, visit, 'city', { q02_district: 5 }, { revision: 1 });
    const place = { q20_place_gate: 1, q21_1_name: 'Rondo Mogilskie' };
    await savePage(context, visit, 'places', place, { revision: 2 });
    await savePage(context, visit, 'places', { q20_place_gate: 2 }, { revision: 3 });
    await submitResponse(context, visit);
    expect(openedResponses(database, wave.waveId, secret)[0]?.answers).not.toHaveProperty('q21_1_name');
  });

  it('names the second half of the fieldwork late', async () => {
    const { database, wave, context, codeOf } = aWave();
    await answerAndSubmit({ ...context, now: Date.UTC(2026, 9, 20) }, codeOf(0));
    expect(openedResponses(database, wave.waveId, secret)[0]?.phase).toBe('late');
  });
});

describe('invariant 2: one case, at most one response', () => {
  it('a hundred submits at once, from several sessions, give one row and one receipt', async () => {
    const { database, context, codeOf } = aWave();
    const visit = await startVisit(context, codeOf(0));
    const other = await startVisit(context, codeOf(0));
    await savePage(context, visit, 'city', { q02_district: 5 }, { revision: 1 });
    const results = await Promise.all(
      Array.from({ length: 100 }, (_, click) => submitResponse(context, click % 2 ? visit : other)),
    );
    const receipts = results.map((result) => (result.ok ? result.receipt : result.reason));
    expect(new Set(receipts).size).toBe(1);
    expect(receipts[0]).toMatch(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$/);
    expect(results.filter((result) => result.ok && !result.repeated)).toHaveLength(1);
    expect(counts(database)).toEqual({ responses: 1, drafts: 0 });
  });

  it('a repeat, and a save from a window left open, change nothing', async () => {
    const { database, context, codeOf } = aWave();
    const visit = await startVisit(context, codeOf(0));
    await savePage(context, visit, 'city', { q02_district: 5 }, { revision: 1 });
    const first = await submitResponse(context, visit);
    const file = database.sqlite.serialize();
    const again = await submitResponse({ ...context, now: midWave + 3_600_000 }, visit);
    const late = await savePage(context, visit, 'feeling', { q04_city_safe: 1 }, { revision: 2 });
    expect(again.ok && first.ok && again.receipt === first.receipt).toBe(true);
    expect(late).toEqual({ ok: false, reason: 'already-submitted' });
    expect(database.sqlite.serialize().equals(file)).toBe(true);
  });

  it('an answer saved while the submit is being sealed is in the response', async () => {
    const { database, wave, context, codeOf } = aWave();
    const visit = await startVisit(context, codeOf(0));
    await savePage(context, visit, 'city', { q02_district: 5 }, { revision: 1 });
    const [saved, sent] = await Promise.all([
      savePage(context, visit, 'feeling', { q04_city_safe: 3 }, { revision: 2 }),
      submitResponse(context, visit),
    ]);
    expect([saved.ok, sent.ok]).toEqual([true, true]);
    expect(openedResponses(database, wave.waveId, secret)[0]?.answers.q04_city_safe).toBe(3);
  });
});

describe('a receipt', () => {
  it('withdraws the response however it is typed, and the case stays completed', async () => {
    const { database, wave, context, codeOf } = aWave();
    const receipt = await answerAndSubmit(context, codeOf(0));
    await answerAndSubmit(context, codeOf(1));
    expect(await withdrawResponse(context, ` ${receipt.toLowerCase().replaceAll('-', ' ')} `)).toEqual({
      ok: true,
    });
    expect(counts(database).responses).toBe(1);
    expect(database.residents.case(wave.cases[0]?.caseId ?? '')?.status).toBe('completed');
    expect(await withdrawResponse(context, receipt)).toEqual({ ok: false, reason: 'receipt-not-found' });
  });

  it('that nobody has, or after the close, withdraws nothing and says the same', async () => {
    const { database, wave, context, codeOf } = aWave();
    const receipt = await answerAndSubmit(context, codeOf(0));
    const refusal = { ok: false, reason: 'receipt-not-found' };
    expect(await withdrawResponse(context, '2345-6789-ABCD')).toEqual(refusal);
    expect(await withdrawResponse(context, 'nonsense')).toEqual(refusal);
    expect(await withdrawResponse({ ...context, now: Date.UTC(2026, 10, 1) }, receipt)).toEqual(refusal);
    database.waves.updateWave(wave.waveId, { status: 'closed' });
    expect(await withdrawResponse(context, receipt)).toEqual(refusal);
    expect(counts(database).responses).toBe(1);
  });

  it('is shown to its session as long as the response is there', async () => {
    const { context, codeOf } = aWave();
    const visit = await startVisit(context, codeOf(0));
    await savePage(context, visit, 'city', { q02_district: 5 }, { revision: 1 });
    const sent = await submitResponse(context, visit);
    expect(isStillStored(context, visit)).toBe(true);
    if (sent.ok) await withdrawResponse(context, sent.receipt);
    expect(isStillStored(context, visit)).toBe(false);
    expect(findVisit(context, null)).toBeNull();
  });
});
