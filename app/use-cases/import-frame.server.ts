import { districts } from '#core/city.ts';
import type { FrameError, FramePerson } from '#core/frame/frame-person.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { batchSize, deleteFramePeople } from './frame-people.server.ts';
import { inspectTextFile } from './inspect-text-file.server.ts';
import { readFrameFile } from './read-frame-file.server.ts';
import { entryOf, type Outcome, type StaffAct } from './staff-act.ts';

/** Errors kept with a frame; all are counted. */
const keptErrors = 200;

export interface FrameFile {
  waveId: string;
  /** Where the extract lies; the caller deletes it afterwards. */
  path: string;
  /** Its name on the firm's side, for people. */
  fileName: string;
}

/**
 * Enters an extract to be checked. The answer comes at once; `checkFrame` then reads the file, and the frame's row count
 * tells how far it is.
 */
export function enterFrame(
  database: FieldworkDatabase,
  { waveId, fileName }: Pick<FrameFile, 'waveId' | 'fileName'>,
  act: StaffAct,
): Outcome<{ frameId: number }, 'unknown-wave' | 'already-drawn'> {
  const wave = database.waves.wave(waveId);
  if (!wave) return { ok: false, reason: 'unknown-wave' };
  if (wave.status !== 'planned') return { ok: false, reason: 'already-drawn' };
  const frameId = database.transact(() => {
    const id = database.frames.addFrame({
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
    database.audit.record(entryOf(act, 'frame-uploaded', waveId, { frameId: id, fileName }));
    return id;
  });
  return { ok: true, frameId };
}

export type FrameCheck = Outcome<{ frameId: number; rows: number }, 'frame-refused'>;

/**
 * Reads and checks every row and stores the people under the frame, which no draw uses before it is processed. A file
 * with any fault is refused whole: its faults are kept, its people are not.
 */
export async function checkFrame(
  database: FieldworkDatabase,
  file: { frameId: number; path: string; year: number },
): Promise<FrameCheck> {
  try {
    return await checkAndStore(database, file);
  } catch (error) {
    database.frames.updateFrame(file.frameId, { status: 'cancelled' });
    await deleteFramePeople(database, file.frameId);
    throw error;
  }
}

async function checkAndStore(
  database: FieldworkDatabase,
  { frameId, path, year }: { frameId: number; path: string; year: number },
): Promise<FrameCheck> {
  const errors: FrameError[] = [];
  let errorCount = 0;
  const onError = (error: FrameError) => {
    errorCount += 1;
    if (errors.length < keptErrors) errors.push(error);
  };

  const file = await inspectTextFile(path);
  if (!file.ok) onError({ line: null, code: file.reason });
  const encoding = file.ok ? file.encoding : '';
  database.frames.updateFrame(frameId, { sha256: file.sha256, encoding });

  let batch: FramePerson[] = [];
  let stored = 0;
  const storeBatch = () => {
    const units = batch;
    batch = [];
    stored += units.length;
    database.transact(() => {
      database.frames.addUnits(frameId, units);
      database.frames.updateFrame(frameId, { rowCount: stored, errorCount });
    });
  };
  const reading = file.ok
    ? await readFrameFile(path, file.encoding, {
        rules: { year, districts },
        onError,
        onUnit(unit) {
          if (errorCount > 0) return;
          batch.push(unit);
          if (batch.length === batchSize) storeBatch();
        },
      })
    : { rows: 0, delimiter: '' };
  if (file.ok && reading.rows === 0 && errorCount === 0) onError({ line: null, code: 'empty-file' });

  const outcome = { delimiter: reading.delimiter, rowCount: reading.rows, errorCount };
  if (errorCount > 0) {
    await deleteFramePeople(database, frameId);
    database.frames.updateFrame(frameId, { ...outcome, status: 'refused', errors: JSON.stringify(errors) });
    return { ok: false, reason: 'frame-refused', detail: { frameId, errorCount } };
  }
  if (batch.length > 0) storeBatch();
  database.frames.updateFrame(frameId, { ...outcome, status: 'staged' });
  return { ok: true, frameId, rows: reading.rows };
}

/** Both steps at once, for the command line and the demonstration. */
export async function stageFrame(
  database: FieldworkDatabase,
  file: FrameFile,
  act: StaffAct,
): Promise<FrameCheck | Outcome<never, 'unknown-wave' | 'already-drawn'>> {
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
