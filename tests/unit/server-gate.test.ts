import type { Request } from 'express';
import { describe, expect, it } from 'vitest';
import { attemptLimits, countedAttempts, placeOf, type SignInSender } from '#app/server/gate/rate-limits.ts';
import { isFromOurPages } from '#app/server/gate/same-origin.ts';
import { loggedPath } from '#app/server/request-log.ts';

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

describe('the request log', () => {
  it('invariant 13: writes only words that our routes are made of', () => {
    expect(loggedPath({ pattern: '/s/start' })).toBe('/s/start');
    expect(loggedPath({ pattern: '/fieldwork/waves/:wave/publish/:publication.json' })).toBe(
      '/fieldwork/waves/*/publish/*',
    );
    expect(loggedPath(null)).toBe('*');
  });
});

describe('attempts', () => {
  const unknown: SignInSender = { device: null, placeIsKnown: false };
  const codes = (address: string) =>
    ({ kind: 'codes', address, body: null, sender: async () => unknown }) as const;
  const signIn = (email: string, address: string, sender: SignInSender = unknown) =>
    ({
      kind: 'sign-in',
      address,
      body: Buffer.from(new URLSearchParams({ email, password: 'x' }).toString()),
      sender: async () => sender,
    }) as const;

  it('at codes are thirty from one place in ten minutes', async () => {
    const attempts = countedAttempts();
    for (let count = 0; count < 30; count += 1)
      expect((await attempts.admit(codes('192.0.2.1'))).ok, `${count}`).toBe(true);
    const refused = await attempts.admit(codes('192.0.2.1'));
    expect(refused).toMatchObject({ ok: false });
    if (!refused.ok) expect(refused.retryAfterSeconds).toBeGreaterThan(590);
    expect((await attempts.admit(codes('192.0.2.2'))).ok).toBe(true);
  });

  it('count for the whole of a household network', async () => {
    const attempts = countedAttempts();
    for (let count = 0; count < 30; count += 1)
      await attempts.admit(codes(`2001:db8::${count.toString(16)}`));
    expect((await attempts.admit(codes('2001:db8:0:0:ffff::1'))).ok).toBe(false);
    expect((await attempts.admit(codes('2001:db8:0:1::1'))).ok).toBe(true);
    expect(placeOf('::ffff:192.0.2.1')).toBe('192.0.2.1');
  });

  it('of those who were let in do not count', async () => {
    const attempts = countedAttempts();
    for (let count = 0; count < 60; count += 1) {
      const admission = await attempts.admit(codes('192.0.2.3'));
      expect(admission.ok, `${count}`).toBe(true);
      if (admission.ok) await attempts.giveBack(admission.attempts);
    }
  });

  it('are as many as was decided, and again after the time that was decided', async () => {
    const attempts = countedAttempts({ ...attemptLimits, codes: { points: 2, seconds: 1 } });
    const three = [];
    for (let count = 0; count < 3; count += 1) three.push((await attempts.admit(codes('192.0.2.1'))).ok);
    expect(three).toEqual([true, true, false]);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await attempts.admit(codes('192.0.2.1'))).ok).toBe(true);
  });

  it('at one account by strangers are ten in ten minutes, from however many places they come', async () => {
    const attempts = countedAttempts();
    for (let count = 0; count < 10; count += 1)
      expect((await attempts.admit(signIn('anna@example.test', `192.0.2.${count}`))).ok).toBe(true);
    expect((await attempts.admit(signIn(' ANNA@example.test', '192.0.2.99'))).ok).toBe(false);
    expect((await attempts.admit(signIn('jan@example.test', '192.0.2.99'))).ok).toBe(true);
  });

  it('at one account by strangers lock its owner out neither on a known device nor at a known place', async () => {
    const attempts = countedAttempts();
    for (let count = 0; count < 500; count += 1)
      await attempts.admit(signIn('anna@example.test', `198.51.100.${count % 250}`));
    const device = { device: 'the owner’s', placeIsKnown: false };
    expect((await attempts.admit(signIn('anna@example.test', '198.51.100.1', device))).ok).toBe(true);
    const place = { device: null, placeIsKnown: true };
    expect((await attempts.admit(signIn('anna@example.test', '203.0.113.1', place))).ok).toBe(true);
    expect((await attempts.admit(signIn('anna@example.test', '203.0.113.2'))).ok).toBe(false);
  });

  it('on a known device are counted for it alone: a stolen one cannot try for ever', async () => {
    const attempts = countedAttempts();
    const device = { device: 'stolen', placeIsKnown: true };
    const answers = [];
    for (let count = 0; count < 11; count += 1)
      answers.push((await attempts.admit(signIn('anna@example.test', `192.0.2.${count}`, device))).ok);
    expect(answers).toEqual([...Array(10).fill(true), false]);
    expect((await attempts.admit(signIn('anna@example.test', '192.0.2.50'))).ok).toBe(true);
  });

  it('at passwords from a known place are still thirty in ten minutes', async () => {
    const attempts = countedAttempts();
    const office = { device: null, placeIsKnown: true };
    const answers = [];
    for (let count = 0; count < 31; count += 1)
      answers.push((await attempts.admit(signIn(`${count % 3}@example.test`, '203.0.113.1', office))).ok);
    expect(answers.lastIndexOf(true)).toBe(29);
  });
});
