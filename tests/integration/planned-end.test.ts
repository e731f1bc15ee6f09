import { expect, it } from 'vitest';
import { analyseWave } from '#app/use-cases/analysis/analyse-wave.server.ts';
import { publishWave } from '#app/use-cases/analysis/publish-wave.server.ts';
import { weightRun } from '#app/use-cases/analysis/weight-run.server.ts';
import { closeWave } from '#app/use-cases/fieldwork/close-wave.server.ts';
import { freezeWave } from '#app/use-cases/fieldwork/freeze-wave.server.ts';
import { readPublication } from '#core/publication/read.ts';
import { anAct, openTestFieldwork, testSecret } from '#tests/support/fieldwork.ts';
import { openTestWave } from '#tests/support/open-wave.ts';
import { midWave } from '#tests/support/resident.ts';
import { answerAll } from '#tests/support/whole-answers.ts';

const planned = Date.UTC(2026, 9, 31, 23);

async function anEndedWave(end: number) {
  const database = openTestFieldwork();
  const { waveId, cases } = openTestWave(database, { cases: 30, secret: testSecret, graceMinutes: 0 });
  for (const invited of cases) await answerAll({ database, secret: testSecret, now: midWave }, invited);
  const closed = closeWave(database, waveId, anAct(end));
  if (!closed.ok) throw new Error(closed.reason);
  freezeWave(database, waveId, anAct(end, 'freeze'));
  weightRun(database, waveId, anAct());
  analyseWave(database, waveId, anAct());
  const published = publishWave(database, { waveId }, anAct());
  if (!published.ok) throw new Error(published.reason);
  return { database, waveId, published };
}

it('the planned end of a wave stays beside the actual one, and its publication says both', async () => {
  const early = midWave + 3_600_000;
  const { database, waveId, published } = await anEndedWave(early);
  expect(database.waves.wave(waveId)).toMatchObject({ closesAt: early, plannedClosesAt: planned });
  expect(published.document.wave).toMatchObject({
    fieldworkTo: '2026-09-20',
    fieldworkPlannedTo: '2026-10-31',
  });
  expect(readPublication(published.text)).toMatchObject({ ok: true });
  expect(() => database.waves.updateWave(waveId, { plannedClosesAt: early })).toThrow('never changes');
});

it('a wave that ended as planned publishes one end', async () => {
  const { published } = await anEndedWave(planned);
  expect(published.document.wave.fieldworkTo).toBe('2026-10-31');
  expect(published.document.wave).not.toHaveProperty('fieldworkPlannedTo');
});
