import { afterAll, expect, it } from 'vitest';
import { loader as wavePage } from '#app/routes/fieldwork.waves.$wave._index.tsx';
import { loader as drawPage } from '#app/routes/fieldwork.waves.$wave.draw.tsx';
import { loader as replicatesPage } from '#app/routes/fieldwork.waves.$wave.replicates.tsx';
import { answerOf, closeTestDesk, openTestDesk } from '#tests/support/desk.ts';
import { aFramedWave, aRegister } from '#tests/support/drawn-wave.ts';

const desk = openTestDesk();
afterAll(closeTestDesk);

async function shown<T>(loader: (args: never) => unknown, waveId: string): Promise<T> {
  const request = await desk.request(`/fieldwork/waves/${waveId}`);
  return (await answerOf(() => loader({ request, params: { wave: waveId }, context: {} } as never)))
    .data as T;
}

it('a draw that a district is too small for is not offered, and says what is missing', async () => {
  const small = await aFramedWave(desk.database, aRegister(360));
  expect(await shown(drawPage, small.waveId)).toMatchObject({
    ready: true,
    short: { district: 1, people: 20, needed: 28 },
  });
  const large = await aFramedWave(desk.database, aRegister(18 * 28), {
    sampleSize: 6,
    expectedResponseRate: 0.3,
    year: 2027,
  });
  expect(await shown(drawPage, large.waveId)).toMatchObject({ ready: true, short: null });
});

it('before the draw there are no replicates, none left in reserve either', async () => {
  const { waveId } = await aFramedWave(desk.database, aRegister(360), { sampleSize: 6, year: 2028 });
  expect(await shown(replicatesPage, waveId)).toMatchObject({ drawn: false, replicates: [] });
});

it('sizes to draw stand in the right number', async () => {
  const { waveId } = await aFramedWave(desk.database, aRegister(360), {
    sampleSize: 100,
    expectedResponseRate: 0.3,
    year: 2029,
  });
  const { steps } = await shown<{ steps: { step: string; facts: string[] }[] }>(wavePage, waveId);
  expect(steps.find(({ step }) => step === 'draw')?.facts[0]).toMatch(
    /^W każdej dzielnicy: 334 osoby i 4 × /,
  );
});
