import type { PublicationDocument } from '#core/publication/document.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { publicationById } from './published/published-results.server.ts';

/** A publication under its permanent address, whether or not it has been replaced. */
export interface PermanentPublication {
  publication: PublicationDocument;
  /** Of the file that carried it with its signature. */
  sha256: string;
  /** The newest publication of its wave, and why the one after this was made; null when it is the newest. */
  replacedBy: { publicationId: string; note: string | null } | null;
}

/** Null for a publication that was never received. */
export function permanentPublication(
  database: ResultsDatabase,
  publicationId: string,
): PermanentPublication | null {
  const head = database.publications.head(publicationId);
  const publication = head ? publicationById(database, publicationId) : null;
  if (!head || !publication) return null;
  const later = database.publications.headsOfWave(head.waveId).filter(({ number }) => number > head.number);
  const [next] = later;
  const newest = later.at(-1);
  return {
    publication,
    sha256: head.sha256,
    replacedBy: next && newest ? { publicationId: newest.publicationId, note: next.correctionNote } : null,
  };
}
