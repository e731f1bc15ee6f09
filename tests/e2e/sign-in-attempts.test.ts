import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAccounts } from '#db/accounts/database.ts';
import { headingOf } from '#tests/support/http.ts';
import { type RunningApp, startApp } from '#tests/support/running-app.ts';
import { addStaff, staffPassword } from '#tests/support/staff.ts';

let app: RunningApp;

beforeAll(async () => {
  app = await startApp({
    environment: { POCZUCIE_PROXIES: '1' },
    prepare: async (dataFolder) => {
      const accounts = openAccounts(join(dataFolder, 'accounts.sqlite'));
      for (const role of ['manager', 'viewer', 'city-analyst'] as const)
        await addStaff(accounts, role, Date.now());
      accounts.close();
    },
  });
});

afterAll(() => app?.stop());

interface SignIn {
  email: string;
  password?: string;
  /** The address that the proxy names. */
  from: string;
  cookie?: string;
}

function signIn({ email, password = 'a wrong password', from, cookie }: SignIn): Promise<Response> {
  return fetch(`${app.origin}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ email, password }),
    headers: {
      'Sec-Fetch-Site': 'same-origin',
      'Accept-Language': 'pl',
      'X-Forwarded-For': from,
      ...(cookie ? { Cookie: cookie } : {}),
    },
    redirect: 'manual',
  });
}

const deviceOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .find((cookie) => cookie.startsWith('staff-device=')) ?? '';

const many = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('wrong passwords', () => {
  it('do not lock the owner out: on the device of an earlier sign-in the right one opens', async () => {
    const email = 'manager@example.test';
    const first = await signIn({ email, password: staffPassword, from: '203.0.113.7' });
    expect(first.status).toBe(303);
    const sprayed = await Promise.all(
      many(40).map((count) => signIn({ email, from: `198.51.100.${count}` })),
    );
    expect(sprayed.filter(({ status }) => status === 422).length).toBe(10);
    expect(sprayed.filter(({ status }) => status === 429).length).toBe(30);
    const away = { email, password: staffPassword, from: '203.0.113.50' };
    const inVain = await signIn(away);
    expect(inVain.status).toBe(429);
    expect(await headingOf(inVain)).toBe('Za dużo prób logowania');
    expect((await signIn({ ...away, cookie: deviceOf(first) })).status).toBe(303);
    expect((await signIn({ ...away, from: '203.0.113.7' })).status, 'from a place of before').toBe(303);
  });

  it('on a known device are slowed down too, and its cookie of before the last sign-in is a stranger’s', async () => {
    const email = 'viewer@example.test';
    const first = await signIn({ email, password: staffPassword, from: '203.0.113.8' });
    const second = await signIn({
      email,
      password: staffPassword,
      from: '203.0.113.8',
      cookie: deviceOf(first),
    });
    expect(deviceOf(second)).not.toBe(deviceOf(first));
    const own = { email, from: '203.0.113.60', cookie: deviceOf(second) };
    const answers = [];
    for (const _ of many(11)) answers.push((await signIn(own)).status);
    expect(answers).toEqual([...Array(10).fill(422), 429]);
    const old = { ...own, from: '203.0.113.61', cookie: deviceOf(first) };
    const strange = [];
    for (const _ of many(11)) strange.push((await signIn(old)).status);
    expect(strange).toEqual([...Array(10).fill(422), 429]);
  });

  it('are answered alike for an account and for none, from strange places and from known ones', async () => {
    const known = 'city-analyst@example.test';
    const nobody = 'nobody@example.test';
    const answersTo = async (email: string, from: (count: number) => string) => {
      const answers = [];
      for (const count of many(31)) {
        const answer = await signIn({ email, from: from(count) });
        answers.push([
          answer.status,
          (await answer.text()).replaceAll(email, '').replace(/nonce="[^"]*"/g, ''),
        ]);
      }
      return answers.map(([status]) => status);
    };
    expect(await answersTo(nobody, (count) => `192.0.2.${count}`)).toEqual(
      await answersTo(known, (count) => `192.0.2.${100 + count}`),
    );
    for (const from of ['203.0.113.21', '203.0.113.22'])
      expect((await signIn({ email: known, password: staffPassword, from, cookie: '' })).status).toBe(429);
  });

  it('from one place are thirty, whatever the accounts', async () => {
    const answers = [];
    for (const count of many(31))
      answers.push((await signIn({ email: `${count}@example.test`, from: '192.0.2.250' })).status);
    expect(answers).toEqual([...Array(30).fill(422), 429]);
  });
});
