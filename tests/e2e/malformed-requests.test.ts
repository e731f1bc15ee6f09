import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffRole } from '#app/core/staff-roles.ts';
import { openAccounts } from '#db/accounts/database.ts';
import { signedInVisitor } from '#tests/support/plain-visitor.ts';
import { rawForm, rawRequest } from '#tests/support/raw-request.ts';
import { startResidentApp } from '#tests/support/resident-app.ts';
import { routeAccess } from '#tests/support/route-access.ts';
import { pathsOf } from '#tests/support/route-addresses.ts';
import { addStaff } from '#tests/support/staff.ts';

type Started = Awaited<ReturnType<typeof startResidentApp>>;
let started: Started;
const cookies = new Map<StaffRole, string>();
const origin = () => started.app.origin;

/** Every address that takes a form, with who may send it. */
const forms = Object.entries(routeAccess).flatMap(([name, { action }]) => {
  if (!action) return [];
  const [target = ''] = pathsOf(name, { wave: ['2026-2'], page: ['feeling'] });
  return [{ target, role: action === 'anyone' ? null : (action[0] as StaffRole) }];
});

beforeAll(async () => {
  started = await startResidentApp({
    prepare: async (dataFolder: string) => {
      const accounts = openAccounts(join(dataFolder, 'accounts.sqlite'));
      for (const role of ['manager', 'city-analyst', 'administrator'] as const)
        await addStaff(accounts, role, Date.now());
      accounts.close();
    },
  });
  for (const role of ['manager', 'city-analyst', 'administrator'] as const)
    cookies.set(role, (await signedInVisitor(origin(), role)).cookies());
});

afterAll(() => started?.app.stop());

function cookieOf(role: StaffRole | null): Record<string, string> {
  return role ? { Cookie: cookies.get(role) ?? '' } : {};
}

interface Sent {
  headers?: Record<string, string | null>;
  body?: string | Buffer;
  method?: string;
}

/** The status of what is sent to each address that takes forms, by someone who may send there. */
async function statusesOf(sent: Sent): Promise<[string, number][]> {
  const answers: [string, number][] = [];
  for (const { target, role } of forms) {
    const own = cookieOf(role);
    const bytes = rawForm({ target, ...sent, headers: { ...own, ...sent.headers } });
    answers.push([target, (await rawRequest(origin(), bytes)).status]);
  }
  return answers;
}

const other = (answers: readonly [string, number][], ...wanted: number[]) =>
  answers.filter(([, status]) => !wanted.includes(status));

/**
 * Well-formed, but about nothing: refused, or answered by a redirect or a page; the attempts may be used up.
 */
const isFault = ([, status]: [string, number]) => status >= 500 || status === 0;

describe('a form that is none', () => {
  it('covers every route with an action', () => {
    expect(forms.length).toBeGreaterThan(20);
  });

  it.each([
    ['JSON', { headers: { 'Content-Type': 'application/json' }, body: '{"email":"a"}' }],
    ['plain text', { headers: { 'Content-Type': 'text/plain' }, body: 'email=a' }],
    ['without a type', { headers: { 'Content-Type': null }, body: 'email=a' }],
    ['of an unreadable type', { headers: { 'Content-Type': ';;==' }, body: 'email=a' }],
    ['compressed', { headers: { 'Content-Encoding': 'gzip' }, body: 'email=a' }],
  ])('is answered 415 when it is %s', async (_how, sent) => {
    expect(other(await statusesOf(sent), 415)).toEqual([]);
  });

  it.each([
    [
      'multipart',
      '--x\r\nContent-Disposition: form-data; name="email"\r\n\r\na\r\n--x--\r\n',
      'multipart/form-data; boundary=x',
    ],
    ['broken multipart', '--x\r\nnonsense', 'multipart/form-data; boundary=x'],
    ['multipart without a boundary', 'email=a', 'multipart/form-data'],
    [
      'multipart whose header never ends',
      `--x\r\nContent-Disposition: ${'a'.repeat(9000)}`,
      'multipart/form-data; boundary=x',
    ],
  ])(
    'is answered 415, or 400 and its like where files are taken, when it is %s',
    async (_how, body, type) => {
      const answers = await statusesOf({ headers: { 'Content-Type': type }, body });
      const uploads = [
        '/fieldwork/waves/2026-2/frame',
        '/fieldwork/waves/2026-2/codes/none/received',
        '/results/cameras/import',
        '/results/context/none/import',
      ];
      expect(
        other(
          answers.filter(([target]) => !uploads.includes(target)),
          415,
        ),
      ).toEqual([]);
      expect(
        other(
          answers.filter(([target]) => uploads.includes(target)),
          // Back to the page that says that no file came.
          303,
          400,
          409,
          422,
          404,
        ),
      ).toEqual([]);
    },
  );

  it('is explained by a page in the language of the reader', async () => {
    const headings = { pl: 'Tego rodzaju danych', en: 'This page does not take', uk: 'Таких даних' };
    for (const [language, heading] of Object.entries(headings)) {
      const headers = { 'Content-Type': 'application/json', 'Accept-Language': language };
      const { status, body } = await rawRequest(
        origin(),
        rawForm({ target: '/s/start', headers, body: '{}' }),
      );
      expect([status, body.includes(`<h1>${heading}`)], language).toEqual([415, true]);
    }
  });
});

describe('a form about nothing', () => {
  it.each([
    ['empty', { body: '' }],
    ['empty and without a type', { body: '', headers: { 'Content-Type': null } }],
    ['of broken percent signs', { body: '%zz=%&email=%e0%a4%a&code=%' }],
    [
      'of null bytes',
      { body: 'email=%00&password=%00&code=%00&receipt=%00&language=%00&wave=%00&page=%00\0' },
    ],
    [
      'in another alphabet',
      { body: 'a=b', headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-16' } },
    ],
    ['of bytes that are no text', { body: Buffer.from([0xff, 0xfe, 0x3d, 0x80, 0x26, 0xc0]) }],
    ['of ten thousand fields', { body: 'a=&'.repeat(10_000) }],
    [
      'with cookies that nobody gave',
      { body: 'a=b', headers: { Cookie: 's=%zz; staff=eyJ; __proto__=1; language=%00' } },
    ],
    ['with a language that is none', { body: 'a=b', headers: { 'Accept-Language': ';q=x,,*;q=-1,\u00ff' } }],
    [
      'from an address that is none',
      { body: 'a=b', headers: { 'X-Forwarded-For': '<>,,', 'X-Forwarded-Proto': 'x y' } },
    ],
  ])('is never a fault of ours when it is %s', async (_how, sent) => {
    expect((await statusesOf(sent)).filter(isFault)).toEqual([]);
  });

  it('is never a fault of ours, whatever bytes it has', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...forms),
        fc.uint8Array({ maxLength: 300 }),
        async ({ target, role }, bytes) => {
          const headers = cookieOf(role);
          const { status } = await rawRequest(
            origin(),
            rawForm({ target, headers, body: Buffer.from(bytes) }),
          );
          expect(isFault([target, status]), `${target} ${status}`).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a method', () => {
  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'M-SEARCH'])(
    '%s is answered 405 with those that are taken, everywhere',
    async (method) => {
      expect(other(await statusesOf({ method, headers: { 'Content-Type': null } }), 405)).toEqual([]);
      const { headers } = await rawRequest(origin(), rawForm({ method, target: '/s/draft' }));
      expect(headers.get('Allow')).toBe('POST');
    },
  );

  it('that no server knows, and one that would open a tunnel, are not answered by a page', async () => {
    for (const method of ['BREW', 'CONNECT'])
      expect([0, 400, 405]).toContain((await rawRequest(origin(), rawForm({ method, target: '/' }))).status);
  });

  it('POST to a page that takes no form is answered 405, in words', async () => {
    const { status, headers, body } = await rawRequest(origin(), rawForm({ target: '/public', body: 'a=b' }));
    expect([status, headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
    expect(body).toContain('This page is only for reading');
  });
});

describe('a request that is not whole', () => {
  it('with more announced than is sent ends with the connection, and the next one is answered', async () => {
    for (const { target } of forms.slice(0, 6)) {
      const bytes = rawForm({ target, body: 'a=b', headers: { 'Content-Length': '500' } });
      const { connect } = await import('node:net');
      const { hostname, port } = new URL(origin());
      await new Promise<void>((resolve) => {
        const socket = connect({ host: hostname, port: Number(port) }, () => socket.end(bytes));
        socket.on('data', () => undefined);
        socket.on('error', () => undefined);
        socket.on('close', () => resolve());
        setTimeout(() => socket.destroy(), 1000).unref();
      });
    }
    expect((await fetch(`${origin()}/health`)).status).toBe(200);
  });

  it.each([
    ['two lengths', { 'Content-Length': '3\r\nContent-Length: 4' }],
    ['a length that is none', { 'Content-Length': '-1' }],
    ['a length and pieces', { 'Transfer-Encoding': 'chunked' }],
    ['an unknown coding', { 'Content-Length': null, 'Transfer-Encoding': 'nonsense' }],
  ])('with %s is answered 400', async (_how, headers) => {
    expect(other(await statusesOf({ body: 'a=b', headers }), 400)).toEqual([]);
  });

  it('with headers or an address beyond the limit is answered 431', async () => {
    const long = 'a'.repeat(20_000);
    expect(other(await statusesOf({ headers: { 'X-Long': long } }), 431)).toEqual([]);
    expect((await rawRequest(origin(), rawForm({ method: 'GET', target: `/s?${long}` }))).status).toBe(431);
  });

  it.each(['%zz', '%', '%e0%a4%a', '%c0%ae', '%00', '%ff'])(
    'to an address with %s is none of ours',
    async (odd) => {
      for (const place of ['', 's/', 'public/districts/', 'fieldwork/waves/', 'sign-in'])
        for (const method of ['GET', 'POST']) {
          const { status } = await rawRequest(origin(), rawForm({ method, target: `/${place}${odd}` }));
          expect([302, 404, 405], `${method} /${place}${odd} ${status}`).toContain(status);
        }
      for (const target of [`/s?x=${odd}`, `/?${odd}`, `/public?indicator=${odd}`, `/sign-in?to=${odd}`])
        expect((await rawRequest(origin(), rawForm({ method: 'GET', target }))).status, target).toBe(200);
    },
  );
});
