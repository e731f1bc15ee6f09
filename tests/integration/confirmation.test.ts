import { describe, expect, it } from 'vitest';
import {
  earlyClose,
  isConfirmed,
  unconfirmedDestruction,
  unconfirmedFreeze,
} from '#app/commands/confirmation.ts';
import { openTestFieldwork, testSecret } from '#tests/support/fieldwork.ts';
import { openTestWave } from '#tests/support/open-wave.ts';
import { midWave } from '#tests/support/resident.ts';
import { answerAndSubmit } from '#tests/support/whole-answers.ts';

const unconfirmed = { reason: 'freeze-unconfirmed', detail: { cases: 3 } };

describe('an act that cannot be undone', () => {
  it('is asked of a person at the terminal, who types the id of the wave, and not of a script', async () => {
    const asked: string[] = [];
    const typing = (answer: string) => async (question: string) => {
      asked.push(question);
      return answer;
    };
    expect(await isConfirmed(unconfirmed, '2026-2', null)).toBe(true);
    expect(await isConfirmed(unconfirmed, '2026-2', typing(' 2026-2\n'))).toBe(true);
    expect(await isConfirmed(unconfirmed, '2026-2', typing('yes'))).toBe(false);
    expect(await isConfirmed(unconfirmed, '2026-2', typing(''))).toBe(false);
    expect(asked[0]).toContain('[cases 3]\nType 2026-2 to go on: ');
  });

  it('says its numbers, and only where it would happen', async () => {
    const database = openTestFieldwork();
    const { waveId, cases } = openTestWave(database, { cases: 3, secret: testSecret });
    await answerAndSubmit({ database, secret: testSecret, now: midWave }, cases[0]?.code ?? '');
    expect(earlyClose(database, waveId, midWave)?.detail).toMatchObject({ responses: 1, unsent: 0 });
    expect(earlyClose(database, waveId, Date.UTC(2027, 0, 1))).toBeNull();
    expect(unconfirmedFreeze(database, waveId)).toBeNull();
    database.waves.updateWave(waveId, { status: 'closed' });
    expect(unconfirmedFreeze(database, waveId)?.detail).toMatchObject({ cases: 3, responses: 1 });
    expect(unconfirmedDestruction(database, waveId)).toBeNull();
    database.waves.updateWave(waveId, { status: 'frozen', frozenAt: midWave });
    expect(unconfirmedDestruction(database, waveId)?.detail).toMatchObject({ cases: 3 });
  });
});
