import { describe, expect, it } from 'vitest';
import {
  unconfirmedClose,
  unconfirmedDeletion,
  unconfirmedDestruction,
  unconfirmedFreeze,
  unconfirmedPublication,
  withoutConsent,
} from '#app/commands/confirmation.ts';
import { openTestFieldwork, testSecret } from '#tests/support/fieldwork.ts';
import { openTestWave } from '#tests/support/open-wave.ts';
import { midWave } from '#tests/support/resident.ts';
import { answerAndSubmit } from '#tests/support/whole-answers.ts';

const unconfirmed = { reason: 'freeze-unconfirmed', detail: { cases: 3 } } as const;
const early = { reason: 'close-early', detail: {}, option: 'early' } as const;
const another = { reason: 'another-wave-named', detail: { wave: '2026-2' } };

describe('an act that cannot be undone', () => {
  it('is asked of a person at the terminal, who types the id of the wave', async () => {
    const asked: string[] = [];
    const typing = (answer: string) => async (question: string) => {
      asked.push(question);
      return answer;
    };
    const ask = (answer: string) => withoutConsent(unconfirmed, '2026-2', {}, typing(answer));
    expect(await ask(' 2026-2\n')).toBeNull();
    expect(await ask('yes')).toEqual(unconfirmed);
    expect(await ask('')).toEqual(unconfirmed);
    expect(asked[0]).toContain('[cases 3]\nType 2026-2 to go on: ');
    const named = await withoutConsent(unconfirmed, '2026-2', { yes: '2026-2' }, typing('never asked'));
    expect(named).toBeNull();
    expect(asked).toHaveLength(3);
  });

  it('goes on for a script only when it names the wave, and the option that the act asks for', async () => {
    const script = (act: typeof unconfirmed | typeof early, consent: Parameters<typeof withoutConsent>[2]) =>
      withoutConsent(act, '2026-2', consent, null);
    expect(await script(unconfirmed, {})).toEqual(unconfirmed);
    expect(await script(unconfirmed, { yes: '2026-2' })).toBeNull();
    expect(await script(early, { yes: '2026-2' })).toEqual(early);
    expect(await script(early, { early: true })).toEqual(early);
    expect(await script(early, { yes: '2026-2', empty: true })).toEqual(early);
    expect(await script(early, { yes: '2026-2', early: true })).toBeNull();
    expect(await withoutConsent(null, '2026-2', {}, null)).toBeNull();
  });

  it('stops at a name that is another wave, whoever says it', async () => {
    const eager = async () => '2026-2';
    for (const terminal of [null, eager]) {
      expect(await withoutConsent(unconfirmed, '2026-2', { yes: '2026-1' }, terminal)).toEqual(another);
      expect(await withoutConsent(unconfirmed, '2026-2', { yes: '' }, terminal)).toEqual(another);
    }
  });

  it('says its numbers, and only where it would happen', async () => {
    const database = openTestFieldwork();
    const { waveId, cases } = openTestWave(database, { cases: 3, secret: testSecret });
    const afterGrace = Date.UTC(2027, 0, 1);
    await answerAndSubmit({ database, secret: testSecret, now: midWave }, cases[0]?.code ?? '');
    expect(unconfirmedClose(database, waveId, midWave)).toMatchObject({
      reason: 'close-early',
      option: 'early',
      detail: { plannedEnd: '2026-11-01 00:00:00 Europe/Warsaw', responses: 1, unsent: 0 },
    });
    expect(unconfirmedClose(database, waveId, Date.UTC(2026, 9, 31, 23, 10))).toBeNull();
    expect(unconfirmedClose(database, waveId, afterGrace)?.reason).toBe('close-unconfirmed');
    expect(unconfirmedFreeze(database, waveId)).toBeNull();
    database.waves.updateWave(waveId, { status: 'closed' });
    expect(unconfirmedFreeze(database, waveId)?.detail).toMatchObject({ cases: 3, responses: 1 });
    expect(unconfirmedPublication(database, waveId, null)).toBeNull();
    expect(unconfirmedDestruction(database, waveId)).toBeNull();
    database.waves.updateWave(waveId, { status: 'frozen', frozenAt: midWave });
    expect(unconfirmedDestruction(database, waveId)?.detail).toMatchObject({ cases: 3 });
    database.waves.updateWave(waveId, { status: 'weighted' });
    expect(unconfirmedPublication(database, waveId, null)).toEqual({
      reason: 'publish-unconfirmed',
      detail: { publication: `${waveId}.1`, responses: 0 },
    });
    expect(unconfirmedDeletion(database, waveId)).toBeNull();
  });

  it('is named twice for a wave that nobody has answered', () => {
    const database = openTestFieldwork();
    const { waveId } = openTestWave(database, { cases: 3, secret: testSecret });
    database.waves.updateWave(waveId, { status: 'closed' });
    expect(unconfirmedFreeze(database, waveId)).toMatchObject({
      reason: 'freeze-empty',
      option: 'empty',
      detail: { cases: 3, responses: 0 },
    });
  });
});
