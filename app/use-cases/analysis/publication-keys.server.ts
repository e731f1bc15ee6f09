import { fingerprintOf } from '#core/publication/signed-file.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { PublicationKeyRow } from '#db/fieldwork/queries/publication-keys.ts';
import { makeSigningKeys } from '../../signing.server.ts';
import { entryOf, type StaffAct } from '../staff-act.ts';

/** Makes a key pair of the firm; from now on it signs. What earlier ones signed stays signed by them. */
export function createPublicationKey(
  database: FieldworkDatabase,
  act: StaffAct & { secret: Buffer },
): PublicationKeyRow {
  const keys = makeSigningKeys(act.secret, act.randomBytes(32));
  database.transact(() => {
    database.publicationKeys.add({ ...keys, createdBy: act.actor, createdAt: act.now });
    const fingerprint = fingerprintOf(keys.publicKey);
    database.audit.record(entryOf(act, 'publication-key-created', 'publications', { fingerprint }));
  });
  const made = currentPublicationKey(database);
  if (!made) throw new Error('`createPublicationKey` stored no key');
  return made;
}

/** The key pair that signs; undefined before the first was made. */
export function currentPublicationKey(database: FieldworkDatabase): PublicationKeyRow | undefined {
  return database.publicationKeys.all()[0];
}
