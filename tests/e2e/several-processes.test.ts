import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAccessCode } from '#core/sampling/access-code.ts';
import { seededBytes } from '#tests/support/fieldwork.ts';
import { startResidentApp } from '#tests/support/resident-app.ts';
import { residentClient } from '#tests/support/resident-http.ts';
import { withFieldwork } from '#tests/support/running-app.ts';

type Resident = Awaited<ReturnType<typeof startResidentApp>>;
let resident: Resident;
let submitted = 0;

/** Two processes of one installation, both of them serving. */
async function twoProcesses(): Promise<Resident> {
  const started = await startResidentApp({ cases: 24, environment: { POCZUCIE_PROCESSES: '2' } });
  await until(() => serving(started) === 2);
  return started;
}

beforeAll(async () => {
  resident = await twoProcesses();
});

afterAll(() => resident?.app.stop());

const serving = ({ app }: Resident) => app.log().split('a process serves').length - 1;

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(20);
}

const isAlive = (id: number): boolean => {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
};

const responsesOf = ({ app }: Resident) =>
  withFieldwork(app.dataFolder, ({ sqlite }) =>
    sqlite.prepare('SELECT count(*) FROM sealed_responses').pluck().get(),
  );

/** The codes of people who have not answered yet. */
function nextCodes(count: number): string[] {
  const next = resident.wave.cases.slice(submitted, submitted + count).map(({ code }) => code);
  submitted += next.length;
  return next;
}

const { send, submit } = residentClient(() => resident.app.origin);

describe('several processes on one port', () => {
  it('count attempts at codes together, whichever of them is asked', async () => {
    const wrong = Array.from({ length: 40 }, (_, index) => makeAccessCode(seededBytes(`wrong ${index}`)));
    const answers = await Promise.all(wrong.map((code) => send('POST', '/s/start', [['code', code]])));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 422)).toHaveLength(30);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  });
});

describe('several processes of one installation', () => {
  beforeAll(async () => {
    await resident.app.stop();
    resident = await twoProcesses();
  });

  it('know each other’s sessions, and take each response once', async () => {
    await Promise.all(nextCodes(8).map(submit));
    expect(await responsesOf(resident)).toBe(submitted);
  });

  it('go on when one of them is lost, and another takes its place', async () => {
    const { app } = resident;
    const [lost = 0, other = 0] = app.led();
    process.kill(lost, 'SIGKILL');
    await until(() => serving(resident) === 3);
    expect(app.led()).toHaveLength(2);
    expect(app.led()).toContain(other);
    expect(app.log()).toContain('a serving process was lost');
    await Promise.all(nextCodes(8).map(submit));
    expect(await responsesOf(resident)).toBe(submitted);
  });

  it('end together when the service is stopped, and lose nothing that was acknowledged', async () => {
    const led = resident.app.led();
    await Promise.all(nextCodes(8).map(submit));
    // As Ctrl+C does: the terminal tells every process, and whoever started the first one tells it again.
    for (const id of led) process.kill(id, 'SIGINT');
    void resident.app.stop();
    expect(await resident.app.stop()).toBe(0);
    expect(led.filter(isAlive)).toEqual([]);
    expect(await responsesOf(resident)).toBe(submitted);
  });

  it('end with the one that leads them when that is killed', async () => {
    resident = await twoProcesses();
    const led = resident.app.led();
    await resident.app.kill();
    await until(() => !led.some(isAlive));
  });
});
