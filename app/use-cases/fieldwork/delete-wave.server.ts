import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { entryOf, type Outcome, type StaffAct } from '../staff-act.ts';
import { batchSize, breathe, deleteFramePeople } from './frame/frame-people.server.ts';
import { waitingFrames } from './frame/frame-standing.ts';

export type DeletedWave = Outcome<
  { files: number; people: number },
  'unknown-wave' | 'already-drawn' | 'job-running' | 'frame-checking'
>;

/**
 * Deletes a wave that was only planned, its files and their people too, so that it can be planned anew. What
 * was done to it stays in the audit. The files are given up first: nobody can draw from them while their
 * people go, batch by batch.
 */
export async function deleteWave(
  database: FieldworkDatabase,
  waveId: string,
  act: StaffAct,
): Promise<DeletedWave> {
  const people = database.transact(() => {
    if (refusalOf(database, waveId)) return 0;
    const counts = database.frames.framesOfWave(waveId).map(({ frameId }) => {
      database.frames.updateFrame(frameId, { status: 'cancelled' });
      return database.frames.unitCount(frameId);
    });
    return counts.reduce((sum, count) => sum + count, 0);
  });
  if (people > 0) {
    for (const { frameId } of database.frames.framesOfWave(waveId)) {
      await deleteFramePeople(database, frameId);
    }
  }
  if (!refusalOf(database, waveId)) {
    // A draw that was broken off has left cases of a wave that is still planned.
    while (database.transact(() => database.samples.deleteCases(waveId, batchSize)) > 0) await breathe();
  }
  return database.transact((): DeletedWave => {
    const refusal = refusalOf(database, waveId);
    if (refusal) return { ok: false, reason: refusal };
    const files = database.frames.framesOfWave(waveId).length;
    database.waves.deleteWave(waveId);
    database.audit.record(entryOf(act, 'wave-deleted', waveId, { files, people }));
    return { ok: true, files, people };
  });
}

function refusalOf(database: FieldworkDatabase, waveId: string) {
  const wave = database.waves.wave(waveId);
  if (!wave) return 'unknown-wave';
  if (wave.status !== 'planned') return 'already-drawn';
  if (database.jobs.runningOf(waveId)) return 'job-running';
  return waitingFrames(database, waveId).some(({ status }) => status === 'checking')
    ? 'frame-checking'
    : null;
}
