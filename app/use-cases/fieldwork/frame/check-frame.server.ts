import { districts } from '#city/city.ts';
import type { FrameError } from '#core/frame/frame-error.ts';
import type { FramePerson } from '#core/frame/frame-person.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { Outcome } from '../../staff-act.ts';
import { type InspectedFile, inspectTextFile } from '../../text-files/inspect-text-file.server.ts';
import { batchSize, deleteFramePeople } from './frame-people.server.ts';
import { readFrameFile } from './read-frame-file.server.ts';

/** Errors kept of a file; all are counted. */
const keptErrors = 200;

export interface ReadExtract {
  sha256: string;
  encoding: string;
  delimiter: string;
  rows: number;
  /** The first faults. */
  errors: FrameError[];
  /** How many there are. */
  errorCount: number;
}

/**
 * Reads and checks every row of an extract and touches no database. People are handed out as long as no fault
 * was found; `onFile` hears what kind of file it is before the first of them.
 */
export async function readExtract(
  { path, year }: { path: string; year: number },
  hear: {
    onFile?(file: InspectedFile): void;
    onPerson?(person: FramePerson): void;
  } = {},
): Promise<ReadExtract> {
  const errors: FrameError[] = [];
  let errorCount = 0;
  const onError = (error: FrameError) => {
    errorCount += 1;
    if (errors.length < keptErrors) errors.push(error);
  };
  const file = await inspectTextFile(path);
  hear.onFile?.(file);
  if (!file.ok) onError({ line: null, code: file.reason });
  const reading = file.ok
    ? await readFrameFile(path, file.encoding, {
        rules: { year, districts },
        onError,
        onUnit(person) {
          if (errorCount === 0) hear.onPerson?.(person);
        },
      })
    : { rows: 0, delimiter: '' };
  if (file.ok && reading.rows === 0 && errorCount === 0) onError({ line: null, code: 'empty-file' });
  return {
    ...reading,
    sha256: file.sha256,
    encoding: file.ok ? file.encoding : '',
    errors,
    errorCount,
  };
}

export type FrameCheck = Outcome<{ frameId: number; rows: number }, 'frame-refused' | 'not-staged'>;

/**
 * Reads and checks every row and stores the people under the frame, which no draw uses before it is
 * processed. A file with any fault is refused whole: its faults are kept, its people are not.
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
  { frameId, ...file }: { frameId: number; path: string; year: number },
): Promise<FrameCheck> {
  let batch: FramePerson[] = [];
  let stored = 0;
  const storeBatch = () => {
    const units = batch;
    batch = [];
    stored += units.length;
    database.transact(() => {
      database.frames.addUnits(frameId, units);
      database.frames.updateFrame(frameId, { rowCount: stored });
    });
  };
  const { rows, errors, errorCount, ...extract } = await readExtract(file, {
    onFile: ({ sha256 }) => database.frames.updateFrame(frameId, { sha256 }),
    onPerson(person) {
      batch.push(person);
      if (batch.length === batchSize) storeBatch();
    },
  });
  if (errorCount === 0 && batch.length > 0) storeBatch();
  const outcome = { ...extract, rowCount: rows, errorCount };
  const status = errorCount > 0 ? 'refused' : 'staged';
  const isEnded = database.transact(() => {
    if (database.frames.frame(frameId)?.status !== 'checking') return false;
    database.frames.updateFrame(frameId, { ...outcome, status, errors: JSON.stringify(errors) });
    return true;
  });
  if (status === 'staged' && isEnded) return { ok: true, frameId, rows };
  await deleteFramePeople(database, frameId);
  if (!isEnded) return { ok: false, reason: 'not-staged' };
  return { ok: false, reason: 'frame-refused', detail: { frameId, errorCount } };
}
