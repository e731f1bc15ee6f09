import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headingOf, postForm } from '#tests/support/http.ts';
import { startResidentApp } from '#tests/support/resident-app.ts';

type Started = Awaited<ReturnType<typeof startResidentApp>>;
let started: Started;
const origin = () => started.app.origin;

beforeAll(async () => {
  started = await startResidentApp();
});

afterAll(() => started?.app.stop());

describe('a form that another page sent', () => {
  it.each([
    ['in a browser that says so', { 'Sec-Fetch-Site': 'cross-site' }],
    ['from a neighbouring host', { 'Sec-Fetch-Site': 'same-site' }],
    ['by its origin', { Origin: 'http://evil.test' }],
    ['hiding its origin', { Origin: 'null' }],
  ])('is refused %s, with a page that explains it', async (_how, headers) => {
    const answer = await postForm(origin(), '/s/start', { code: started.wave.cases[0]?.code ?? '' }, headers);
    expect(answer.status).toBe(403);
    expect(answer.headers.get('Set-Cookie')).toBeNull();
    expect(await headingOf(answer)).toBe('Ten formularz nie przyszedł z naszej strony');
  });
});

describe('a body above 64 KiB', () => {
  const big = { code: 'x'.repeat(70_000) };

  it.each([
    ['pl', 'To za dużo danych'],
    ['en', 'That is too much data'],
    ['uk', 'Забагато даних'],
  ])('invariant 12: is refused in the language of the reader (%s)', async (language, heading) => {
    const answer = await postForm(origin(), '/s/start', big, { 'Accept-Language': language });
    expect(answer.status).toBe(413);
    expect(await headingOf(answer)).toBe(heading);
  });

  it('is refused when its size was not announced', async () => {
    expect(await statusOfChunks('/s/draft', 20)).toBe(413);
  });

  it('is refused on every path but the upload of an extract, which asks who sends it first', async () => {
    for (const path of ['/s/start', '/sign-in', '/locale', '/fieldwork/waves/new', '/sign-out'])
      expect((await postForm(origin(), path, big)).status, path).toBe(413);
    expect((await postForm(origin(), '/', big)).status).toBe(405);
    expect((await postForm(origin(), '/nowhere', big)).status).toBe(404);
    const form = new FormData();
    form.set('extract', new Blob([new Uint8Array(300_000)]), 'extract.csv');
    const answer = await fetch(`${origin()}/fieldwork/waves/2026-autumn/frame`, {
      method: 'POST',
      body: form,
      headers: { Origin: origin() },
      redirect: 'manual',
    });
    expect(answer.status).not.toBe(413);
  });
});

describe('attempts at access codes', () => {
  it('are thirty in ten minutes; then a page says when to try again, and a resident inside goes on', async () => {
    const answers = [];
    for (let count = 0; count < 31; count += 1)
      answers.push(await postForm(origin(), '/s/start', { code: 'BCDFGHJKLMNPQ' }));
    expect(new Set(answers.slice(0, 30).map(({ status }) => status))).toEqual(new Set([422]));
    const last = answers[30];
    expect(last?.status).toBe(429);
    expect(Number(last?.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(last && (await headingOf(last))).toBe('Za dużo prób');
    expect((await postForm(origin(), '/S/start.data', { code: 'BCDFGHJKLMNPQ' })).status).toBe(429);
    expect((await fetch(`${origin()}/s`)).status).toBe(200);
  });

  it('at a password are ten for an account', async () => {
    const person = { email: 'nobody@example.test', password: 'a wrong password' };
    const statuses = [];
    for (let count = 0; count < 11; count += 1)
      statuses.push((await postForm(origin(), '/sign-in', person)).status);
    expect(statuses).toEqual([...Array(10).fill(422), 429]);
  });
});

describe('every answer', () => {
  it('of a private page is kept by nobody, refusals too', async () => {
    for (const path of ['/s', '/s/start', '/fieldwork', '/results', '/admin', '/sign-in', '/s/nowhere']) {
      const answer = await fetch(`${origin()}${path}`, { redirect: 'manual' });
      expect(answer.headers.get('Cache-Control'), path).toBe('no-store');
    }
  });

  it.each(['/', '/public', '/public/data'])('of %s is one reader’s, in their language', async (path) => {
    const answer = await fetch(`${origin()}${path}`);
    expect(answer.headers.get('Cache-Control')).toBe('private, no-cache');
    const varies = answer.headers.get('Vary')?.split(', ');
    expect(varies).toEqual(expect.arrayContaining(['Cookie', 'Accept-Language']));
  });

  it('may be listed by search engines only where it is a published figure', async () => {
    const headers = { 'User-Agent': 'Googlebot/2.1' };
    const pages = await Promise.all(
      ['/public', '/', '/s', '/sign-in', '/nowhere'].map(async (path) => {
        const answer = await fetch(`${origin()}${path}`, { headers });
        const isHidden = (await answer.text()).includes('<meta name="robots" content="noindex"');
        return [path, isHidden, answer.headers.has('X-Robots-Tag')];
      }),
    );
    expect(pages).toEqual([
      ['/public', false, false],
      ['/', true, true],
      ['/s', true, true],
      ['/sign-in', true, true],
      ['/nowhere', true, true],
    ]);
  });

  it('says that the process is well when its databases answer', async () => {
    const answer = await fetch(`${origin()}/health`);
    expect([answer.status, await answer.text()]).toEqual([200, 'ok\n']);
  });

  it.each(['/nowhere', '/%zz', '/s/%e0%a4%a', '//evil.test/fieldwork'])(
    'to the address %s is a page that there is none',
    async (path) => {
      const answer = await fetch(`${origin()}${path}`, { headers: { 'Accept-Language': 'en' } });
      expect(answer.status).toBe(404);
      expect(await headingOf(answer)).toBe('There is no such page');
    },
  );
});

describe('a page of a failure', () => {
  const returnTo = (html: string) => /name="returnTo" value="([^"]*)"/.exec(html)?.[1];

  it('can be read in another language, which leads back to the address that failed', async () => {
    const nowhere = await fetch(`${origin()}/nowhere?page=2`);
    expect(returnTo(await nowhere.text())).toBe('/nowhere?page=2');
  });

  it('leads to the front door where the request was refused', async () => {
    const foreign = await fetch(`${origin()}/s/start`, {
      method: 'POST',
      headers: { Origin: 'http://b.test' },
    });
    expect(foreign.status).toBe(403);
    expect(returnTo(await foreign.text())).toBe('/');
  });
});

describe('an address with no page of its own', () => {
  it.each([
    ['pl', 'Ten adres przyjmuje tylko formularze'],
    ['en', 'This address only takes forms'],
    ['uk', 'Ця адреса приймає лише форми'],
  ])('that takes only forms says so when it is read (%s)', async (language, heading) => {
    for (const path of ['/locale', '/sign-out', '/s/draft', '/s/leave']) {
      const answer = await fetch(`${origin()}${path}`, { headers: { 'Accept-Language': language } });
      expect([answer.status, answer.headers.get('Allow')], path).toEqual([405, 'POST']);
      expect(answer.headers.get('Content-Type')).toContain('text/html');
      expect(await headingOf(answer)).toBe(heading);
    }
  });

  it.each([
    ['pl', 'Nie ma takiej strony'],
    ['en', 'There is no such page'],
    ['uk', 'Такої сторінки немає'],
  ])('says of a wave that is not published that there is no file (%s)', async (language, heading) => {
    for (const path of ['/public/data/2026-2.csv', '/public/data/2026-2.json']) {
      const answer = await fetch(`${origin()}${path}`, { headers: { 'Accept-Language': language } });
      expect(answer.status, path).toBe(404);
      expect(answer.headers.get('Content-Disposition')).toBeNull();
      expect(await headingOf(answer)).toBe(heading);
    }
  });
});

/** The status of a body sent in pieces of 8 KiB without its length. */
function statusOfChunks(path: string, count: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { Origin: origin(), 'Content-Type': 'application/x-www-form-urlencoded' };
    const sent = httpRequest(`${origin()}${path}`, { method: 'POST', headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on('error', reject);
    for (let index = 0; index < count; index += 1) sent.write('a'.repeat(8192));
    sent.end();
  });
}
