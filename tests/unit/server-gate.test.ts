import type { Request } from 'express';
import { describe, expect, it } from 'vitest';
import { areas } from '#app/env.server.ts';
import { isPrivate, servesPath } from '#app/server/areas.ts';
import { admit, giveBack } from '#app/server/rate-limits.ts';
import { maskedPath } from '#app/server/request-log.ts';
import { addressAt, routePath } from '#app/server/route-path.ts';
import { isFromOurPages } from '#app/server/same-origin.ts';

describe('the path that the rules of the server look at', () => {
  it.each([
    ['/s/start', '/s/start'],
    ['/S/Start/?code=BCDF', '/s/start'],
    ['/%73/st%61rt', '/s/start'],
    ['/s/start.data?index', '/s/start'],
    ['//s//start', '/s/start'],
    ['/public/../s/start', '/s/start'],
    ['/public/%2e%2e/s/start', '/s/start'],
    ['/public\\..\\s\\start', '/s/start'],
    ['/%zz', '/%zz'],
  ])('of %s is %s', (originalUrl, path) => {
    expect(routePath({ originalUrl })).toBe(path);
  });

  it('never names another host', () => {
    expect(addressAt('http://our.test', { originalUrl: '//evil.test/fieldwork' }).host).toBe('our.test');
    expect(addressAt('http://our.test', { originalUrl: 'http://evil.test/x' }).host).toBe('our.test');
  });
});

describe('who sent a form', () => {
  const from = (headers: Record<string, string>, ownOrigin: string | null = null) =>
    isFromOurPages({ get: (name: string) => headers[name] } as unknown as Request, ownOrigin);

  it.each([
    ['a page of ours', { 'Sec-Fetch-Site': 'same-origin' }, true],
    ['the person, by typing or reloading', { 'Sec-Fetch-Site': 'none' }, true],
    ['a neighbour on the same site', { 'Sec-Fetch-Site': 'same-site' }, false],
    ['a foreign page', { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://a.test', Host: 'a.test' }, false],
    ['a page of our host', { Origin: 'http://a.test:3000', Host: 'a.test:3000' }, true],
    ['another host', { Origin: 'http://b.test', Host: 'a.test' }, false],
    ['a page that hides its origin', { Origin: 'null', Host: 'a.test' }, false],
    ['nobody knows', { Host: 'a.test' }, false],
  ])('is judged when it is %s', (_who, headers, accepted) => {
    expect(from(headers)).toBe(accepted);
  });

  it('is judged by the public origin when a proxy changes the host', () => {
    expect(from({ Origin: 'https://ankieta.test', Host: 'inside:3000' }, 'https://ankieta.test')).toBe(true);
  });
});

describe('areas', () => {
  it('are closed to a process that does not serve them', () => {
    const city = ['results', 'public'] as const;
    const paths = ['/', '/s', '/s/start', '/fieldwork', '/results', '/public/data', '/admin', '/sign-in'];
    expect(paths.filter((path) => servesPath(path, city))).toEqual([
      '/',
      '/results',
      '/public/data',
      '/admin',
      '/sign-in',
    ]);
    expect(paths.filter((path) => servesPath(path, ['survey']))).toEqual(['/', '/s', '/s/start']);
    expect(paths.every((path) => servesPath(path, areas))).toBe(true);
  });

  it('of persons and staff are kept by nobody on the way', () => {
    expect(['/', '/public', '/s/review', '/fieldwork', '/results/map', '/sign-in'].filter(isPrivate)).toEqual(
      ['/s/review', '/fieldwork', '/results/map', '/sign-in'],
    );
  });
});

describe('the request log', () => {
  it('invariant 13: writes only words that our routes are made of', () => {
    const words = new Set(['s', 'start', 'fieldwork', 'waves']);
    expect(maskedPath('/s/start/bcdfghjklmnpq', words)).toBe('/s/start/*');
    expect(maskedPath('/fieldwork/waves/2026-autumn', words)).toBe('/fieldwork/waves/*');
    expect(maskedPath('/', words)).toBe('/');
  });
});

describe('attempts', () => {
  const signInAs = (email: string) => Buffer.from(new URLSearchParams({ email, password: 'x' }).toString());

  it('at codes are thirty from one place in ten minutes', async () => {
    for (let count = 0; count < 30; count += 1)
      expect((await admit('/s/start', '192.0.2.1', null)).ok, `${count}`).toBe(true);
    const refused = await admit('/s/withdraw', '192.0.2.1', null);
    expect(refused).toMatchObject({ ok: false });
    if (!refused.ok) expect(refused.retryAfterSeconds).toBeGreaterThan(590);
    expect((await admit('/s/start', '192.0.2.2', null)).ok).toBe(true);
  });

  it('count for the whole of a household network', async () => {
    for (let count = 0; count < 30; count += 1)
      await admit('/s/start', `2001:db8::${count.toString(16)}`, null);
    expect((await admit('/s/start', '2001:db8:0:0:ffff::1', null)).ok).toBe(false);
    expect((await admit('/s/start', '2001:db8:0:1::1', null)).ok).toBe(true);
  });

  it('of those who were let in do not count', async () => {
    for (let count = 0; count < 60; count += 1) {
      const admission = await admit('/s/start', '192.0.2.3', null);
      expect(admission.ok, `${count}`).toBe(true);
      if (admission.ok) await giveBack(admission.attempts);
    }
  });

  it('at one account are ten in ten minutes, from wherever they come', async () => {
    for (let count = 0; count < 10; count += 1)
      expect((await admit('/sign-in', `192.0.2.${count + 10}`, signInAs('anna@example.test'))).ok).toBe(true);
    expect((await admit('/sign-in', '192.0.2.99', signInAs(' ANNA@example.test'))).ok).toBe(false);
    expect((await admit('/sign-in', '192.0.2.99', signInAs('jan@example.test'))).ok).toBe(true);
  });

  it('are not counted elsewhere', async () => {
    for (let count = 0; count < 100; count += 1)
      expect((await admit('/s/draft', '192.0.2.4', null)).ok).toBe(true);
  });
});
