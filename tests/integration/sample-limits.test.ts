import { expect, it } from 'vitest';
import { fieldworkProgress } from '#app/use-cases/fieldwork/fieldwork-progress.server.ts';
import { limitsSoFar, plannedSample } from '#app/use-cases/fieldwork/sample-limits.server.ts';
import { aDrawnWave } from '#tests/support/drawn-wave.ts';
import { anAct, openTestFieldwork } from '#tests/support/fieldwork.ts';

const { now } = anAct();

it('a plan reckons with the sizes of districts in the newest frame, and with equal ones before there is any', async () => {
  const database = openTestFieldwork();
  expect(plannedSample(database, 100)).toMatchObject({ populations: null, designEffect: 1.3, share: 0.3 });
  await aDrawnWave(database);
  const { populations, respondents } = plannedSample(database, 100);
  expect(respondents).toEqual(Array.from({ length: 18 }, () => 100));
  expect(populations?.reduce((sum, people) => sum + people, 0)).toBe(1800);
});

it('the responses so far show what so many can, by district, from counts of cases alone', async () => {
  const database = openTestFieldwork();
  const waveId = await aDrawnWave(database);
  const wave = database.waves.wave(waveId);
  const limits = () => {
    const progress = fieldworkProgress(database, waveId, now);
    if (!wave || !progress) throw new Error('the wave is drawn');
    return limitsSoFar(database, wave, progress).limits;
  };
  expect(limits().city.respondents).toBe(0);
  expect(limits().districts.every(({ level }) => level === Number.POSITIVE_INFINITY)).toBe(true);
  const cases = database.sqlite
    .prepare('SELECT case_id FROM cases WHERE district = 3 AND released = 1')
    .pluck()
    .all() as string[];
  for (const caseId of cases) database.residents.recordEvent(caseId, 'completed', '2026-09-05');
  const [first, , third] = limits().districts;
  expect([first?.respondents, third?.respondents]).toEqual([0, cases.length]);
  expect(third?.margin).toBeCloseTo(1.96 * Math.sqrt((1.3 * 0.21) / cases.length), 3);
  expect(third?.isSufficient).toBe(false);
});
