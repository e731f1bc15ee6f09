import { describe, expect, it } from 'vitest';
import { issueCodes } from '#app/use-cases/fieldwork/codes/issue-codes.server.ts';
import { fieldworkDays, fieldworkProgress } from '#app/use-cases/fieldwork/fieldwork-progress.server.ts';
import { releaseReplicate } from '#app/use-cases/fieldwork/release-replicate.server.ts';
import { aDrawnWave } from '#tests/support/drawn-wave.ts';
import { anAct, openTestFieldwork } from '#tests/support/fieldwork.ts';

const now = Date.UTC(2026, 8, 10);

async function aWaveInTheField() {
  const database = openTestFieldwork();
  const waveId = await aDrawnWave(database);
  const issued = issueCodes(database, waveId, anAct());
  if (!issued.ok) throw new Error(issued.reason);
  database.waves.updateWave(waveId, { status: 'open' });
  const inDistrict5 = issued.codes
    .map(({ caseId }) => caseId)
    .filter((caseId) => database.residents.case(caseId)?.district === 5);
  return { database, waveId, inDistrict5 };
}

describe('the progress of a wave', () => {
  it('counts released cases, responses and reserve in every district', async () => {
    const { database, waveId, inDistrict5 } = await aWaveInTheField();
    inDistrict5.slice(0, 6).forEach((caseId, index) => {
      database.residents.recordEvent(caseId, 'opened', '2026-09-02');
      database.residents.recordEvent(caseId, 'started', '2026-09-02');
      if (index < 4) database.residents.recordEvent(caseId, 'completed', '2026-09-03');
    });
    const progress = fieldworkProgress(database, waveId, now);
    expect(progress?.moment).toBe('open');
    expect(progress?.districts).toHaveLength(18);
    expect(progress?.districts[4]).toMatchObject({
      district: 5,
      target: 6,
      released: 20,
      reserve: 8,
      started: 6,
      completed: 4,
      rates: { RR1: 0.2 },
    });
    expect(progress?.city).toMatchObject({ target: 108, released: 360, reserve: 144, completed: 4 });
    expect(fieldworkDays(database, waveId)).toEqual([
      { day: '2026-09-02', opened: 6, responses: 0 },
      { day: '2026-09-03', opened: 0, responses: 4 },
    ]);
  });

  it('counts a reserve replicate from its release on', async () => {
    const { database, waveId } = await aWaveInTheField();
    releaseReplicate(database, { waveId, replicate: 1 }, anAct());
    const progress = fieldworkProgress(database, waveId, now);
    expect(progress?.districts[4]).toMatchObject({ released: 22, reserve: 6 });
  });

  it('counts one case once, however often the same thing happened to it', async () => {
    const { database, waveId, inDistrict5 } = await aWaveInTheField();
    const [first = '', second = ''] = inDistrict5;
    for (const day of ['2026-09-02', '2026-09-04']) database.residents.recordEvent(first, 'called', day);
    database.residents.recordEvent(second, 'called', '2026-09-02');
    const { UO } = fieldworkProgress(database, waveId, now)?.city.outcomes ?? { UO: 0 };
    expect(UO).toBe(2);
    const called = database.outcomes.histories(waveId).filter(({ events }) => events.includes('called'));
    expect(called.every(({ events }) => new Set(events).size === events.length)).toBe(true);
  });

  it('is empty for a plan and unknown for no wave', async () => {
    const database = openTestFieldwork();
    expect(fieldworkProgress(database, '2031-1', now)).toBeNull();
  });
});
