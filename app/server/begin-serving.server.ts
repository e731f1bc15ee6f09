import {
  accountsDatabase,
  fieldworkDatabase,
  prepareDatabases,
  resultsDatabase,
  servesArea,
} from '../db.server.ts';
import { abandonUnfinished } from '../use-cases/fieldwork/abandon-unfinished.server.ts';
import { readNewest } from '../use-cases/results/read-newest.server.ts';
import { removeOldReadings } from '../use-cases/staff/readings.server.ts';
import { log } from './log.server.ts';
import { clearUploads } from './uploads.server.ts';

/**
 * For the start of the serving process: opens its databases, reads what is asked for first, and clears what
 * the one before it left unfinished.
 */
export function beginServing(): void {
  prepareDatabases();
  if (servesArea('results')) removeOldReadings(accountsDatabase(), Date.now());
  if (servesArea('results', 'public')) readPublished();
  if (!servesArea('fieldwork')) return;
  void Promise.all([abandonUnfinished(fieldworkDatabase(), Date.now()), clearUploads()]).catch((error) =>
    log().error({ err: error }, 'unfinished work could not be cleared'),
  );
}

/** A publication that cannot be read is told by its pages; the others are served all the same. */
function readPublished(): void {
  try {
    readNewest(resultsDatabase());
  } catch (error) {
    log().error({ err: error }, 'the newest publication could not be read');
  }
}
