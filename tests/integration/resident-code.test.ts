import { describe, expect, it } from 'vitest';
import { findVisit } from '#app/use-cases/resident/resident-session.server.ts';
import { startQuestionnaire } from '#app/use-cases/resident/start-questionnaire.server.ts';
import type { ResidentContext } from '#app/use-cases/wave/resident-visit.ts';
import { makeAccessCode } from '#core/sampling/access-code.ts';
import { openTestFieldwork, seededBytes, testSecret } from '#tests/support/fieldwork.ts';
import { issueCode, openTestWave } from '#tests/support/open-wave.ts';
import { midWave, startVisit } from '#tests/support/resident.ts';
import { answerAndSubmit } from '#tests/support/whole-answers.ts';

const secret = testSecret;
const unknownCode = makeAccessCode(seededBytes('nobody has this code'));

function aWave(cases = 3) {
  const database = openTestFieldwork();
  const wave = openTestWave(database, { cases, secret });
  const context: ResidentContext = { database, secret, now: midWave };
  const codeOf = (index: number) => wave.cases[index]?.code ?? '';
  const start = (code: string, now = midWave) =>
    startQuestionnaire({ ...context, now }, { code, language: 'uk', random: () => 0.5 });
  return { database, wave, context, codeOf, start };
}

describe('an access code', () => {
  it('opens the questionnaire however it is typed', async () => {
    const { codeOf, start } = aWave();
    const code = codeOf(0);
    const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4, 8)} ${code.slice(8)}\u200b`;
    expect(await start(typed)).toMatchObject({ ok: true, page: 'city' });
  });

  it('with a slip is recognised by its check symbol, without a look-up', async () => {
    const { database, codeOf, start } = aWave();
    const code = codeOf(0);
    const slip = `${code.startsWith('B') ? 'C' : 'B'}${code.slice(1)}`;
    database.close();
    expect(await start(slip)).toEqual({ ok: false, reason: 'code-mistyped' });
  });

  it('is asked for when nothing was typed', async () => {
    expect(await aWave().start(' -\u200b ')).toEqual({ ok: false, reason: 'code-missing' });
  });

  it('gets one answer when unknown, revoked, used, or outside the time of the wave', async () => {
    const { database, wave, context, codeOf, start } = aWave();
    const refusal = { ok: false, reason: 'code-not-usable' };
    const revoked = makeAccessCode(seededBytes('revoked'));
    issueCode(database, wave.waveId, { caseId: 'C000002', code: revoked }, secret, 'revoked');
    await answerAndSubmit(context, codeOf(0));

    expect(await start(unknownCode)).toEqual(refusal);
    expect(await start(revoked)).toEqual(refusal);
    expect(await start(codeOf(0))).toEqual(refusal);
    expect(await start(codeOf(1), Date.UTC(2026, 7, 30))).toEqual(refusal);
    expect(await start(codeOf(1), Date.UTC(2026, 10, 2))).toEqual(refusal);
    database.waves.updateWave(wave.waveId, { status: 'closed' });
    expect(await start(codeOf(1))).toEqual(refusal);
  });

  it('changes nothing when it is refused', async () => {
    const { database, wave, context, codeOf, start } = aWave();
    await answerAndSubmit(context, codeOf(0));
    const before = database.sqlite.serialize();
    await start(unknownCode);
    await start(codeOf(0));
    await start(codeOf(1), Date.UTC(2026, 10, 2));
    expect(database.sqlite.serialize().equals(before)).toBe(true);
    expect(wave.cases).toHaveLength(3);
  });

  it('opens the same draft on another device, and both sessions live', async () => {
    const { context, codeOf } = aWave();
    const first = await startVisit(context, codeOf(0));
    const second = await startVisit(context, codeOf(0));
    expect(second.case.caseId).toBe(first.case.caseId);
    expect(second.tokenHash.equals(first.tokenHash)).toBe(false);
    expect(second.receiptSeed).toBe(first.receiptSeed);
  });
});

describe('a session', () => {
  it('ends after a day, and a changed cookie is none', async () => {
    const { context, codeOf, start } = aWave();
    const started = await start(codeOf(0));
    const cookie = started.ok ? started.cookieValue : '';
    expect(findVisit(context, cookie)).not.toBeNull();
    expect(
      findVisit(
        context,
        cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      ),
    ).toBeNull();
    expect(findVisit(context, cookie.split('.')[0] ?? '')).toBeNull();
    expect(findVisit(context, null)).toBeNull();
    expect(findVisit({ ...context, now: midWave + 24 * 3_600_000 - 1 }, cookie)).not.toBeNull();
    expect(findVisit({ ...context, now: midWave + 26 * 3_600_000 }, cookie)).toBeNull();
  });

  it('says on disk no finer time than the hour, and nothing of the code', async () => {
    const { database, codeOf, start } = aWave();
    const started = await start(codeOf(0), midWave + 123_456);
    const rows = database.sqlite.prepare('SELECT * FROM resident_sessions').all() as { expires_at: number }[];
    expect(rows.map((row) => row.expires_at % 3_600_000)).toEqual([0]);
    const file = database.sqlite.serialize();
    expect(file.includes(codeOf(0))).toBe(false);
    expect(started.ok && file.includes(started.cookieValue.split('.')[1] ?? '')).toBe(false);
  });
});

describe('invariant 13: a code never appears in the database', () => {
  it('from the start to the receipt', async () => {
    const { database, wave, context, codeOf } = aWave();
    const receipt = await answerAndSubmit(context, codeOf(0));
    database.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    const file = database.sqlite.serialize();
    for (const { code } of wave.cases) expect(file.includes(code)).toBe(false);
    expect(file.includes(receipt)).toBe(false);
    expect(file.includes(receipt.replaceAll('-', ''))).toBe(false);
  });
});
