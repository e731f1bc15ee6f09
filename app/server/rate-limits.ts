import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { addressOf } from '../use-cases/staff-accounts.server.ts';

const minutes = (count: number) => count * 60;

/** Refused attempts that are allowed; whoever gets in gets their attempt back, so that a shared address costs nothing. */
const limits = {
  codes: new RateLimiterMemory({ keyPrefix: 'code', points: 30, duration: minutes(10) }),
  signInPlace: new RateLimiterMemory({ keyPrefix: 'place', points: 30, duration: minutes(10) }),
  signInPerson: new RateLimiterMemory({ keyPrefix: 'person', points: 10, duration: minutes(10) }),
};

type Attempt = readonly [limiter: RateLimiterMemory, key: string];

export type Admission = { ok: true; attempts: readonly Attempt[] } | { ok: false; retryAfterSeconds: number };

/** Counts an attempt at an access code, a receipt or a password before it is checked. */
export async function admit(path: string, place: string, body: Buffer | null): Promise<Admission> {
  const attempts = attemptsOf(path, placeKey(place), body);
  try {
    for (const [limiter, key] of attempts) await limiter.consume(key);
    return { ok: true, attempts };
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return { ok: false, retryAfterSeconds: Math.ceil(refused.msBeforeNext / 1000) };
  }
}

/** Gives back the attempts of someone who was let in. */
export async function giveBack(attempts: readonly Attempt[]): Promise<void> {
  for (const [limiter, key] of attempts) await limiter.reward(key);
}

function attemptsOf(path: string, place: string, body: Buffer | null): readonly Attempt[] {
  if (path === '/s/start' || path === '/s/withdraw') return [[limits.codes, place]];
  if (path !== '/sign-in') return [];
  const person = addressOf(new URLSearchParams(body?.toString('utf8')).get('email') ?? '');
  return [
    [limits.signInPlace, place],
    [limits.signInPerson, person.slice(0, 254)],
  ];
}

/** A household has a whole /64 of IPv6 addresses, so it counts as one place. */
function placeKey(address: string): string {
  const plain = address.replace(/^::ffff:/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head.split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length;
  return [...groups, ...Array<string>(Math.max(missing, 0)).fill('0')].slice(0, 4).join(':');
}
