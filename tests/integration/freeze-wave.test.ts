import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { closeWave } from '#app/use-cases/fieldwork/close-wave.server.ts';
import { freezeWave } from '#app/use-cases/fieldwork/freeze-wave.server.ts';
import { withdrawResponse } from '#app/use-cases/resident/withdraw-response.server.ts';
import { frozenAnswers } from '#app/use-cases/wave/frozen-answers.server.ts';
import type { ResidentContext } from '#app/use-cases/wave/resident-visit.ts';
import type { ResponseContent } from '#app/use-cases/wave/response-content.ts';
import { type FieldworkDatabase, openFieldwork } from '#db/fieldwork/database.ts';
import { anAct, openTestFieldwork, testSecret } from '#tests/support/fieldwork.ts';
import { type OpenWave, openTestWave } from '#tests/support/open-wave.ts';
import { midWave, openedResponses } from '#tests/support/resident.ts';
import { storedResponses } from '#tests/support/stored-responses.ts';
import { answerAndSubmit } from '#tests/support/whole-answers.ts';

const secret = testSecret;
const afterGrace = Date.UTC(2026, 9, 31, 23, 30);
const frozenAt = afterGrace + 3_600_000;

interface ClosedTestWave extends OpenWave {
  database: FieldworkDatabase;
  receipts: string[];
}

/** Residents 1, 2, 3 … sent their answers in this order; their quarter bears their number. */
async function aClosedWave(responses: number): Promise<ClosedTestWave> {
  const database = openTestFieldwork();
  const wave = openTestWave(database, {
    cases: responses,
    secret,
    stratumOf: (index) => (index % 2 ? 1 : 0),
  });
  const receipts: string[] = [];
  for (const [index, { code }] of wave.cases.entries()) {
    const context: ResidentContext = { database, secret, now: midWave + index * 60_000 };
    const answers = { q02_district: 5, q02b_area: `quarter ${index + 1}` };
    receipts.push(await answerAndSubmit(context, code, answers));
  }
  const closed = closeWave(database, wave.waveId, anAct(afterGrace));
  if (!closed.ok || !closed.closed) throw new Error('aClosedWave could not close its wave');
  return { ...wave, database, receipts };
}

const tablesOf = (database: FieldworkDatabase): string[] =>
  database.sqlite.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];

const countOf = (database: FieldworkDatabase, table: string): number =>
  database.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;

/** The database file and its write-ahead log. */
const bytesOf = ({ sqlite }: FieldworkDatabase): Buffer =>
  Buffer.concat([readFileSync(sqlite.name), readFileSync(`${sqlite.name}-wal`)]);

const numbersOf = (database: FieldworkDatabase, waveId: string): number[] =>
  storedResponses(database, waveId).map(({ answers }) =>
    Number(/quarter (\d+)/.exec(answers)?.[1] ?? Number.NaN),
  );

describe('freezing a closed wave', () => {
  it('leaves answers that are refused, and never read as somebody else’s, once a respondent is missing', async () => {
    const { database, waveId } = await aClosedWave(6);
    freezeWave(database, waveId, anAct(frozenAt));
    expect(frozenAnswers(database, waveId).respondents).toBe(6);
    database.sqlite.exec(
      'DELETE FROM responses WHERE response_id = (SELECT min(response_id) FROM responses)',
    );
    expect(() => frozenAnswers(database, waveId)).toThrow(/answer_columns.packed .* is not of 5 respondents/);
  });

  it('opens every seal and stores what was in it, complete and unchanged', async () => {
    const { database, waveId } = await aClosedWave(6);
    const inside = openedResponses(database, waveId, secret);
    expect(freezeWave(database, waveId, anAct(frozenAt))).toEqual({
      ok: true,
      responses: 6,
      tooFewAnswers: 0,
      codesDestroyed: 6,
    });
    const stored = storedResponses(database, waveId).map(
      ({ waveId: _wave, responseId: _id, answers, ...row }) => ({
        ...row,
        answers: JSON.parse(answers),
      }),
    );
    const byQuarter = (a: ResponseContent, b: ResponseContent) =>
      String(a.answers.q02b_area).localeCompare(String(b.answers.q02b_area));
    expect([...stored].sort(byQuarter)).toEqual([...inside].sort(byQuarter));
  });

  it('destroys seals, receipts, codes and the private key, to the last byte of the disk', async () => {
    const { database, waveId, receipts } = await aClosedWave(4);
    const wrapped = database.waves.wave(waveId)?.wrappedPrivateKey;
    const sealed = database.sealedResponses.ofWave(waveId)[0];
    const code = database.sqlite.prepare('SELECT code_hash FROM access_codes').pluck().get() as Buffer;
    if (!wrapped || !sealed) throw new Error('a closed wave lacks its key or its seals');
    const traces = [wrapped, sealed.sealed.subarray(0, 64), sealed.receiptHash, code];
    const found = () => {
      const onDisk = bytesOf(database);
      return traces.map((trace) => onDisk.includes(trace));
    };
    expect(found()).toEqual(traces.map(() => true));

    freezeWave(database, waveId, anAct(frozenAt));
    expect(found()).toEqual(traces.map(() => false));
    expect([countOf(database, 'sealed_responses'), countOf(database, 'access_codes')]).toEqual([0, 0]);
    expect(database.waves.wave(waveId)).toMatchObject({
      status: 'frozen',
      frozenAt,
      wrappedPrivateKey: null,
    });
    expect(receipts).toHaveLength(4);
  });

  it('gives ids from the source of chance it is handed, in an order of their own', async () => {
    const { database, waveId } = await aClosedWave(12);
    const { randomBytes } = anAct(frozenAt, 'ids of the freeze');
    const expected = Array.from({ length: 12 }, () => randomBytes(16).toString('hex')).sort();
    freezeWave(database, waveId, anAct(frozenAt, 'ids of the freeze'));
    const ids = storedResponses(database, waveId).map(({ responseId }) => responseId.toString('hex'));
    expect(ids).toEqual(expected);
  });

  it('writes down how many responses and codes there were, and nothing about any one of them', async () => {
    const { database, waveId } = await aClosedWave(3);
    freezeWave(database, waveId, anAct(frozenAt));
    expect(database.audit.ofSubject(waveId, 1)).toEqual([
      {
        at: frozenAt,
        actor: 'manager-1',
        act: 'wave-frozen',
        subject: waveId,
        detail: { responses: 3, tooFewAnswers: 0, codesDestroyed: 3 },
      },
    ]);
  });

  it('with a wrong secret is refused and changes nothing', async () => {
    const { database, waveId } = await aClosedWave(2);
    const file = database.sqlite.serialize();
    const act = { ...anAct(frozenAt), secret: Buffer.alloc(32, 7) };
    expect(freezeWave(database, waveId, act)).toEqual({ ok: false, reason: 'wrong-secret' });
    expect(database.sqlite.serialize().equals(file)).toBe(true);
  });

  it('is refused for a wave that is unknown, open, frozen already, or without its key', async () => {
    const { database, waveId } = await aClosedWave(1);
    const freeze = (id = waveId) => freezeWave(database, id, anAct(frozenAt));
    expect(await freeze('2031-1')).toEqual({ ok: false, reason: 'unknown-wave' });
    database.waves.updateWave(waveId, { status: 'open' });
    expect(await freeze()).toEqual({ ok: false, reason: 'not-closed' });
    const wrapped = database.waves.wave(waveId)?.wrappedPrivateKey ?? null;
    database.waves.updateWave(waveId, { status: 'closed', wrappedPrivateKey: null });
    expect(await freeze()).toEqual({ ok: false, reason: 'no-key' });
    database.waves.updateWave(waveId, { wrappedPrivateKey: wrapped });
    expect((await freeze()).ok).toBe(true);
    expect(await freeze()).toEqual({ ok: false, reason: 'not-closed' });
  });

  it('freezes once when another process freezes it while the seals are opened', async () => {
    const { database, waveId } = await aClosedWave(5);
    const other = openFieldwork(database.sqlite.name);
    const overtaken = {
      ...database,
      transact: <T>(job: () => T): T => {
        freezeWave(other, waveId, anAct(frozenAt, 'other'));
        return database.transact(job);
      },
    };
    expect(freezeWave(overtaken, waveId, anAct(frozenAt, 'one'))).toEqual({
      ok: false,
      reason: 'not-closed',
    });
    expect(database.analysis.responseCount(waveId)).toBe(5);
    other.close();
  });
});

describe('a receipt', () => {
  it('withdraws until the wave is closed, and what was withdrawn is not frozen', async () => {
    const database = openTestFieldwork();
    const { waveId, cases } = openTestWave(database, { cases: 2, secret });
    const context: ResidentContext = { database, secret, now: midWave };
    const receipt = await answerAndSubmit(context, cases[0]?.code ?? '');
    await answerAndSubmit(context, cases[1]?.code ?? '');
    expect(await withdrawResponse({ ...context, now: afterGrace - 1 }, receipt)).toEqual({ ok: true });
    closeWave(database, waveId, anAct(afterGrace));
    expect(freezeWave(database, waveId, anAct(frozenAt))).toMatchObject({ ok: true, responses: 1 });
  });

  it('is worth nothing after the freeze, and the answer tells no more than for one that never was', async () => {
    const { database, waveId, receipts } = await aClosedWave(3);
    freezeWave(database, waveId, anAct(frozenAt));
    const file = database.sqlite.serialize();
    const context: ResidentContext = { database, secret, now: frozenAt + 1 };
    const refusal = { ok: false, reason: 'receipt-not-found' };
    for (const receipt of [...receipts, '2345-6789-ABCD']) {
      expect(await withdrawResponse(context, receipt)).toEqual(refusal);
    }
    expect(database.sqlite.serialize().equals(file)).toBe(true);
  });
});

describe('invariant 4: nothing in a frozen wave joins a case to its response', () => {
  it('a response carries no case, no time and no order', async () => {
    const { database, waveId, cases } = await aClosedWave(8);
    freezeWave(database, waveId, anAct(frozenAt));
    const columns = (table: string) =>
      (database.sqlite.prepare(`PRAGMA table_info(${table})`).all() as { name: string }[]).map(
        ({ name }) => name,
      );
    expect(columns('responses')).toEqual([
      'wave_id',
      'response_id',
      'stratum',
      'district',
      'mode',
      'phase',
      'completeness',
      'questionnaire_version',
    ]);
    const shared = columns('responses').filter((column) => columns('cases').includes(column));
    expect(shared).toEqual(['wave_id', 'stratum', 'district']);
    const text = JSON.stringify(storedResponses(database, waveId));
    for (const { caseId } of cases) expect(text).not.toContain(caseId);
    expect(() => database.sqlite.prepare('SELECT rowid FROM responses').get()).toThrow('no such column');
  });

  it('no other table knows an id of a response', async () => {
    const { database, waveId } = await aClosedWave(5);
    freezeWave(database, waveId, anAct(frozenAt, 'ids of their own'));
    const ids = storedResponses(database, waveId).map(({ responseId }) => responseId);
    for (const table of tablesOf(database).filter((name) => name !== 'responses')) {
      const cells = (database.sqlite.prepare(`SELECT * FROM ${table}`).raw().all() as unknown[][]).flat();
      for (const id of ids) {
        const isThere = cells.some((cell) =>
          Buffer.isBuffer(cell) ? cell.includes(id) : String(cell).includes(id.toString('hex')),
        );
        expect(isThere, `${table} knows a response`).toBe(false);
      }
    }
  });

  it('the order of the responses is not the order of submission, nor of the cases', async () => {
    const { database, waveId } = await aClosedWave(40);
    freezeWave(database, waveId, anAct(frozenAt, 'a shuffle'));
    const order = numbersOf(database, waveId);
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    // Ranks of 40 in random order correlate with a standard deviation of 0.16; in order, or backwards, by 1.
    expect(Math.abs(rankCorrelation(order))).toBeLessThan(0.6);

    const rows = database.sqlite.prepare('SELECT * FROM responses').all() as { response_id: Buffer }[];
    const ids = storedResponses(database, waveId).map(({ responseId }) => responseId);
    expect(rows.map(({ response_id }) => response_id)).toEqual(ids);
  });

  it('the days of the cases say nothing more than the halves of the fieldwork', async () => {
    const { database, waveId } = await aClosedWave(6);
    freezeWave(database, waveId, anAct(frozenAt));
    const responses = storedResponses(database, waveId);
    expect(responses.map(({ phase }) => phase)).toEqual(responses.map(() => 'early'));
    const days = new Set(
      database.sqlite.prepare("SELECT occurred_on FROM case_events WHERE kind = 'completed'").pluck().all(),
    );
    for (const day of days) expect(JSON.stringify(responses)).not.toContain(day);
  });
});

function rankCorrelation(order: readonly number[]): number {
  const n = order.length;
  const squares = order.reduce((sum, value, index) => sum + (value - (index + 1)) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}
