import { sha256Of } from '#core/digest.ts';
import { signedFile } from '#core/publication/signed-file.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { figureTable } from './exports/figure-table.ts';
import { tableCsv } from './exports/table-file.ts';
import { publicationOf, waveSummary } from './published/published-results.server.ts';

export interface DataFile {
  publicationId: string;
  sha256: string;
  text: string;
}

/**
 * The newest publication of a wave with its signature, as the firm signed it; null when the wave is not
 * published.
 */
export function publicationFile(database: ResultsDatabase, waveId: string): DataFile | null {
  const summary = waveSummary(database, waveId);
  const row = summary ? database.publications.publication(summary.publicationId) : undefined;
  if (!row) return null;
  const { publicationId, document, publicKey, signature } = row;
  const text = signedFile(document, { publicKey, value: signature });
  return { publicationId, sha256: sha256Of(text), text };
}

/** Every figure of a wave as CSV; null when the wave is not published. */
export function figuresFile(database: ResultsDatabase, waveId: string): DataFile | null {
  const summary = waveSummary(database, waveId);
  const publication = publicationOf(database, waveId);
  if (!summary || !publication) return null;
  return {
    publicationId: summary.publicationId,
    sha256: summary.sha256,
    text: tableCsv(figureTable(publication), '.csv'),
  };
}
