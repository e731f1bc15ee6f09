import { createInterface } from 'node:readline/promises';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { instantIn } from './ending.ts';
import { refusals } from './refusals.ts';

/** An act that waits for a word, and its numbers: what `refuse` says. */
export interface Unconfirmed {
  reason: string;
  detail: Record<string, string | number>;
}

/** What ending the fieldwork before its planned end would cut short; null when that is not what would happen. */
export function earlyClose(database: FieldworkDatabase, waveId: string, now: number): Unconfirmed | null {
  const wave = database.waves.wave(waveId);
  if (wave?.status !== 'open' || now >= wave.closesAt) return null;
  const { responses, unsent } = database.waveFigures.ofWave(waveId);
  const plannedEnd = instantIn(wave.closesAt, wave.timeZone);
  return { reason: 'close-early', detail: { plannedEnd, responses, unsent } };
}

/** What a freeze would open and destroy. */
export function unconfirmedFreeze(database: FieldworkDatabase, waveId: string): Unconfirmed | null {
  if (database.waves.wave(waveId)?.status !== 'closed') return null;
  const { drawn, responses, activeCodes } = database.waveFigures.ofWave(waveId);
  return { reason: 'freeze-unconfirmed', detail: { cases: drawn, responses, codes: activeCodes } };
}

/** Whose names and addresses would go. */
export function unconfirmedDestruction(database: FieldworkDatabase, waveId: string): Unconfirmed | null {
  const wave = database.waves.wave(waveId);
  if (!wave || wave.frozenAt === null || wave.identitiesDestroyedAt !== null) return null;
  const { drawn } = database.waveFigures.ofWave(waveId);
  const responses = database.analysis.responseCount(waveId);
  return { reason: 'destroy-unconfirmed', detail: { cases: drawn, responses, status: wave.status } };
}

/** What would go with the plan of a wave. */
export function unconfirmedDeletion(database: FieldworkDatabase, waveId: string): Unconfirmed | null {
  if (database.waves.wave(waveId)?.status !== 'planned') return null;
  const files = database.frames.framesOfWave(waveId);
  const people = files.reduce((sum, { frameId }) => sum + database.frames.unitCount(frameId), 0);
  return { reason: 'delete-unconfirmed', detail: { files: files.length, people } };
}

/** Asks the person at the terminal; absent where a script runs the command, which has nobody to ask. */
export type Terminal = ((question: string) => Promise<string>) | null;

export function terminalOfProcess(): Terminal {
  if (!process.stdin.isTTY) return null;
  return async (question) => {
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return await lines.question(question);
    } finally {
      lines.close();
    }
  };
}

/** Whether an act goes on: nothing stands against it, a script runs it, or the person at the terminal types the id of the wave. */
export async function isConfirmed(
  { reason, detail }: Unconfirmed,
  waveId: string,
  terminal: Terminal,
): Promise<boolean> {
  if (!terminal) return true;
  const numbers = Object.entries(detail).map(([name, value]) => `${name} ${value}`);
  const answer = await terminal(`${refusals[reason]} [${numbers.join(', ')}]\nType ${waveId} to go on: `);
  return answer.trim() === waveId;
}
