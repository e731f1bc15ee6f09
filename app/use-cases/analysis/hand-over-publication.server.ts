import { signedFile } from '#core/publication/signed-file.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { PublicationRow } from '#db/fieldwork/queries/analysis.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { type PublicationRefusal, receivePublication } from '../results/receive-publication.server.ts';
import { trustPublicationKey } from '../results/trusted-keys.server.ts';
import { entryOf, type Outcome, type StaffAct } from '../staff-act.ts';

/**
 * The file that carries a publication to the city: the document byte for byte as it was made, with its
 * signature.
 */
export function publicationFileOf({ document, publicKey, signature }: PublicationRow): string {
  return signedFile(document, { publicKey, value: signature });
}

/**
 * Hands a wave's newest publication to city hall's database of the same process. A key that city hall has
 * never seen is pinned by that: whoever runs both sides of one installation trusts itself. A key that was
 * revoked stays revoked.
 */
export function handOverPublication(
  fieldwork: FieldworkDatabase,
  results: ResultsDatabase,
  waveId: string,
  act: StaffAct,
): Outcome<{ publicationId: string }, PublicationRefusal | 'nothing-published'> {
  const newest = fieldwork.analysis.publications(waveId)[0];
  if (!newest) return { ok: false, reason: 'nothing-published' };
  trustOwnKey(fieldwork, results, newest.publicKey, act);
  const received = receivePublication(results, { file: publicationFileOf(newest) }, act);
  if (received.ok) {
    fieldwork.transact(() => {
      const { publicationId } = received;
      const { sha256 } = newest;
      fieldwork.audit.record(entryOf(act, 'publication-handed-over', waveId, { publicationId, sha256 }));
    });
  }
  return received;
}

/**
 * Pins the installation's own key with its own city hall, and says so in the audit; nothing when city hall
 * knows the key.
 */
export function trustOwnKey(
  fieldwork: FieldworkDatabase,
  results: ResultsDatabase,
  publicKey: string,
  act: StaffAct,
): void {
  if (publicKey === '' || results.trustedKeys.key(publicKey)) return;
  const trusted = trustPublicationKey(results, { publicKey, note: 'this installation' }, act);
  if (!trusted.ok) return;
  fieldwork.transact(() => {
    const { fingerprint } = trusted;
    fieldwork.audit.record(entryOf(act, 'publication-key-trusted', 'publications', { fingerprint }));
  });
}
