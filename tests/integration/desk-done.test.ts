import { afterAll, beforeAll, expect, it } from 'vitest';
import { loader as closePage } from '#app/routes/fieldwork.waves.$wave.close.tsx';
import { loader as destroyPage } from '#app/routes/fieldwork.waves.$wave.destroy.tsx';
import { loader as drawPage } from '#app/routes/fieldwork.waves.$wave.draw.tsx';
import { loader as freezePage } from '#app/routes/fieldwork.waves.$wave.freeze.tsx';
import { loader as openPage } from '#app/routes/fieldwork.waves.$wave.open.tsx';
import { loader as progressPage } from '#app/routes/fieldwork.waves.$wave.progress.tsx';
import { issueCodes } from '#app/use-cases/fieldwork/codes/issue-codes.server.ts';
import { openWave } from '#app/use-cases/fieldwork/open-wave.server.ts';
import { answerOf, closeTestDesk, openTestDesk } from '#tests/support/desk.ts';
import { aDrawnWave } from '#tests/support/drawn-wave.ts';
import { anAct } from '#tests/support/fieldwork.ts';

const desk = openTestDesk();
afterAll(closeTestDesk);

const opened = Date.UTC(2026, 8, 2, 7, 5);
let waveId = '';
beforeAll(async () => {
  waveId = await aDrawnWave(desk.database);
  issueCodes(desk.database, waveId, anAct());
  openWave(desk.database, waveId, anAct(opened));
});

async function shown(loader: (args: never) => unknown): Promise<Record<string, unknown>> {
  const request = await desk.request(`/fieldwork/waves/${waveId}`);
  const args = { request, params: { wave: waveId }, context: {} } as never;
  return (await answerOf(() => loader(args))).data as Record<string, unknown>;
}

it('the page of an act that was done says when, and of one that was not nothing', async () => {
  expect((await shown(openPage)).done).toMatch(/^To już zrobiono: 2 września 2026 (o )?09:05\.$/);
  expect((await shown(drawPage)).done).toMatch(/^To już zrobiono: \d+ \S+ 20\d\d /);
  for (const page of [closePage, freezePage, destroyPage]) expect((await shown(page)).done).toBeNull();
  desk.database.audit.record({
    ...{ at: opened + 86_400_000, actor: 'manager-1', act: 'wave-closed', subject: waveId, detail: {} },
  });
  expect((await shown(closePage)).done).toMatch(/3 września 2026/);
  expect((await shown(freezePage)).done).toBeNull();
});

it('what the responses can show is told of the wave alone, which a small sample is not flagged by', async () => {
  expect((await shown(progressPage)).soFar).toMatchObject({ isOver: false, isSmall: true, below: 400 });
  desk.database.waves.updateWave(waveId, { closedAt: opened });
  expect((await shown(progressPage)).soFar).toMatchObject({ isOver: true });
});
