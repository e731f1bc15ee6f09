import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressAt } from '#app/server/gate/request-address.ts';
import { rawForm, rawRequest } from '#tests/support/raw-request.ts';
import { startResidentApp } from '#tests/support/resident-app.ts';
import { type RunningApp, startApp } from '#tests/support/running-app.ts';
import { spellingsOf } from '#tests/support/spellings.ts';

let whole: RunningApp;
let city: RunningApp;

beforeAll(async () => {
  const [resident, apart] = await Promise.all([
    startResidentApp(),
    startApp({ environment: { POCZUCIE_AREAS: 'results,public' } }),
  ]);
  whole = resident.app;
  city = apart;
});

afterAll(() => Promise.all([whole?.stop(), city?.stop()]));

/**
 * Addresses of a route as a client that mends nothing would send them: the first are those that are known to
 * be tried.
 */
function spellings(address: string, count: number): string[] {
  const known = ['', '/', '.data', '/.data', '//.data', '/?x', '?index', '.data?index', '.data?_routes=root'];
  const drawn = fc.sample(spellingsOf(address), count).map((spelt) => spelt.split('#')[0] ?? '');
  // What no request line can hold never reaches any server.
  const paths = [...known.map((end) => `${address}${end}`), address.toUpperCase(), ...drawn].filter(
    (target) => /^\/[^\s\0]*$/.test(target),
  );
  const hosts = ['http://our.test', 'HTTP://elsewhere.test:8080', 'https://our.test'];
  return paths.flatMap((path, index) =>
    index % 4 === 0 ? [path, `${hosts[(index / 4) % 3]}${path}`] : [path],
  );
}

async function statuses(
  app: RunningApp,
  targets: readonly string[],
  body: string,
): Promise<Map<string, number>> {
  const answers = new Map<string, number>();
  for (const target of targets)
    answers.set(target, (await rawRequest(app.origin, rawForm({ target, body }))).status);
  return answers;
}

describe('invariant 17: the rules of a route hold for every spelling of its address', () => {
  it.each([
    ['/sign-in', 'email=anna%40example.test&password=wrong', 10],
    ['/s/start', 'code=BCDFGHJKLMNPQ', 30],
  ])(
    'attempts at %s are counted, and after the last nobody gets another try',
    async (address, body, most) => {
      const targets = spellings(address, 60);
      const first = await statuses(whole, [...targets, ...Array<string>(most).fill(address)], body);
      const tried = [...first.values()].filter((status) => status === 422).length;
      expect(tried).toBeLessThanOrEqual(most);
      const then = await statuses(whole, targets, body);
      const others = [...then].filter(([, status]) => ![429, 404, 405, 400].includes(status));
      expect(others).toEqual([]);
      expect([...then.values()].filter((status) => status === 429).length).toBeGreaterThan(10);
    },
  );

  it('a form of another page and a body above the limit are refused however the address is spelt', async () => {
    const targets = spellings('/s/withdraw', 40);
    for (const target of targets) {
      const foreign = rawForm({ target, body: 'receipt=x', headers: { 'Sec-Fetch-Site': 'cross-site' } });
      expect([403, 404, 405, 400], target).toContain((await rawRequest(whole.origin, foreign)).status);
      const big = rawForm({ target, body: 'x'.repeat(70_000) });
      expect([413, 404, 405, 400], target).toContain((await rawRequest(whole.origin, big)).status);
    }
  });

  it.each(['/s', '/fieldwork', '/results/flags', '/sign-in', '/admin'])(
    'nobody keeps a copy of %s, however the address is spelt',
    async (address) => {
      for (const target of spellings(address, 25)) {
        if (/^\/*$/.test(addressAt('http://our.test', { originalUrl: target }).pathname)) continue;
        const bytes = rawForm({ method: 'GET', target });
        const { status, headers } = await rawRequest(whole.origin, bytes);
        if (status === 301 || status === 308) continue;
        expect(headers.get('Cache-Control'), `${target} ${status}`).toBe('no-store');
      }
    },
  );

  it('the host of city hall answers no address of the firm’s or the residents’ rooms', async () => {
    for (const address of ['/fieldwork', '/fieldwork/waves/new', '/s/start', '/s']) {
      for (const target of spellings(address, 25)) {
        // Dots may lead to the front door, which every process has.
        if (/^\/*$/.test(addressAt('http://our.test', { originalUrl: target }).pathname)) continue;
        for (const method of ['GET', 'POST']) {
          const { status } = await rawRequest(city.origin, rawForm({ method, target }));
          expect([404, 400, 405], `${method} ${target}`).toContain(status);
        }
      }
    }
  });

  it('a reader is led to the one spelling of a page, with what was asked', async () => {
    const look = (target: string) => rawRequest(whole.origin, rawForm({ method: 'GET', target }));
    for (const target of ['/S/Start/?no-visit', '/s/%73tart?no-visit', '/public/../s/start//?no-visit']) {
      const { status, headers } = await look(target);
      expect([status, headers.get('Location')], target).toEqual([308, '/s/start?no-visit']);
    }
    expect((await look('/s/start?no-visit')).status).toBe(200);
    expect((await look('http://elsewhere.test/s/start?no-visit')).status).toBe(200);
    const { status, headers } = await look('http://elsewhere.test/S/Start/?no-visit');
    expect([status, headers.get('Location')]).toEqual([308, '/s/start?no-visit']);
    expect((await look('//evil.test/s/start')).status).toBe(404);
  });
});
