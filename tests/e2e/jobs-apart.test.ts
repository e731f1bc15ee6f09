import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dumpOf } from '#tests/support/dump.ts';
import { aFrozenAndAnOpenWave, type FrozenAndOpen } from '#tests/support/frozen-wave.ts';
import { type PlainVisitor, signedInVisitor } from '#tests/support/plain-visitor.ts';
import { residentClient } from '#tests/support/resident-http.ts';
import { type RunningApp, startApp, withFieldwork } from '#tests/support/running-app.ts';

interface House {
  app: RunningApp;
  manager: PlainVisitor;
}

const apps: RunningApp[] = [];
let waves: FrozenAndOpen;

beforeAll(async () => {
  waves = await aFrozenAndAnOpenWave();
});

afterAll(() => Promise.all(apps.map((app) => app.stop())));

async function aHouse(): Promise<House> {
  const app = await startApp({ prepare: waves.copyTo });
  apps.push(app);
  return { app, manager: await signedInVisitor(app.origin, 'manager') };
}

const pathOf = (page: string) => `/fieldwork/waves/${waves.frozen}/${page}`;
const jobOf = ({ app }: House) => withFieldwork(app.dataFolder, ({ jobs }) => jobs.newestOf(waves.frozen));
const pageOfJob = async ({ manager }: House) => (await manager.get(pathOf('job'))).text();

/** Everything of the firm but the jobs. */
const contentOf = ({ app }: House) =>
  withFieldwork(app.dataFolder, (database) => {
    const { jobs: _jobs, ...content } = dumpOf(database);
    return content;
  });

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await wait(20);
}

/** Starts a job and halts its process, so that it cannot end before it is told to go on. */
async function haltedJob(
  { app, manager }: House,
  page: string,
  fields: Record<string, string> = {},
): Promise<number> {
  const begun = () => [...app.log().matchAll(/"process":(\d+),"msg":"a job has begun"/g)];
  const before = begun().length;
  const answer = await manager.post(pathOf(page), fields);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, pathOf('job')]);
  await until(() => begun().length > before);
  const id = Number(begun().at(-1)?.[1]);
  process.kill(id, 'SIGSTOP');
  return id;
}

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

describe('the job of a wave', () => {
  it('is weighted and published while residents of the next wave get their pages and send their answers', async () => {
    const house = await aHouse();
    const { send, enter, submit } = residentClient(() => house.app.origin);
    const steps = [
      { page: 'weight', fields: {}, resident: 0, status: 'weighted' },
      { page: 'publish', fields: { confirm: 'yes' }, resident: 1, status: 'published' },
    ] as const;
    for (const { page, fields, resident, status } of steps) {
      const job = await haltedJob(house, page, fields);
      const { code } = waves.cases[resident] ?? { code: '' };
      const cookie = await enter(code);
      const question = await send('GET', '/s/questionnaire/city', undefined, { cookie });
      expect(await question.text()).toContain('q02_district');
      const receipt = await send('GET', '/s/receipt', undefined, { cookie: await submit(code) });
      expect(await receipt.text()).toMatch(/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/);
      expect((await jobOf(house))?.status).toBe('running');
      expect(await pageOfJob(house)).not.toContain('class="notice done"');

      process.kill(job, 'SIGCONT');
      await until(async () => (await jobOf(house))?.status !== 'running');
      expect(await jobOf(house)).toMatchObject({ status: 'done' });
      expect(await pageOfJob(house)).toContain('class="notice done"');
      const wave = await withFieldwork(house.app.dataFolder, (database) => database.waves.wave(waves.frozen));
      expect(wave?.status).toBe(status);
    }
    expect((await house.manager.get(pathOf('job'))).headers.get('refresh')).toBeNull();
  });

  it('runs alone, and when it is killed leaves everything as it was, which its page says', async () => {
    const house = await aHouse();
    const before = await contentOf(house);
    const job = await haltedJob(house, 'weight');
    for (const path of [pathOf('destroy'), `/fieldwork/waves/${waves.open}/draw`]) {
      const second = await house.manager.post(path, { confirm: 'yes' });
      expect(second.status).toBe(409);
      expect(await second.text()).toContain('Trwa już inna praca');
    }
    process.kill(job, 'SIGKILL');
    await until(async () => (await jobOf(house))?.status !== 'running');
    expect(await jobOf(house)).toMatchObject({ status: 'failed', kind: 'weight' });
    expect(await pageOfJob(house)).toContain('Praca została przerwana');
    expect(await contentOf(house)).toEqual(before);
  });

  it('ends with the server, which writes down that it was broken off', async () => {
    const house = await aHouse();
    const before = await contentOf(house);
    const job = await haltedJob(house, 'weight');
    await house.app.stop();
    expect(isAlive(job)).toBe(false);
    expect(await jobOf(house)).toMatchObject({ status: 'failed' });
    expect(await contentOf(house)).toEqual(before);
  });

  it('writes nothing more once its server is gone', async () => {
    const house = await aHouse();
    const before = await contentOf(house);
    const job = await haltedJob(house, 'weight');
    const busy = new Database(join(house.app.dataFolder, 'fieldwork.sqlite'));
    busy.exec('BEGIN IMMEDIATE');
    process.kill(job, 'SIGCONT');
    await until(() => house.app.log().includes('the work of a job has begun'));
    await house.app.kill();
    busy.exec('COMMIT');
    busy.close();
    await until(() => !isAlive(job));
    expect(house.app.log()).toContain('the job was broken off');
    expect(await contentOf(house)).toEqual(before);
    expect(await jobOf(house)).toMatchObject({ status: 'running' });
  });

  it('writes nothing more once it is counted as broken off', async () => {
    const house = await aHouse();
    const before = await contentOf(house);
    const job = await haltedJob(house, 'weight');
    await withFieldwork(house.app.dataFolder, ({ jobs }) => jobs.failAbandoned(Date.now()));
    process.kill(job, 'SIGCONT');
    await until(() => !isAlive(job));
    expect(await contentOf(house)).toEqual(before);
    expect(await jobOf(house)).toMatchObject({ status: 'failed' });
  });
});
