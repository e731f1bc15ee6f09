import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { deleteFramePeople } from './frame/frame-people.server.ts';

/**
 * For the start of the serving process: work that was going on when it stopped will not go on. Jobs count as
 * failed, and files that were being checked as given up; both can be begun anew.
 */
export async function abandonUnfinished(database: FieldworkDatabase, now: number): Promise<void> {
  const checking = database.frames.checking();
  database.transact(() => {
    database.jobs.failAbandoned(now);
    for (const { frameId } of checking) database.frames.updateFrame(frameId, { status: 'cancelled' });
  });
  for (const { frameId } of checking) await deleteFramePeople(database, frameId);
}
