import { accountsDatabase, fieldworkDatabase, prepareDatabases, servesArea } from '../db.server.ts';
import { abandonUnfinished } from '../use-cases/fieldwork/abandon-unfinished.server.ts';
import { removeOldReadings } from '../use-cases/staff/readings.server.ts';
import { log } from './log.server.ts';
import { clearUploads } from './uploads.server.ts';

/**
 * For the start of the serving process: opens its databases and clears what the one before it left
 * unfinished.
 */
export function beginServing(): void {
  prepareDatabases();
  if (servesArea('results')) removeOldReadings(accountsDatabase(), Date.now());
  if (!servesArea('fieldwork')) return;
  void Promise.all([abandonUnfinished(fieldworkDatabase(), Date.now()), clearUploads()]).catch((error) =>
    log().error({ err: error }, 'unfinished work could not be cleared'),
  );
}
