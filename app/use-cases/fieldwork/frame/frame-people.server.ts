import type { FieldworkDatabase } from '#db/fieldwork/database.ts';

/** Rows per transaction: short enough that a resident's request never waits for long work. */
export const batchSize = 2000;

/** Lets other requests through between two transactions. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Deletes a frame's people in short transactions, so that nobody's request waits for half a million rows. */
export async function deleteFramePeople(database: FieldworkDatabase, frameId: number): Promise<void> {
  for (;;) {
    const deleted = database.transact(() => database.frames.deleteUnits(frameId, batchSize));
    if (deleted < batchSize) return;
    await breathe();
  }
}
