import { randomBytes } from 'node:crypto';
import type { AccountsDatabase } from '#db/accounts/database.ts';
import type { SessionRow } from '#db/accounts/queries/sessions.ts';
import type { StaffUser } from '../../core/staff-roles.ts';
import { keyedHash } from '../../sealing.server.ts';
import type { Outcome } from '../staff-act.ts';
import { rememberSender } from './known-senders.server.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { addressOf, longestPassword, staffUserOfRow } from './staff-accounts.server.ts';

const minute = 60_000;
/** A session ends this long after the last request … */
const idleMilliseconds = 60 * minute;
/** … and this long after signing in, whatever happens in between. */
export const absoluteMilliseconds = 600 * minute;
/** The last request is noted to the minute, so that reading pages does not write for each of them. */
const notedEvery = minute;

export interface AccessContext {
  database: AccountsDatabase;
  secret: Buffer;
  now: number;
}

/**
 * Checks the password and opens a session. Unknown address, wrong password and disabled account are one
 * answer and take the same time, so that nobody learns who has an account. Device and place of who gets in
 * are remembered.
 */
export async function signIn(
  context: AccessContext,
  { email, password }: { email: string; password: string },
  sender: { place: string; tokens: readonly string[] },
): Promise<Outcome<{ token: string; deviceTokens: string[]; user: StaffUser }, 'sign-in-refused'>> {
  const { database, secret, now } = context;
  const row = database.staff.byEmail(addressOf(email));
  const hash = row?.passwordHash ?? (await nobodysHash());
  const right = password.length <= longestPassword && (await verifyPassword(hash, password));
  return database.transact(() => {
    const current = row && database.staff.byId(row.id);
    const actor = current?.id ?? 'unknown';
    if (!current || !right || current.disabled) {
      database.staff.record({ at: now, actor, act: 'sign-in-refused', detail: {} });
      return { ok: false, reason: 'sign-in-refused' };
    }
    const at = new Date(now);
    const token = randomBytes(32).toString('base64url');
    database.sessions.removeExpired(at);
    database.sessions.add({
      id: randomBytes(16).toString('hex'),
      token: tokenHash(secret, token),
      userId: current.id,
      expiresAt: new Date(now + idleMilliseconds),
      createdAt: at,
      updatedAt: at,
    });
    const deviceTokens = rememberSender(context, { userId: current.id, ...sender });
    database.staff.record({ at: now, actor, act: 'signed-in', detail: {} });
    return { ok: true, token, deviceTokens, user: staffUserOfRow(current) };
  });
}

/** The person behind a session's token, or null; a session in use is kept alive. */
export function signedInUser(context: AccessContext, token: string | null): StaffUser | null {
  const found = liveSession(context, token);
  if (!found) return null;
  const { database, now } = context;
  if (now - found.session.updatedAt.getTime() >= notedEvery) {
    const end = Math.min(now + idleMilliseconds, found.session.createdAt.getTime() + absoluteMilliseconds);
    database.sessions.extend(found.session.id, { expiresAt: new Date(end), updatedAt: new Date(now) });
  }
  return found.user;
}

/** The person behind a session's token, or null, without keeping the session alive. */
export function personBehind(context: AccessContext, token: string | null): StaffUser | null {
  return liveSession(context, token)?.user ?? null;
}

export function signOut(context: AccessContext, token: string | null): void {
  const found = liveSession(context, token);
  if (!found) return;
  const { database, now } = context;
  database.transact(() => {
    database.sessions.end(found.session.id);
    database.staff.record({ at: now, actor: found.user.id, act: 'signed-out', detail: {} });
  });
}

function liveSession(
  { database, secret, now }: AccessContext,
  token: string | null,
): { session: SessionRow; user: StaffUser } | null {
  const found = token ? database.sessions.byToken(tokenHash(secret, token)) : undefined;
  if (!found || found.staff.disabled) return null;
  const session = found.sessions;
  const ended =
    session.expiresAt.getTime() <= now || now - session.createdAt.getTime() >= absoluteMilliseconds;
  return ended ? null : { session, user: staffUserOfRow(found.staff) };
}

function tokenHash(secret: Buffer, token: string): string {
  return keyedHash(secret, 'staff-session', token).toString('base64url');
}

let unmatched: Promise<string> | undefined;

/** A hash that no password matches, to spend the same time on an address nobody has. */
function nobodysHash(): Promise<string> {
  unmatched ??= hashPassword(randomBytes(32).toString('base64url'));
  return unmatched;
}
