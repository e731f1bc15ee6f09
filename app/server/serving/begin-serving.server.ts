import {
  accountsDatabase,
  fieldworkDatabase,
  prepareDatabases,
  resultsDatabase,
  servesArea,
} from '../../db.server.ts';
import { abandonUnfinished } from '../../use-cases/fieldwork/abandon-unfinished.server.ts';
import { readingSteps } from '../../use-cases/results/read-newest.server.ts';
import { removeOldReadings } from '../../use-cases/staff/readings.server.ts';
import { log } from '../log.server.ts';
import { clearUploads } from '../uploads.server.ts';
import type { Beginning } from './beginning.ts';

/**
 * For the start of a serving process: opens its databases, begins to read what is asked for first, and clears
 * what was left unfinished. When one of several was lost, work that another one is at is broken off with it:
 * nobody can tell whose it was, and it can be begun anew. What others are receiving stays.
 */
export function beginServing(beginning: Beginning): void {
  prepareDatabases();
  if (servesArea('results', 'public')) {
    const results = resultsDatabase();
    readPublished(results.sqlite, readingSteps(results));
  }
  if (beginning === 'added') return;
  if (servesArea('results')) removeOldReadings(accountsDatabase(), Date.now());
  if (!servesArea('fieldwork')) return;
  void Promise.all([
    abandonUnfinished(fieldworkDatabase(), Date.now()),
    beginning === 'first' ? clearUploads() : null,
  ]).catch((error) => log().error({ err: error }, 'unfinished work could not be cleared'));
}

/**
 * Reads what visitors ask for first, a step at a turn, so that nobody's first request waits for all of it. A
 * publication that cannot be read is told by its pages; the others are served all the same.
 */
function readPublished(file: { readonly open: boolean }, [step, ...others]: readonly (() => void)[]): void {
  if (!step) return;
  setImmediate(() => {
    if (!file.open) return;
    try {
      step();
      readPublished(file, others);
    } catch (error) {
      log().error({ err: error }, 'the newest publication could not be read');
    }
  });
}
