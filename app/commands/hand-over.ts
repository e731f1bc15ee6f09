import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { resultsDatabase, servesArea } from '../db.server.ts';
import { publicationWarnings } from '../use-cases/analysis/publication-warnings.server.ts';
import { publishAndHandOver } from '../use-cases/analysis/publishing-steps.server.ts';
import { commandAct, complain, say } from './ending.ts';
import { warningLines } from './warning-lines.ts';

/**
 * Publishes an analysed wave as the page does: a correction is computed anew, and on one machine city hall
 * receives the publication at once. Says what was published, also when city hall then refuses it. What
 * refused, or null.
 */
export function publicationRefused(
  database: FieldworkDatabase,
  {
    waveId,
    correction = null,
    accept = [],
  }: { waveId: string; correction?: string | null; accept?: readonly string[] },
) {
  const results = servesArea('results', 'public') ? resultsDatabase() : null;
  const newest = () => database.analysis.publications(waveId)[0];
  const before = newest()?.publicationId;
  const published = publishAndHandOver(
    { fieldwork: database, results },
    { waveId, correctionNote: correction?.trim() || null, accepted: accept },
    commandAct(),
  );
  const warnings = warningLines(publicationWarnings(database, waveId));
  if (!published.ok && published.reason === 'warnings-not-accepted') complain(...warnings);
  const made = newest();
  if (made && made.publicationId !== before)
    say(
      ...warnings.map((line) => `accepted ${line}`),
      `published ${made.publicationId}, SHA-256 ${made.sha256}`,
    );
  if (!published.ok) return published;
  if (made && results) say(`city hall received ${made.publicationId}`);
  return null;
}
