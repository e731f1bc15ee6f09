import { describe, expect, it } from 'vitest';
import { createWave, type WavePlan } from '#app/use-cases/fieldwork/create-wave.server.ts';
import { deleteWave } from '#app/use-cases/fieldwork/delete-wave.server.ts';
import { stageFrame } from '#app/use-cases/fieldwork/frame/import-frame.server.ts';
import { touchesHalfYear } from '#core/fieldwork/wave-id.ts';
import { aDrawnWave, aFramedWave, aRegister, smallPlan } from '#tests/support/drawn-wave.ts';
import {
  anAct,
  aPlannedWave,
  extractText,
  openTestFieldwork,
  writeExtract,
} from '#tests/support/fieldwork.ts';

const augustFirst = Date.UTC(2026, 7, 1);

function plan(change: Partial<WavePlan>) {
  const database = openTestFieldwork();
  aPlannedWave(database, { year: 2020 });
  const wanted = { year: 2026, season: 'autumn', questionnaireVersion: 'test-1', ...change } as const;
  return createWave(database, wanted, anAct(augustFirst));
}

describe('the window of a wave', () => {
  it('in another year than the wave is named after is planned with a remark', () => {
    const window = { firstDay: '2026-09-01', lastDay: '2026-10-31' };
    expect(plan({ year: 2028, season: 'spring', ...window })).toMatchObject({
      ok: true,
      remark: 'window-elsewhere',
    });
  });

  it('that is over already, by the time zone of the wave, is too', () => {
    expect(plan({ season: 'spring' })).toMatchObject({ ok: true, remark: 'window-over' });
    const july = { firstDay: '2026-07-15', lastDay: '2026-07-31' };
    expect(plan(july)).toMatchObject({ ok: true, remark: 'window-over' });
    expect(plan({ ...july, lastDay: '2026-08-01' })).toEqual({ ok: true, waveId: '2026-2', remark: null });
  });

  it.each([
    ['spring', '2026-06-15', '2026-08-31', true],
    ['spring', '2026-08-01', '2026-08-31', false],
    ['autumn', '2026-12-01', '2027-02-28', true],
    ['autumn', '2027-02-01', '2027-02-28', false],
    ['autumn', '2026-05-01', '2026-06-30', false],
  ] as const)(
    'of the %s wave of 2026 from %s to %s touches its half-year: %s',
    (season, firstDay, lastDay, is) => {
      expect(touchesHalfYear({ year: 2026, season }, { firstDay, lastDay })).toBe(is);
    },
  );
});

describe('a wave that is only planned', () => {
  it('can be deleted with its files and their people, and then be planned anew', async () => {
    const database = openTestFieldwork();
    const education = [10, 20, 30, 40] as const;
    const { waveId } = await aFramedWave(database, aRegister(90), {
      ...smallPlan,
      educationPopulation: education,
    });
    const path = writeExtract(extractText(aRegister(36)));
    await stageFrame(database, { waveId, path, fileName: 'inny.csv' }, anAct());
    expect(await deleteWave(database, waveId, anAct())).toEqual({ ok: true, files: 2, people: 126 });
    expect(database.waves.wave(waveId)).toBeUndefined();
    for (const table of ['frames', 'frame_units', 'education_margins']) {
      expect(database.sqlite.prepare(`SELECT count(*) AS n FROM ${table}`).get()).toEqual({ n: 0 });
    }
    expect(database.audit.ofSubject(waveId, 1)).toMatchObject([{ act: 'wave-deleted', actor: 'manager-1' }]);
    expect(aPlannedWave(database, { sampleSize: 3 })).toBe(waveId);
    expect(database.waves.wave(waveId)?.sampleSize).toBe(3);
  });

  it('stays when it is drawn, when a file of it is being checked, and while other work on it goes on', async () => {
    const database = openTestFieldwork();
    const drawn = await aDrawnWave(database);
    expect(await deleteWave(database, drawn, anAct())).toEqual({ ok: false, reason: 'already-drawn' });
    expect(await deleteWave(database, '2031-1', anAct())).toEqual({ ok: false, reason: 'unknown-wave' });

    const waveId = aPlannedWave(database, { season: 'spring' });
    const path = writeExtract(extractText(aRegister(36)));
    const staged = await stageFrame(database, { waveId, path, fileName: 'wyciąg.csv' }, anAct());
    if (!staged.ok) throw new Error(staged.reason);
    database.frames.updateFrame(staged.frameId, { status: 'checking' });
    expect(await deleteWave(database, waveId, anAct())).toEqual({ ok: false, reason: 'frame-checking' });
    expect(database.frames.unitCount(staged.frameId)).toBe(36);
  });
});
