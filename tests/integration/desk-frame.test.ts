import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { env } from '#app/env.server.ts';
import { action, loader } from '#app/routes/fieldwork.waves.$wave.frame.tsx';
import { answerOf, closeTestDesk, openTestDesk } from '#tests/support/desk.ts';
import { aRegister } from '#tests/support/drawn-wave.ts';
import { anExtractRow, aPlannedWave, extractText } from '#tests/support/fieldwork.ts';

const desk = openTestDesk();
let year = 2030;
let waveId = '';

beforeEach(() => {
  year += 1;
  waveId = aPlannedWave(desk.database, { year });
});
afterAll(closeTestDesk);

const path = () => `/fieldwork/waves/${waveId}/frame`;
const args = (request: Request) => ({ request, params: { wave: waveId }, context: {} });
const newest = () => desk.database.frames.framesOfWave(waveId)[0];

async function upload(content: string | null, fileName = 'wyciąg.csv') {
  const form = new FormData();
  if (content !== null) form.set('extract', new File([content], fileName, { type: 'text/csv' }));
  const request = await desk.request(path(), { method: 'POST', body: form });
  const answer = await answerOf(() => action(args(request)));
  while (newest()?.status === 'checking') await new Promise((resolve) => setTimeout(resolve, 5));
  return answer;
}

const decide = async (decision: string) => {
  const request = await desk.post(path(), { frame: String(newest()?.frameId), decision });
  return answerOf(() => action(args(request)));
};

const page = async () => {
  const { data } = await answerOf(async () => loader(args(await desk.request(path()))));
  return data as {
    frame: { status: string; fileName: string } | null;
    turnedDown: { status: string; errors: { line: number; code: string }[] } | null;
    districts: object[];
    people: object[];
  };
};

/** People born so that everybody is of age in the year of the wave. */
const register = (people: number) => extractText(aRegister(people));

describe('the page of the frame', () => {
  it('takes a sound extract in, shows it by district, and processes it when told to', async () => {
    expect(await upload(register(360))).toMatchObject({ status: 303, to: path() });
    const shown = await page();
    expect(shown.frame).toMatchObject({ status: 'staged', rowCount: 360, fileName: 'wyciąg.csv' });
    expect(shown.districts).toHaveLength(18);
    expect(shown.people).toHaveLength(3);
    expect(shown.people[0]).toEqual({ givenName: 'Żaneta', familyName: 'Gżegżółka', street: 'Łęgowa' });
    expect(await decide('process')).toMatchObject({ status: 303, to: `/fieldwork/waves/${waveId}` });
    expect(newest()?.status).toBe('processed');
  });

  it('invariant 12: refuses a faulty extract whole and says in which lines what is wrong', async () => {
    const rows = [anExtractRow(1), anExtractRow(2, { dzielnica: '19' }), anExtractRow(3, { imie: '<b>' })];
    await upload(extractText(rows));
    const { frame, turnedDown } = await page();
    expect(frame).toBeNull();
    expect(turnedDown?.status).toBe('refused');
    expect(turnedDown?.errors).toMatchObject([
      { line: 3, code: 'unknown-district', found: '19' },
      { line: 4, code: 'markup-in-cell', column: 'imie' },
    ]);
    expect(desk.database.frames.unitCount(newest()?.frameId ?? 0)).toBe(0);
  });

  it('keeps no file, whatever became of it', async () => {
    await upload(register(40));
    await upload('nonsense');
    const folder = join(env().dataFolder, 'uploads');
    const left = () => (existsSync(folder) ? readdirSync(folder) : []);
    await expect.poll(left).toEqual([]);
  });

  it('says that no file was chosen', async () => {
    expect(await upload(null)).toMatchObject({ status: 422, data: { reason: 'no-file' } });
    expect(newest()).toBeUndefined();
  });

  it('refuses a body that says that it is larger than an extract may be', async () => {
    const request = await desk.request(path(), {
      method: 'POST',
      headers: {
        'Content-Type': 'multipart/form-data; boundary=x',
        'Content-Length': String(201 * 1024 * 1024),
      },
      body: '--x--',
    });
    const answer = await answerOf(() => action(args(request)));
    expect(answer).toMatchObject({ status: 413, data: { reason: 'file-too-large' } });
  });

  it('answers a broken upload and keeps nothing', async () => {
    const request = await desk.request(path(), {
      method: 'POST',
      headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
      body: '--x\r\nContent-Disposition: form-data; name="extract"; filename="a.csv"\r\n\r\ncase_id',
    });
    const answer = await answerOf(() => action(args(request)));
    expect(answer).toMatchObject({ status: 400, data: { reason: 'upload-broken' } });
    expect(newest()).toBeUndefined();
  });

  it('lets one file at a time wait, and a decision be made once', async () => {
    await upload(register(40));
    expect(await upload(register(50))).toMatchObject({ status: 409, data: { reason: 'frame-waiting' } });
    expect(await decide('cancel')).toMatchObject({ status: 303 });
    expect(await decide('process')).toMatchObject({ status: 409, data: { reason: 'not-staged' } });
  });

  it('shows the file that waits for a decision also when a later one was refused', async () => {
    await upload(register(40), 'dobry.csv');
    const waiting = newest();
    if (!waiting) throw new Error('no file waits');
    const { frameId: _, ...row } = waiting;
    desk.database.frames.addFrame({ ...row, fileName: 'zły.csv', status: 'refused' });
    expect((await page()).frame).toMatchObject({ status: 'staged', fileName: 'dobry.csv' });
  });

  it('says which file is the frame beside a later one that was refused', async () => {
    await upload(register(40), 'operat.csv');
    await decide('process');
    await upload('nonsense', 'zły.csv');
    expect(await page()).toMatchObject({
      frame: { status: 'processed', fileName: 'operat.csv' },
      turnedDown: { status: 'refused', fileName: 'zły.csv' },
    });
  });

  it('is the manager’s alone', async () => {
    for (const role of ['interviewer', 'firm-analyst', 'city-analyst', 'viewer', 'administrator'] as const) {
      const asked = await desk.request(path(), { role });
      expect(await answerOf(() => loader(args(asked)))).toMatchObject({ status: 403 });
      const posted = await desk.post(path(), { decision: 'process', frame: '1' }, role);
      expect(await answerOf(() => action(args(posted)))).toMatchObject({ status: 403 });
    }
    const nobody = await desk.request(path(), { role: null });
    expect(await answerOf(() => loader(args(nobody)))).toMatchObject({ status: 302 });
  });
});
