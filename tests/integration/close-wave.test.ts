import { describe, expect, it } from 'vitest';
import { type ClosedWave, closeWave } from '#app/use-cases/fieldwork/close-wave.server.ts';
import { replaceCode } from '#app/use-cases/fieldwork/codes/issue-codes.server.ts';
import { claimEarlierAnswers } from '#app/use-cases/resident/earlier-answers.server.ts';
import { findVisit } from '#app/use-cases/resident/resident-session.server.ts';
import { startQuestionnaire } from '#app/use-cases/resident/start-questionnaire.server.ts';
import { submitResponse } from '#app/use-cases/resident/submit-response.server.ts';
import type { ResidentContext } from '#app/use-cases/wave/resident-visit.ts';
import { waveOutcomes } from '#app/use-cases/wave/wave-outcomes.ts';
import { type FieldworkDatabase, openFieldwork } from '#db/fieldwork/database.ts';
import { anAct, openTestFieldwork, testSecret } from '#tests/support/fieldwork.ts';
import { openTestWave } from '#tests/support/open-wave.ts';
import { midWave, openedResponses, savePage, startVisit } from '#tests/support/resident.ts';
import { answerAll, answerPages, pageNames, wholeAnswers } from '#tests/support/whole-answers.ts';

const secret = testSecret;
const minutes = 60_000;
const graceMinutes = 30;

function aWave(cases: number, grace = graceMinutes) {
  const database = openTestFieldwork();
  const { waveId, cases: invited } = openTestWave(database, { cases, secret, graceMinutes: grace });
  return {
    database,
    waveId,
    caseAt: (index: number) => {
      const found = invited[index];
      if (!found) throw new Error(`the test wave has no case ${index}`);
      return found;
    },
    at: (now: number): ResidentContext => ({ database, secret, now }),
    close: (now: number): ClosedWave => closeWave(database, waveId, anAct(now)),
  };
}

const countOf = (database: FieldworkDatabase, table: string): number =>
  (database.sqlite.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n;

function waveAt(database: FieldworkDatabase, waveId: string) {
  const wave = database.waves.wave(waveId);
  if (!wave) throw new Error(`there is no wave ${waveId}`);
  return wave;
}

const eventsOf = (database: FieldworkDatabase, caseId: string) =>
  database.sqlite
    .prepare('SELECT kind FROM case_events WHERE case_id = ? ORDER BY kind')
    .pluck()
    .all(caseId) as string[];

describe('ending the fieldwork before its last day', () => {
  it('starts the grace period, says until when, and keeps the planned end in the audit', () => {
    const { database, waveId, close } = aWave(1);
    const plannedEnd = database.waves.wave(waveId)?.closesAt;
    expect(close(midWave)).toEqual({ ok: true, closed: false, until: midWave + graceMinutes * minutes });
    expect(database.waves.wave(waveId)).toMatchObject({ status: 'open', closesAt: midWave, closedAt: null });
    expect(database.audit.ofSubject(waveId, 1)).toEqual([
      { at: midWave, actor: 'manager-1', act: 'fieldwork-ended', subject: waveId, detail: { plannedEnd } },
    ]);
  });

  it('closes at once without a grace period, and keeps the planned end in the audit', () => {
    const { database, waveId, close } = aWave(1, 0);
    const plannedEnd = database.waves.wave(waveId)?.closesAt;
    expect(close(midWave)).toEqual({ ok: true, closed: true, complete: 0, partial: 0, brokeOff: 0 });
    expect(database.waves.wave(waveId)).toMatchObject({ status: 'closed', closesAt: midWave });
    expect(database.audit.ofSubject(waveId, 1)).toMatchObject([
      { act: 'wave-closed', detail: { complete: 0, partial: 0, brokeOff: 0, plannedEnd } },
    ]);
  });

  it('again in the grace period changes nothing and says the same end', () => {
    const { database, close } = aWave(1);
    const first = close(midWave);
    const file = database.sqlite.serialize();
    expect(close(midWave + 10 * minutes)).toEqual(first);
    expect(database.sqlite.serialize().equals(file)).toBe(true);
  });

  it('invariant 6: lets nobody new in, and who is inside may finish until the grace period ends', async () => {
    const { database, waveId, caseAt, at, close } = aWave(3);
    const inside = await answerPages(at(midWave - minutes), caseAt(0), 9);
    const slow = await answerPages(at(midWave - minutes), caseAt(1), 2);
    close(midWave);

    const start = { code: caseAt(2).code, language: 'pl', random: () => 0 } as const;
    expect(await startQuestionnaire(at(midWave), start)).toEqual({ ok: false, reason: 'code-not-usable' });

    const later = midWave + graceMinutes * minutes - 1;
    const again = { ...inside, wave: database.waves.wave(waveId) ?? inside.wave, moment: 'grace' as const };
    const about = { q32_edu: 4 };
    expect((await savePage(at(later), again, 'about', about, { revision: 10 })).ok).toBe(true);
    expect((await submitResponse(at(later), again)).ok).toBe(true);

    expect(close(later)).toMatchObject({ closed: false, until: later + 1 });
    expect(database.residents.sealedDraft(slow.case.caseId)).toBeDefined();
    expect(close(later + 1)).toEqual({ ok: true, closed: true, complete: 0, partial: 0, brokeOff: 1 });
    expect(openedResponses(database, waveId, secret)).toHaveLength(1);
  });
});

describe('closing a wave for good', () => {
  it('closes once when another process closes it while this one waits for its turn', () => {
    const { database, waveId } = aWave(1);
    const other = openFieldwork(database.sqlite.name);
    const overtaken = {
      ...database,
      transact: <T>(job: () => T): T => {
        closeWave(other, waveId, anAct(afterGrace));
        return database.transact(job);
      },
    };
    expect(closeWave(overtaken, waveId, anAct(afterGrace))).toEqual({ ok: false, reason: 'not-open' });
    expect(database.audit.ofSubject(waveId, 9).filter(({ act }) => act === 'wave-closed')).toHaveLength(1);
    other.close();
  });

  const end = Date.UTC(2026, 9, 31, 23);
  const afterGrace = end + graceMinutes * minutes;

  it('invariant 6: waits for the last millisecond of the grace period', () => {
    const { database, waveId, close } = aWave(1);
    expect(database.waves.wave(waveId)?.closesAt).toBe(end);
    expect(close(end)).toEqual({ ok: true, closed: false, until: afterGrace });
    expect(close(afterGrace - 1)).toEqual({ ok: true, closed: false, until: afterGrace });
    expect(close(afterGrace)).toEqual({ ok: true, closed: true, complete: 0, partial: 0, brokeOff: 0 });
    expect(database.waves.wave(waveId)).toMatchObject({ closesAt: end, closedAt: afterGrace });
  });

  it('seals what is answered enough as a partial response from the web, and counts the rest as broken off', async () => {
    const { database, waveId, caseAt, at, close } = aWave(5);
    await answerAll(at(midWave), caseAt(0));
    const moved = wholeAnswers(caseAt(1), 8);
    await answerPages(at(midWave), caseAt(1), 7, moved);
    await answerPages(at(midWave), caseAt(2), 1);
    await startQuestionnaire(at(midWave), { code: caseAt(3).code, language: 'pl', random: () => 0 });

    expect(database.waveFigures.ofWave(waveId)).toMatchObject({ partial: 0, unsent: 2, responses: 1 });
    expect(close(afterGrace)).toEqual({ ok: true, closed: true, complete: 0, partial: 1, brokeOff: 1 });
    const counted = { completed: 1, partial: 1, brokeOff: 1, unsent: 0, responses: 2 };
    expect(database.waveFigures.ofWave(waveId)).toMatchObject(counted);
    expect(database.waveFigures.responses(waveId)).toBe(2);
    expect(eventsOf(database, caseAt(0).caseId)).toEqual(['completed', 'opened', 'started']);
    expect(eventsOf(database, caseAt(1).caseId)).toEqual(['opened', 'partial', 'started']);
    expect(eventsOf(database, caseAt(2).caseId)).toEqual(['broke-off', 'opened', 'started']);
    expect(eventsOf(database, caseAt(3).caseId)).toEqual(['opened']);
    expect(eventsOf(database, caseAt(4).caseId)).toEqual([]);

    const responses = openedResponses(database, waveId, secret);
    expect(responses.map(({ completeness }) => completeness).sort()).toEqual(['complete', 'partial']);
    const partial = responses.find(({ completeness }) => completeness === 'partial');
    expect(partial).toMatchObject({
      stratum: caseAt(1).stratum,
      district: 8,
      mode: 'web',
      questionnaireVersion: 'krakow-1',
    });
    const { q10_order: order, ...answers } = partial?.answers ?? {};
    expect(order).toHaveLength(14);
    for (const [name, value] of Object.entries(answers)) {
      if (!name.endsWith('_order')) expect(value).toEqual(moved[name]);
    }
    expect(answers).toHaveProperty('q20_place_gate');
    expect(answers).not.toHaveProperty('q32_edu');
  });

  it('uses no answers that were begun with a code since replaced, unless their owner has claimed them', async () => {
    const { database, waveId, caseAt, at, close } = aWave(2);
    await answerPages(at(midWave), caseAt(0), 7);
    await answerPages(at(midWave), caseAt(1), 7);
    const codes = [0, 1].map((index) => {
      const replaced = replaceCode(database, caseAt(index).caseId, anAct(midWave, `letter ${index}`));
      if (!replaced.ok) throw new Error(replaced.reason);
      return replaced.issued.code;
    });
    const visit = await startVisit(at(midWave), codes[0] ?? '');
    const claimed = await claimEarlierAnswers(at(midWave), visit, caseAt(0).code);
    expect(claimed).toEqual({ ok: true, page: pageNames[7] });
    expect(close(afterGrace)).toMatchObject({ complete: 0, partial: 1, brokeOff: 1 });
    expect(database.residents.case(caseAt(0).caseId)?.status).toBe('partial');
    expect(database.residents.case(caseAt(1).caseId)?.status).toBe('broke-off');
    expect(openedResponses(database, waveId, secret)).toHaveLength(1);
  });

  it('gives the outcome groups that the rates and the weights are made of', async () => {
    const { database, waveId, caseAt, at, close } = aWave(4);
    await answerAll(at(midWave), caseAt(0));
    await answerPages(at(midWave), caseAt(1), 7);
    await answerPages(at(midWave), caseAt(2), 1);
    close(afterGrace);
    const groups = waveOutcomes(database, waveAt(database, waveId)).map(
      ({ group, count }) => `${group}${count}`,
    );
    expect(groups.sort()).toEqual(['I1', 'P1', 'R1', 'UH1']);
  });

  it('leaves no draft and no session, and writes down what it did', async () => {
    const { database, waveId, caseAt, at, close } = aWave(3);
    await answerPages(at(midWave), caseAt(0), 7);
    await answerPages(at(midWave), caseAt(1), 1);
    await startQuestionnaire(at(midWave), { code: caseAt(2).code, language: 'pl', random: () => 0 });
    expect([countOf(database, 'drafts'), countOf(database, 'resident_sessions')]).toEqual([3, 3]);
    close(afterGrace);
    expect([countOf(database, 'drafts'), countOf(database, 'resident_sessions')]).toEqual([0, 0]);
    expect(database.audit.ofSubject(waveId, 1)).toEqual([
      {
        at: afterGrace,
        actor: 'manager-1',
        act: 'wave-closed',
        subject: waveId,
        detail: { complete: 0, partial: 1, brokeOff: 1 },
      },
    ]);
  });

  it('shuts the door for everyone: cookies, codes and visits that were read a moment before', async () => {
    const { database, caseAt, at, close } = aWave(2);
    const visit = await answerPages(at(midWave), caseAt(0), pageNames.length);
    close(afterGrace);
    expect(findVisit(at(afterGrace), null)).toBeNull();
    const start = { code: caseAt(1).code, language: 'pl', random: () => 0 } as const;
    expect(await startQuestionnaire(at(midWave), start)).toEqual({ ok: false, reason: 'code-not-usable' });
    const closed = { ok: false, reason: 'wave-closed' };
    const late = at(afterGrace - 1);
    expect(await savePage(late, visit, 'about', { q32_edu: 4 }, { revision: 11 })).toEqual(closed);
    expect(await submitResponse(late, visit)).toEqual(closed);
    expect(countOf(database, 'sealed_responses')).toBe(1);
  });

  it('is refused for a wave that is unknown, not open yet, or closed already', () => {
    const { database, waveId, close } = aWave(1);
    expect(closeWave(database, '2031-1', anAct(afterGrace))).toEqual({ ok: false, reason: 'unknown-wave' });
    database.waves.updateWave(waveId, { status: 'sampled' });
    expect(close(afterGrace)).toEqual({ ok: false, reason: 'not-open' });
    database.waves.updateWave(waveId, { status: 'open' });
    close(afterGrace);
    const file = database.sqlite.serialize();
    expect(close(afterGrace + minutes)).toEqual({ ok: false, reason: 'not-open' });
    expect(database.sqlite.serialize().equals(file)).toBe(true);
  });

  it('changes nothing when the secret is another one, because the drafts cannot be read', async () => {
    const { database, waveId, caseAt, at } = aWave(1);
    await answerPages(at(midWave), caseAt(0), 7);
    const file = database.sqlite.serialize();
    const act = { ...anAct(afterGrace), secret: Buffer.alloc(32, 1) };
    expect(() => closeWave(database, waveId, act)).toThrow();
    expect(database.sqlite.serialize().equals(file)).toBe(true);
  });
});
