import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { PublicationDocument } from '#core/publication/document.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { Outcome, StaffAct } from './staff-act.ts';

export interface IncomingPublication {
  document: PublicationDocument;
  /** The canonical JSON that the digest was made of, kept as it came. */
  text: string;
  sha256: string;
}

export type PublicationRefusal = 'already-received' | 'replaces-unknown' | 'older-number' | 'altered';

/**
 * Takes a publication into city hall's database, whole or not at all. From then on neither it nor any of its figures can
 * change; a correction arrives as a new publication that names the newest one of its wave.
 */
export function receivePublication(
  database: ResultsDatabase,
  { document, text, sha256 }: IncomingPublication,
  { actor, now }: Pick<StaffAct, 'actor' | 'now'>,
): Outcome<{ publicationId: string }, PublicationRefusal> {
  const { publicationId, number, replaces, correctionNote, wave } = document;
  if (!isUnaltered({ document, text, sha256 })) return { ok: false, reason: 'altered' };
  return database.transact((): Outcome<{ publicationId: string }, PublicationRefusal> => {
    const known = database.publications.head(publicationId);
    if (known) return { ok: false, reason: known.sha256 === sha256 ? 'already-received' : 'altered' };
    const newest = database.publications.headsOfWave(wave.waveId).at(-1);
    if (newest && number <= newest.number) return { ok: false, reason: 'older-number' };
    const here = newest?.publicationId ?? null;
    if (replaces !== here) {
      return {
        ok: false,
        reason: 'replaces-unknown',
        detail: { missing: replaces ?? '–', newestHere: here ?? '–' },
      };
    }
    database.publications.add({
      publicationId,
      waveId: wave.waveId,
      year: wave.year,
      season: wave.season,
      number,
      replaces,
      correctionNote,
      wave,
      sha256,
      receivedBy: actor,
      receivedAt: now,
      document: text,
    });
    for (const estimate of document.estimates) database.estimates.add(publicationId, estimate);
    database.modeEffects.add(publicationId, document.parallelSamples ?? []);
    return { ok: true, publicationId };
  });
}

/** Digest, text and document must be the same thing: whoever carried the file may have touched one of them. */
function isUnaltered({ document, text, sha256 }: IncomingPublication): boolean {
  if (createHash('sha256').update(text, 'utf8').digest('hex') !== sha256) return false;
  try {
    return isDeepStrictEqual(JSON.parse(text), JSON.parse(JSON.stringify(document)));
  } catch {
    return false;
  }
}
