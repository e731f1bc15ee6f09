import { afterAll, beforeAll, expect, it } from 'vitest';
import { rawForm, rawRequest } from '#tests/support/raw-request.ts';
import { type RunningApp, startApp } from '#tests/support/running-app.ts';

// Without a configured origin the platform believes the host that a request names: then it must be one.

let app: RunningApp;

beforeAll(async () => {
  app = await startApp({ environment: { POCZUCIE_ORIGIN: undefined } });
});

afterAll(() => app?.stop());

it.each([
  'our.test/x',
  'user@our.test',
  'our.test:99999',
  'our.test:x',
  '<script>',
  'a b',
  '999.999.999.999',
  '[::1',
  '%00',
  'a?b',
  'a#b',
  '',
])('a request to the host “%s” is answered 400 with a page, whatever it asks', async (Host) => {
  for (const method of ['GET', 'POST']) {
    for (const target of ['/', '/sign-in', '/nowhere', '/s/start.data']) {
      const { status, body } = await rawRequest(app.origin, rawForm({ method, target, headers: { Host } }));
      expect(status, `${method} ${target}`).toBe(400);
      if (Host !== '' && target === '/') expect(body).toContain('This could not be read');
    }
  }
});

it('a request without a host is answered 400', async () => {
  expect((await rawRequest(app.origin, rawForm({ target: '/', headers: { Host: null } }))).status).toBe(400);
  const old = 'GET / HTTP/1.0\r\n\r\n';
  expect((await rawRequest(app.origin, old)).status).toBe(400);
});

it.each(['our.test', 'OUR.test:8080', '[::1]:3000', '127.0.0.1'])(
  'a request to the host %s is answered',
  async (Host) => {
    expect(
      (await rawRequest(app.origin, rawForm({ method: 'GET', target: '/', headers: { Host } }))).status,
    ).toBe(200);
  },
);

it('a target in absolute form is answered by the host that it names, whatever `Host` says', async () => {
  const look = async (target: string, Host: string) =>
    (await rawRequest(app.origin, rawForm({ method: 'GET', target, headers: { Host } }))).status;
  expect(await look('http://our.test/', 'our.test')).toBe(200);
  expect(await look('HTTP://our.test:8080/?a', '<')).toBe(200);
  expect(await look('http://our.test', 'elsewhere.test')).toBe(200);
  expect(await look('http://our.test/health', 'our.test')).toBe(200);
  expect(await look('http://user@our.test/', 'our.test')).toBe(400);
  expect(await look('http:///', 'our.test')).toBe(400);
});
