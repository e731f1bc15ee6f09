import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountsDatabase, openAccounts } from '#db/accounts/database.ts';
import { openResults, type ResultsDatabase } from '#db/results/database.ts';
import { signedInVisitor } from '#tests/support/plain-visitor.ts';
import { receiveTrusted, testCorrection, testPublication } from '#tests/support/results.ts';
import { type RunningApp, startApp } from '#tests/support/running-app.ts';
import { addStaff } from '#tests/support/staff.ts';

let app: RunningApp;
let results: ResultsDatabase;
let accounts: AccountsDatabase;
const act = { actor: 'test', now: Date.UTC(2026, 6, 1) };
const published = testPublication();

beforeAll(async () => {
  app = await startApp({
    environment: { POCZUCIE_AREAS: 'results,public' },
    prepare: async (dataFolder) => {
      results = openResults(join(dataFolder, 'results.sqlite'));
      receiveTrusted(results, published, act);
      accounts = openAccounts(join(dataFolder, 'accounts.sqlite'));
      for (const role of ['city-analyst', 'viewer'] as const) await addStaff(accounts, role, Date.now());
    },
  });
});

afterAll(async () => {
  await app?.stop();
  results?.close();
  accounts?.close();
});

const read = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${app.origin}${path}`, { headers: { 'Accept-Language': 'en', ...headers } });
/** As a browser asks for a page that it has a copy of; `fetch` says of its own accord that it has none. */
const readAgain = (path: string, headers: Record<string, string>) =>
  new Promise<IncomingMessage & { length: number }>((resolve, reject) => {
    get(`${app.origin}${path}`, { headers }, (answer) => {
      let length = 0;
      answer.on('data', (chunk: Buffer) => {
        length += chunk.length;
      });
      answer.on('end', () => resolve(Object.assign(answer, { length })));
    }).on('error', reject);
  });
const policyNonce = (answer: Response) =>
  /'nonce-([^']+)'/.exec(answer.headers.get('Content-Security-Policy') ?? '')?.[1];
const withoutNonces = (html: string) => html.replaceAll(/nonce="[^"]*"/g, '');

describe('a public page', () => {
  it('is the same page until something changes, with a nonce of its own at every answer', async () => {
    const [first, second] = [await read('/public/districts/3'), await read('/public/districts/3')];
    const [one, other] = [await first.text(), await second.text()];
    expect(withoutNonces(one)).toBe(withoutNonces(other));
    expect(first.headers.get('ETag')).toMatch(/^W\/"[\w-]{43}"$/);
    expect(second.headers.get('ETag')).toBe(first.headers.get('ETag'));
    expect(policyNonce(first)).not.toBe(policyNonce(second));
    for (const [answer, html] of [[first, one] as const, [second, other] as const]) {
      const used = new Set([...html.matchAll(/<script[^>]* nonce="([^"]*)"/g)].map(([, nonce]) => nonce));
      expect([...used]).toEqual([policyNonce(answer)]);
    }
  });

  it('is not sent again to who has it, and the policy of their copy stays', async () => {
    const first = await read('/public');
    await first.text();
    const tag = first.headers.get('ETag') ?? '';
    const again = await readAgain('/public', {
      'if-none-match': tag,
      'accept-language': 'en',
      'user-agent': 'node',
    });
    expect([again.statusCode, again.length]).toEqual([304, 0]);
    expect(again.headers).not.toHaveProperty('content-security-policy');
    expect(again.headers).toMatchObject({ 'cache-control': 'private, no-cache', etag: tag });
    expect(again.headers.vary).toContain('Cookie, Accept-Language');
    const inPolish = await readAgain('/public', {
      'if-none-match': tag,
      'accept-language': 'pl',
      'user-agent': 'node',
    });
    expect(inPolish.statusCode).toBe(200);
    expect(inPolish.headers.etag).not.toBe(tag);
  });
});

describe('a page of city hall', () => {
  it("is its reader's own: name, role and language, and nobody keeps a copy", async () => {
    const [analyst, viewer] = [
      await signedInVisitor(app.origin, 'city-analyst'),
      await signedInVisitor(app.origin, 'viewer'),
    ];
    const readAs = async (visitor: typeof viewer) => {
      const answer = await visitor.get('/results/flags');
      expect(answer.headers.get('Cache-Control')).toBe('no-store');
      expect(answer.headers.get('ETag')).toBeNull();
      return answer.text();
    };
    const [own, others, again] = [await readAs(analyst), await readAs(viewer), await readAs(analyst)];
    expect(withoutNonces(again)).toBe(withoutNonces(own));
    expect(withoutNonces(others)).not.toBe(withoutNonces(own));
    const stranger = await fetch(`${app.origin}/results/flags`, { redirect: 'manual' });
    expect(stranger.status).toBe(302);
  });

  it('is noted each time it is given out, drawn or kept', async () => {
    const viewer = await signedInVisitor(app.origin, 'viewer');
    const noted = () => accounts.sqlite.prepare('SELECT count(*) FROM readings').pluck().get() as number;
    await (await viewer.get('/results/map')).text();
    await expect.poll(noted).toBeGreaterThan(0);
    const before = noted();
    for (let time = 0; time < 3; time += 1) await (await viewer.get('/results/map')).text();
    await expect.poll(noted).toBe(before + 3);
  });

  it('is drawn anew when another process took in a correction', async () => {
    const viewer = await signedInVisitor(app.origin, 'viewer');
    const page = async () => (await viewer.get('/results')).text();
    const before = await page();
    receiveTrusted(results, testCorrection(published), act);
    const after = await page();
    expect(before).not.toContain('a mistake in the weights');
    expect(after).toContain('a mistake in the weights');
    const answer = await read('/public');
    expect(await answer.text()).toContain('a mistake in the weights');
  });
});
