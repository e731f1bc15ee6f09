import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { resultsDatabase, servesArea } from '../db.server.ts';
import { publishWave } from '../use-cases/publish-wave.server.ts';
import { receivePublication } from '../use-cases/receive-publication.server.ts';
import { commandAct, say } from './ending.ts';

/** Publishes an analysed wave; on one machine city hall receives it at once. What refused, or null. */
export function handOverRefused(
  database: FieldworkDatabase,
  wave: { waveId: string; correctionNote?: string | null },
) {
  const published = publishWave(database, wave, commandAct());
  if (!published.ok) return published;
  say(`published ${published.document.publicationId}, SHA-256 ${published.sha256}`);
  if (!servesArea('results', 'public')) return null;
  const received = receivePublication(resultsDatabase(), published, commandAct());
  if (!received.ok) return received;
  say(`city hall received ${received.publicationId}`);
  return null;
}
