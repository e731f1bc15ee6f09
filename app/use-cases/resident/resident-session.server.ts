import { keyedHash, receiptFor } from '../../sealing.server.ts';
import type { ResidentContext, ResidentVisit } from '../wave/resident-visit.ts';
import { lastMoment, waveMoment } from '../wave/wave-moment.ts';

/** More than twenty hours, so that nobody needs a warning before it ends (WCAG 2.2, criterion 2.2.1). */
const sessionHours = 24;

/** Full hours only: the minute of a start is nobody's business. */
export function sessionEnd(now: number): number {
  const hour = 3_600_000;
  return (Math.ceil(now / hour) + sessionHours) * hour;
}

export function tokenHashOf(secret: Buffer, cookieValue: string): Buffer {
  return keyedHash(secret, 'session', cookieValue);
}

/**
 * The visit that a session cookie stands for; null when there is none (any more). The cookie is
 * `token.receiptSeed`; its hash covers both, so that a changed seed is a session that never was.
 */
export function findVisit(
  { database, secret, now }: ResidentContext,
  cookieValue: string | null,
): ResidentVisit | null {
  const receiptSeed = cookieValue?.split('.')[1];
  if (!cookieValue || !receiptSeed) return null;
  const tokenHash = tokenHashOf(secret, cookieValue);
  const session = database.residents.session(tokenHash);
  if (!session || session.expiresAt <= now) return null;
  const codeHash = Buffer.from(session.codeHash);
  const residentCase = database.residents.case(session.caseId);
  const wave = database.waves.wave(session.waveId);
  if (!residentCase || !wave) return null;
  return { case: residentCase, wave, moment: waveMoment(wave, now), receiptSeed, codeHash, tokenHash };
}

export function endVisit({ database }: ResidentContext, { tokenHash }: ResidentVisit): Promise<void> {
  return database.write(() => database.residents.endSession(tokenHash));
}

export function isInside({ moment }: ResidentVisit): boolean {
  return moment === 'open' || moment === 'grace';
}

/** Until when someone inside may still finish, when the wave has ended meanwhile; null while it goes on. */
export function graceEnd({ moment, wave }: ResidentVisit): number | null {
  return moment === 'grace' ? lastMoment(wave) : null;
}

export function receiptOf({ secret }: ResidentContext, { wave, receiptSeed }: ResidentVisit): string {
  return receiptFor(secret, wave.waveId, receiptSeed);
}
