import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { entryOf, type Outcome, type StaffAct } from '../../staff-act.ts';
import { checkFrame, type FrameCheck } from './check-frame.server.ts';
import { deleteFramePeople } from './frame-people.server.ts';
import { waitingFrames } from './frame-standing.ts';

export interface FrameFile {
  waveId: string;
  /** Where the extract lies; the caller deletes it afterwards. */
  path: string;
  /** Its name on the firm's side, for people. */
  fileName: string;
}

export type EntryRefusal = 'unknown-wave' | 'already-drawn' | 'frame-waiting';

/**
 * Enters an extract to be checked. The answer comes at once; `checkFrame` then reads the file, and the
 * frame's row count tells how far it is.
 */
export function enterFrame(
  database: FieldworkDatabase,
  { waveId, fileName }: Pick<FrameFile, 'waveId' | 'fileName'>,
  act: StaffAct,
): Outcome<{ frameId: number }, EntryRefusal> {
  return database.transact(() => {
    const refusal = entryRefusal(database, waveId);
    if (refusal) return { ok: false, reason: refusal };
    const frameId = database.frames.addFrame({
      waveId,
      fileName,
      sha256: '0'.repeat(64),
      encoding: '',
      delimiter: '',
      status: 'checking',
      rowCount: 0,
      errorCount: 0,
      errors: '[]',
      undrawnDeleted: null,
      uploadedBy: act.actor,
      uploadedAt: act.now,
    });
    database.audit.record(entryOf(act, 'frame-uploaded', waveId, { frameId, fileName }));
    return { ok: true, frameId };
  });
}

/** Why a wave takes no extract now; null when it does. One file at a time: two could not be decided about. */
export function entryRefusal(database: FieldworkDatabase, waveId: string): EntryRefusal | null {
  const wave = database.waves.wave(waveId);
  if (!wave) return 'unknown-wave';
  if (wave.status !== 'planned') return 'already-drawn';
  return waitingFrames(database, waveId).length > 0 ? 'frame-waiting' : null;
}

/** Both steps at once, for the command line and the demonstration. */
export async function stageFrame(
  database: FieldworkDatabase,
  file: FrameFile,
  act: StaffAct,
): Promise<FrameCheck | Outcome<never, EntryRefusal>> {
  const entered = enterFrame(database, file, act);
  if (!entered.ok) return entered;
  const year = database.waves.wave(file.waveId)?.year ?? 0;
  return checkFrame(database, { frameId: entered.frameId, path: file.path, year });
}

/** Makes a staged frame the one that the sample is drawn from; an earlier one of the wave is given up. */
export async function processFrame(
  database: FieldworkDatabase,
  frameId: number,
  act: StaffAct,
): Promise<Outcome<{ people: number }, 'unknown-frame' | 'not-staged' | 'already-drawn'>> {
  const frame = database.frames.frame(frameId);
  if (!frame) return { ok: false, reason: 'unknown-frame' };
  if (frame.status !== 'staged') return { ok: false, reason: 'not-staged' };
  if (database.waves.wave(frame.waveId)?.status !== 'planned') return { ok: false, reason: 'already-drawn' };
  const earlier = database.frames.processedFrame(frame.waveId);
  database.transact(() => {
    if (earlier) database.frames.updateFrame(earlier.frameId, { status: 'cancelled' });
    database.frames.updateFrame(frameId, { status: 'processed' });
    database.audit.record(
      entryOf(act, 'frame-processed', frame.waveId, {
        frameId,
        people: frame.rowCount,
        sha256: frame.sha256,
        replaces: earlier?.frameId ?? null,
      }),
    );
  });
  if (earlier) await deleteFramePeople(database, earlier.frameId);
  return { ok: true, people: frame.rowCount };
}

/** Gives a staged frame up: its people are deleted, the record that it was there stays. */
export async function cancelFrame(
  database: FieldworkDatabase,
  frameId: number,
  act: StaffAct,
): Promise<Outcome<object, 'unknown-frame' | 'not-staged'>> {
  const frame = database.frames.frame(frameId);
  if (!frame) return { ok: false, reason: 'unknown-frame' };
  if (frame.status !== 'staged' && frame.status !== 'checking') return { ok: false, reason: 'not-staged' };
  database.transact(() => {
    database.frames.updateFrame(frameId, { status: 'cancelled' });
    database.audit.record(entryOf(act, 'frame-cancelled', frame.waveId, { frameId }));
  });
  await deleteFramePeople(database, frameId);
  return { ok: true };
}
