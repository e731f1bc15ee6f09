import { createCookie } from '@remix-run/node';
import { accountsDatabase } from '../db.server.ts';
import { env } from '../env.server.ts';
import { knownSenderLimits } from '../use-cases/staff/known-senders.server.ts';
import { type AccessContext, absoluteMilliseconds } from '../use-cases/staff/sign-in.server.ts';

/** What signing in and out work with, at the instant of this request. */
export function accessContext(): AccessContext {
  return { database: accountsDatabase(), secret: env().secret, now: Date.now() };
}

/**
 * `__Host-` binds a cookie to this host and to encrypted connections; without TLS browsers refuse the prefix.
 */
function ownCookie(name: string) {
  const secure = env().secureCookies;
  return createCookie(secure ? `__Host-${name}` : name, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
  });
}

/** The `Set-Cookie` of a new session. */
export function rememberStaff(token: string): Promise<string> {
  return ownCookie('staff').serialize(token, { maxAge: absoluteMilliseconds / 1000 });
}

export function forgetStaff(): Promise<string> {
  return ownCookie('staff').serialize('', { maxAge: 0 });
}

export function staffTokenOf(request: Request): Promise<string | null> {
  return staffTokenIn(request.headers.get('Cookie'));
}

export async function staffTokenIn(cookies: string | null): Promise<string | null> {
  const value: unknown = await ownCookie('staff').parse(cookies);
  return typeof value === 'string' && value ? value : null;
}

/**
 * The `Set-Cookie` of a device on which an account was signed in: with it nobody's wrong passwords lock the
 * account's owner out.
 */
export function rememberDevice(tokens: readonly string[]): Promise<string> {
  return ownCookie('staff-device').serialize(tokens, { maxAge: knownSenderLimits.milliseconds / 1000 });
}

export async function deviceTokensOf(cookies: string | null): Promise<string[]> {
  const value: unknown = await ownCookie('staff-device').parse(cookies);
  return Array.isArray(value) ? value.filter((token) => typeof token === 'string') : [];
}
