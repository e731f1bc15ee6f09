import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loader as wavesPage } from '#app/routes/fieldwork._index.tsx';
import { loader as wavePage } from '#app/routes/fieldwork.waves.$wave._index.tsx';
import { loader as codesPage } from '#app/routes/fieldwork.waves.$wave.codes.tsx';
import { loader as replicatesPage } from '#app/routes/fieldwork.waves.$wave.replicates.tsx';
import { issueCodes } from '#app/use-cases/fieldwork/codes/issue-codes.server.ts';
import { openWave } from '#app/use-cases/fieldwork/open-wave.server.ts';
import { answerOf, closeTestDesk, openTestDesk } from '#tests/support/desk.ts';
import { aDrawnWave } from '#tests/support/drawn-wave.ts';
import { anAct } from '#tests/support/fieldwork.ts';

const desk = openTestDesk();
afterAll(closeTestDesk);

let waveId = '';
beforeAll(async () => {
  waveId = await aDrawnWave(desk.database);
  issueCodes(desk.database, waveId, anAct());
  openWave(desk.database, waveId, anAct());
});

function endIn(minutes: number): void {
  const now = Date.now();
  desk.database.waves.updateWave(waveId, { opensAt: now - 86_400_000, closesAt: now + minutes * 60_000 });
}

interface ShownWave {
  status: string;
  inReserve: boolean;
  steps: { step: string; state: string; act: string | null; facts: string[] }[];
}

async function shown() {
  const ask = async <T>(page: (args: never) => unknown) => {
    const request = await desk.request(`/fieldwork/waves/${waveId}`);
    const args = { request, params: { wave: waveId }, context: {} } as never;
    return (await answerOf(() => page(args))).data as T;
  };
  const wave = await ask<ShownWave>(wavePage);
  const step = (name: string) => wave.steps.find((each) => each.step === name);
  return {
    wave,
    fieldwork: step('fieldwork'),
    close: step('close'),
    waves: (await ask<{ waves: { status: string }[] }>(wavesPage)).waves,
    codes: await ask<{ mayIssue: boolean }>(codesPage),
    replicates: await ask<{ mayRelease: boolean }>(replicatesPage),
  };
}

describe('the desk', () => {
  it('runs the fieldwork until its end, and offers the early end as no next step', async () => {
    endIn(60);
    const { wave, fieldwork, close, codes, replicates } = await shown();
    expect(wave).toMatchObject({ status: 'open', inReserve: true });
    expect(fieldwork).toMatchObject({ state: 'running', act: null });
    expect(close).toMatchObject({ state: 'later', act: 'early' });
    expect(codes.mayIssue && replicates.mayRelease).toBe(true);
  });

  it('says in the grace period that the fieldwork has ended and until when one may finish, and lets nobody in', async () => {
    endIn(-1);
    const { wave, waves, fieldwork, close, codes, replicates } = await shown();
    expect(wave).toMatchObject({ status: 'ended', inReserve: false });
    expect(waves).toMatchObject([{ status: 'ended' }]);
    expect(fieldwork?.state).toBe('done');
    expect(fieldwork?.facts.join(' ')).toMatch(/zakończyło się: .*może dokończyć do: /);
    expect(close).toMatchObject({ state: 'next', act: null });
    expect(codes.mayIssue || replicates.mayRelease).toBe(false);
  });
});
