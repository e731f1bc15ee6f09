import cluster from 'node:cluster';
import { isIPv6 } from 'node:net';
import {
  type RateLimiterAbstract,
  RateLimiterCluster,
  RateLimiterMemory,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import { addressOf } from '../../use-cases/staff/staff-accounts.server.ts';

export type AttemptKind = 'codes' | 'sign-in';

export interface AttemptLimit {
  /**
   * Refused attempts that are allowed; whoever gets in gets their attempt back, so that a shared address
   * costs nothing.
   */
  points: number;
  seconds: number;
}

/** How many attempts at a secret are allowed, and in what time. */
export interface AttemptLimits {
  /** At access codes and receipts, from one place. */
  codes: AttemptLimit;
  /** At passwords of any account, from one place. */
  signInPlace: AttemptLimit;
  /** At one account, from places where nobody of the staff has signed in, all together. */
  signInAccount: AttemptLimit;
  /** At one account, from a device on which it was signed in before. */
  signInDevice: AttemptLimit;
}

export const attemptLimits: AttemptLimits = {
  codes: { points: 30, seconds: 600 },
  signInPlace: { points: 30, seconds: 600 },
  signInAccount: { points: 10, seconds: 600 },
  signInDevice: { points: 10, seconds: 600 },
};

/** What is known of someone who tries to sign in, before the password is looked at. */
export interface SignInSender {
  /** Stands for the device and the account that it was signed in to; null for any other device. */
  device: string | null;
  /** Whether somebody of the staff has signed in from this place. */
  placeIsKnown: boolean;
}

export interface AttemptRequest {
  kind: AttemptKind;
  /** The address that the request came from. */
  address: string;
  body: Buffer | null;
  /** Asked only about a sign-in. */
  sender: (email: string, place: string) => Promise<SignInSender>;
}

type Counted = readonly [limiter: RateLimiterAbstract, key: string];

export type Admission = { ok: true; attempts: readonly Counted[] } | { ok: false; retryAfterSeconds: number };

/**
 * Counts attempts at an access code, a receipt or a password before they are checked. Someone on a device
 * that an account was signed in on before is slowed down by their own attempts only, so that nobody can lock
 * an owner out.
 */
export function countedAttempts(limits: AttemptLimits = attemptLimits) {
  // Of several processes the leading one counts.
  const Limiter = cluster.isWorker ? RateLimiterCluster : RateLimiterMemory;
  const limiterOf = (keyPrefix: keyof AttemptLimits) =>
    new Limiter({
      keyPrefix,
      points: limits[keyPrefix].points,
      duration: limits[keyPrefix].seconds,
    });
  const codes = limiterOf('codes');
  const signInPlace = limiterOf('signInPlace');
  const signInAccount = limiterOf('signInAccount');
  const signInDevice = limiterOf('signInDevice');

  async function attemptsOf({ kind, address, body, sender }: AttemptRequest): Promise<readonly Counted[]> {
    const place = placeOf(address);
    if (kind === 'codes') return [[codes, place]];
    const email = addressOf(new URLSearchParams(body?.toString('utf8')).get('email') ?? '');
    const { device, placeIsKnown } = await sender(email.slice(0, 254), place);
    if (device !== null) return [[signInDevice, device]];
    const fromPlace: Counted = [signInPlace, place];
    return placeIsKnown ? [fromPlace] : [fromPlace, [signInAccount, email.slice(0, 254)]];
  }

  return {
    async admit(request: AttemptRequest): Promise<Admission> {
      const attempts = await attemptsOf(request);
      try {
        for (const [limiter, key] of attempts) await limiter.consume(key);
        return { ok: true, attempts };
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        return { ok: false, retryAfterSeconds: Math.ceil(refused.msBeforeNext / 1000) };
      }
    },
    /** Gives back the attempts of someone who was let in. */
    async giveBack(attempts: readonly Counted[]): Promise<void> {
      for (const [limiter, key] of attempts) await limiter.reward(key);
    },
  };
}

/** A household has a whole /64 of IPv6 addresses, so it counts as one place. */
export function placeOf(address: string): string {
  const plain = address.replace(/^::ffff:/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head.split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length;
  return [...groups, ...Array<string>(Math.max(missing, 0)).fill('0')].slice(0, 4).join(':');
}
