import { createCookie } from '@remix-run/node';
import { accountsDatabase } from './db.server.ts';
import { env } from './env.server.ts';
import { type AccessContext, absoluteMilliseconds } from './use-cases/sign-in.server.ts';

/** What signing in and out work with, at the instant of this request. */
export function accessContext(): AccessContext {
  return { database: accountsDatabase(), secret: env().secret, now: Date.now() };
}

/** `__Host-` binds the cookie to this host and to encrypted connections; without TLS browsers refuse the prefix. */
function staffCookie() {
  const secure = env().secureCookies;
  return createCookie(secure ? '__Host-staff' : 'staff', {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
  });
}

/** The `Set-Cookie` of a new session. */
export function rememberStaff(token: string): Promise<string> {
  return staffCookie().serialize(token, { maxAge: absoluteMilliseconds / 1000 });
}

export function forgetStaff(): Promise<string> {
  return staffCookie().serialize('', { maxAge: 0 });
}

export async function staffTokenOf(request: Request): Promise<string | null> {
  const value: unknown = await staffCookie().parse(request.headers.get('Cookie'));
  return typeof value === 'string' && value ? value : null;
}
