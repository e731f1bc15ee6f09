import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { keyedHash } from '#app/sealing.server.ts';
import { issueCodes, replaceCode, revokeCode } from '#app/use-cases/fieldwork/codes/issue-codes.server.ts';
import { openWave } from '#app/use-cases/fieldwork/open-wave.server.ts';
import { releaseReplicate } from '#app/use-cases/fieldwork/release-replicate.server.ts';
import { formatAccessCode, normaliseAccessCode } from '#core/sampling/access-code.ts';
import { accessCodes, caseEvents } from '#db/fieldwork/schema/cases.ts';
import { aDrawnWave } from '#tests/support/drawn-wave.ts';
import { anAct, aPlannedWave, openTestFieldwork, testSecret } from '#tests/support/fieldwork.ts';

async function aWaveWithCodes() {
  const database = openTestFieldwork();
  const waveId = await aDrawnWave(database);
  const issued = issueCodes(database, waveId, anAct(undefined, 'codes'));
  if (!issued.ok) throw new Error(`issueCodes refused: ${issued.reason}`);
  const [first] = issued.codes;
  if (!first) throw new Error('issueCodes issued nothing');
  return { database, waveId, codes: issued.codes, first };
}

const hashOf = (code: string) => keyedHash(testSecret, 'access-code', code);

describe('issuing codes', () => {
  it('gives every released person a code of their own, and nobody of the reserve', async () => {
    const { database, waveId, codes, first } = await aWaveWithCodes();
    expect(codes).toHaveLength(360);
    expect(new Set(codes.map(({ code }) => code)).size).toBe(360);
    expect(codes.every(({ code }) => normaliseAccessCode(code).ok)).toBe(true);
    expect(first).toMatchObject({ locality: 'Kraków', postcode: '30-001' });
    expect(first).not.toHaveProperty('phone');
    const known = database.residents.accessCode(hashOf(first.code));
    expect(known).toMatchObject({ codeStatus: 'active', case: { caseId: first.caseId, status: 'invited' } });
    const events = database.orm.select().from(caseEvents).where(eq(caseEvents.caseId, first.caseId)).all();
    expect(events).toEqual([{ caseId: first.caseId, occurredOn: '2026-08-01', kind: 'code-issued' }]);
    expect(issueCodes(database, waveId, anAct())).toEqual({ ok: false, reason: 'nobody-without-code' });
  });

  it('gives a released replicate its codes and leaves the others as they are', async () => {
    const { database, waveId, codes } = await aWaveWithCodes();
    releaseReplicate(database, { waveId, replicate: 1 }, anAct());
    const more = issueCodes(database, waveId, anAct(undefined, 'more'));
    expect(more.ok && more.codes).toHaveLength(36);
    expect(database.codes.activeCount(waveId)).toBe(codes.length + 36);
  });

  it('is refused before the draw and after the close', async () => {
    const database = openTestFieldwork();
    const planned = aPlannedWave(database, { season: 'spring' });
    expect(issueCodes(database, planned, anAct())).toEqual({ ok: false, reason: 'not-drawn' });
    database.waves.updateWave(planned, { status: 'closed' });
    expect(issueCodes(database, planned, anAct())).toEqual({ ok: false, reason: 'wave-closed' });
    expect(issueCodes(database, '2031-1', anAct())).toEqual({ ok: false, reason: 'unknown-wave' });
  });

  it('is refused once the fieldwork has ended, though the wave is not closed yet', async () => {
    const { database, waveId, first } = await aWaveWithCodes();
    openWave(database, waveId, anAct());
    releaseReplicate(database, { waveId, replicate: 1 }, anAct());
    const closesAt = database.waves.wave(waveId)?.closesAt ?? 0;
    for (const late of [closesAt, closesAt + 86_400_000]) {
      const refusal = { ok: false, reason: 'fieldwork-over' };
      expect(issueCodes(database, waveId, anAct(late))).toEqual(refusal);
      expect(replaceCode(database, first.caseId, anAct(late))).toEqual(refusal);
      expect(releaseReplicate(database, { waveId, replicate: 2 }, anAct(late))).toEqual(refusal);
    }
    expect(issueCodes(database, waveId, anAct(closesAt - 1))).toMatchObject({ ok: true });
  });

  it('invariant 5: the first code freezes the questionnaire, and a frozen one takes no change', async () => {
    const database = openTestFieldwork();
    const waveId = await aDrawnWave(database);
    expect(database.waves.questionnaire('test-1')?.status).toBe('reviewed');
    issueCodes(database, waveId, anAct());
    const frozen = database.waves.questionnaire('test-1');
    if (!frozen) throw new Error('the questionnaire is gone');
    expect(frozen.status).toBe('frozen');
    expect(() => database.waves.putQuestionnaire({ ...frozen, definition: '{"changed":1}' })).toThrow(
      'a frozen questionnaire never changes',
    );
    expect(() => database.waves.putQuestionnaire({ ...frozen, status: 'draft' })).toThrow();
    expect(database.waves.questionnaire('test-1')).toEqual(frozen);
  });

  it('invariant 13: no code is in the database, however it is written', async () => {
    const { database, waveId, codes, first } = await aWaveWithCodes();
    const replaced = replaceCode(database, first.caseId, anAct(undefined, 'replaced'));
    openWave(database, waveId, anAct());
    const all = [...codes.map(({ code }) => code), ...(replaced.ok ? [replaced.issued.code] : [])];
    expect(all).toHaveLength(361);
    const file = database.sqlite.name;
    const bytes = Buffer.concat([readFileSync(file), readFileSync(`${file}-wal`)]);
    for (const code of all) {
      for (const written of [code, formatAccessCode(code), code.toLowerCase()]) {
        expect(bytes.includes(Buffer.from(written, 'utf8'))).toBe(false);
        expect(bytes.includes(Buffer.from(written, 'utf16le'))).toBe(false);
        expect(bytes.includes(Buffer.from(written).toString('base64').slice(0, 16))).toBe(false);
      }
    }
    expect(bytes.includes(hashOf(first.code))).toBe(true);
  });
});

describe('a code that was lost or seen', () => {
  it('opens nothing once it is replaced, and the new one opens the same case', async () => {
    const { database, first } = await aWaveWithCodes();
    const replaced = replaceCode(database, first.caseId, anAct(undefined, 'replaced'));
    if (!replaced.ok) throw new Error(replaced.reason);
    expect(replaced.issued).toMatchObject({ caseId: first.caseId, familyName: first.familyName });
    expect(database.residents.accessCode(hashOf(first.code))?.codeStatus).toBe('revoked');
    expect(database.residents.accessCode(hashOf(replaced.issued.code))).toMatchObject({
      codeStatus: 'active',
      case: { caseId: first.caseId },
    });
  });

  it('can be revoked once; the person inside is outside at once', async () => {
    const { database, waveId, first } = await aWaveWithCodes();
    const { caseId, code } = first;
    const session = { tokenHash: hashOf('session'), caseId, waveId, codeHash: hashOf(code), expiresAt: 9e12 };
    database.residents.addSession(session);
    expect(revokeCode(database, first.caseId, anAct())).toEqual({ ok: true });
    expect(database.residents.session(session.tokenHash)).toBeUndefined();
    expect(revokeCode(database, first.caseId, anAct())).toEqual({ ok: false, reason: 'no-code' });
    expect(revokeCode(database, 'nobody', anAct())).toEqual({ ok: false, reason: 'unknown-case' });
  });

  it('is not replaced for someone who has answered, or is of the reserve', async () => {
    const { database, waveId, first } = await aWaveWithCodes();
    database.residents.setCaseStatus(first.caseId, 'completed');
    expect(replaceCode(database, first.caseId, anAct())).toEqual({ ok: false, reason: 'case-finished' });
    expect(replaceCode(database, 'nobody', anAct())).toEqual({ ok: false, reason: 'unknown-case' });
    const reserve = database.sqlite
      .prepare('SELECT case_id FROM cases WHERE released = 0 AND wave_id = ?')
      .pluck()
      .get(waveId);
    expect(replaceCode(database, String(reserve), anAct())).toEqual({ ok: false, reason: 'not-released' });
    const codes = database.orm.select().from(accessCodes).all();
    expect(codes).toHaveLength(360);
  });
});

describe('opening a wave', () => {
  it('needs codes, and is done once', async () => {
    const database = openTestFieldwork();
    const waveId = await aDrawnWave(database);
    expect(openWave(database, waveId, anAct())).toEqual({ ok: false, reason: 'no-codes' });
    issueCodes(database, waveId, anAct());
    expect(openWave(database, waveId, anAct())).toMatchObject({ ok: true });
    expect(database.waves.wave(waveId)?.status).toBe('open');
    expect(openWave(database, waveId, anAct())).toEqual({ ok: false, reason: 'already-open' });
  });

  it('is refused for a plan that is not drawn and for a window that is over', async () => {
    const database = openTestFieldwork();
    const waveId = await aDrawnWave(database);
    issueCodes(database, waveId, anAct());
    const late = anAct(Date.UTC(2026, 11, 1));
    expect(openWave(database, waveId, late)).toEqual({ ok: false, reason: 'window-over' });
    expect(openWave(database, '2031-1', anAct())).toEqual({ ok: false, reason: 'unknown-wave' });
    const planned = aPlannedWave(database, { season: 'spring' });
    expect(openWave(database, planned, anAct())).toEqual({ ok: false, reason: 'not-drawn' });
  });
});
