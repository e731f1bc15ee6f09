import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { postForm } from '#tests/support/http.ts';
import { startResidentApp } from '#tests/support/resident-app.ts';

type Started = Awaited<ReturnType<typeof startResidentApp>>;
let started: Started;

beforeAll(async () => {
  started = await startResidentApp();
});

afterAll(() => started?.app.stop());

it('invariant 13: no code enters the log or the database, wherever in a request it was', async () => {
  const { app, wave } = started;
  const code = wave.cases[0]?.code ?? '';
  const spellings = [code, code.toLowerCase(), encodeURIComponent(`${code.slice(0, 4)} ${code.slice(4)}`)];
  for (const text of spellings) {
    await postForm(app.origin, '/s/start', { code: text });
    await postForm(app.origin, '/s/start', { code: `${text}X` });
    await postForm(app.origin, `/s/start?code=${text}`, { code: '' });
    await postForm(app.origin, '/s/start', { code: text }, { Origin: 'http://evil.test' });
    await postForm(app.origin, `/s/${text}`, {});
    for (const path of [
      `/s/${text}`,
      `/s/start/${text}`,
      `/${text}`,
      `/s?${text}`,
      `/%zz${text}`,
      `/s/questionnaire/${text}`,
    ])
      await fetch(app.origin + path, { headers: { Referer: `${app.origin}/s/${text}` } });
  }
  const sendings = { email: `${code}@example.test`, password: randomBytes(12).toString('hex') };
  await postForm(app.origin, '/sign-in', sendings);

  expect(app.log()).toContain('"path":"/s/start"');
  const written = [app.log(), ...filesOf(app.dataFolder)].join('\n').toUpperCase();
  for (const part of [code, `${code.slice(0, 4)} ${code.slice(4)}`, sendings.password.toUpperCase()])
    expect(written.includes(part), part).toBe(false);
});

function filesOf(folder: string): string[] {
  return readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString('latin1'));
}
