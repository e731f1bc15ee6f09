import { type FrameError, frameErrorsForm } from '#core/frame/frame-error.ts';
import { isPesel } from '#core/text/pesel.ts';
import { readStored } from '#core/text/stored-json.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { FrameRow } from '#db/fieldwork/queries/frames.ts';

/** What was wrong with a file that was refused. */
export function frameErrorsOf({ frameId, errors }: Pick<FrameRow, 'frameId' | 'errors'>): FrameError[] {
  return readStored(frameErrorsForm, errors, `frames.errors of ${frameId}`);
}

/** Files of a wave that are being checked or wait for a decision. */
export function waitingFrames(database: FieldworkDatabase, waveId: string): FrameRow[] {
  return database.frames.framesOfWave(waveId).filter(isWaiting);
}

/**
 * The file that a wave's frame stands or falls with: the one that waits for a decision, else the one that the
 * sample is drawn from. `turnedDown` is a later file that was refused or given up; it never hides the other.
 */
export function frameStanding(
  database: FieldworkDatabase,
  waveId: string,
): { inHand: FrameRow | null; turnedDown: FrameRow | null } {
  const [newest, ...earlier] = database.frames.framesOfWave(waveId);
  if (!newest) return { inHand: null, turnedDown: null };
  const all = [newest, ...earlier];
  const waiting = all.find(isWaiting);
  if (waiting) return { inHand: waiting, turnedDown: null };
  const isTurnedDown = newest.status === 'refused' || newest.status === 'cancelled';
  const inHand = all.find(({ status }) => status === 'processed') ?? null;
  return { inHand, turnedDown: isTurnedDown ? newest : null };
}

function isWaiting({ status }: FrameRow): boolean {
  return status === 'checking' || status === 'staged';
}

/** How many people of a frame have their PESEL as id: of which whoever imports it should hear. */
export function peselIds(database: FieldworkDatabase, frameId: number): number {
  let count = 0;
  for (const id of database.frames.elevenDigitIds(frameId)) if (isPesel(id)) count += 1;
  return count;
}
