import { afterAll, expect, it } from 'vitest';
import { loader as wavePage } from '#app/routes/fieldwork.waves.$wave._index.tsx';
import { loader as weightPage } from '#app/routes/fieldwork.waves.$wave.weight.tsx';
import { answerOf, closeTestDesk, openTestDesk } from '#tests/support/desk.ts';
import { aPlannedWave } from '#tests/support/fieldwork.ts';

const desk = openTestDesk();
afterAll(closeTestDesk);

it('the desk says by which margins a wave is weighted: education only where the plan gives its totals', async () => {
  const without = aPlannedWave(desk.database);
  const education = [100_000, 150_000, 200_000, 150_000] as const;
  const withTotals = aPlannedWave(desk.database, { year: 2027, educationPopulation: education });
  const shown = async (waveId: string) => {
    const request = await desk.request(`/fieldwork/waves/${waveId}`);
    const args = { request, params: { wave: waveId }, context: {} };
    const weight = (await answerOf(() => weightPage(args))).data as { usesEducation: boolean };
    const wave = (await answerOf(() => wavePage(args))).data as { steps: { facts: string[] }[] };
    return [weight.usesEducation, wave.steps[0]?.facts.at(-1)];
  };
  expect(await shown(without)).toEqual([false, expect.stringContaining('wagi go nie uwzględnią')]);
  expect(await shown(withTotals)).toEqual([true, expect.stringMatching(/razem: 600\D000\./)]);
});
