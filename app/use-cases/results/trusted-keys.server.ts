import { fingerprintOf } from '#core/publication/signed-file.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { TrustedKeyRow } from '#db/results/queries/trusted-keys.ts';
import type { Outcome, StaffAct } from '../staff-act.ts';

type Act = Pick<StaffAct, 'actor' | 'now'>;

/** Pins a firm's public key: what it signs is taken in from now on. */
export function trustPublicationKey(
  database: ResultsDatabase,
  { publicKey, note }: { publicKey: string; note: string },
  { actor, now }: Act,
): Outcome<{ fingerprint: string }, 'already-trusted'> {
  return database.transact(() => {
    const known = database.trustedKeys.key(publicKey);
    if (known && known.revokedAt === null) return { ok: false, reason: 'already-trusted' };
    const fingerprint = fingerprintOf(publicKey);
    database.trustedKeys.put({
      publicKey,
      fingerprint,
      note: note.slice(0, 200),
      trustedBy: actor,
      trustedAt: now,
      revokedBy: null,
      revokedAt: null,
    });
    return { ok: true, fingerprint };
  });
}

/**
 * Takes trust back from the key with this fingerprint, or its beginning; what it signed before stays
 * received.
 */
export function revokePublicationKey(
  database: ResultsDatabase,
  fingerprint: string,
  { actor, now }: Act,
): Outcome<{ fingerprint: string }, 'unknown-key'> {
  return database.transact(() => {
    const [found, ...others] = matching(database.trustedKeys.all(), fingerprint);
    if (!found || others.length > 0) return { ok: false, reason: 'unknown-key' };
    database.trustedKeys.revoke(found.publicKey, { revokedBy: actor, revokedAt: now });
    return { ok: true, fingerprint: found.fingerprint };
  });
}

const fewestDigits = 8;

function matching(keys: readonly TrustedKeyRow[], fingerprint: string): TrustedKeyRow[] {
  const wanted = fingerprint
    .toLowerCase()
    .replace(/^\s*sha-?256:?/, '')
    .replace(/[^0-9a-f]/g, '');
  if (wanted.length < fewestDigits) return [];
  return keys.filter((key) => key.revokedAt === null && key.fingerprint.startsWith(wanted));
}
