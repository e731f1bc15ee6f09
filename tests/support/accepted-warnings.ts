import { publicationWarnings } from '#app/use-cases/analysis/publication-warnings.server.ts';
import { warningCodes } from '#core/publication/run-warnings.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';

/**
 * The codes of everything that the next publication of a wave would warn of: what one accepts who has read
 * them.
 */
export function allWarnings(database: FieldworkDatabase, waveId: string): string[] {
  return warningCodes(publicationWarnings(database, waveId));
}
