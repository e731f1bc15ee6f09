import { createInterface } from 'node:readline/promises';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { lastMoment } from '../use-cases/wave/wave-moment.ts';
import { instantIn, refuse } from './ending.ts';
import { type Refusal, refusals } from './refusals.ts';
import { runningCommand } from './surroundings.ts';

/** An act that waits for a word, and its numbers: what `refuse` says. */
export interface Unconfirmed {
  reason: Refusal;
  detail: Record<string, string | number>;
  /** What a script has to name beside the wave. */
  option?: 'early' | 'empty';
}

/** What closing would cut short, or judge and delete; null when it would do neither. */
export function unconfirmedClose(
  database: FieldworkDatabase,
  waveId: string,
  now: number,
): Unconfirmed | null {
  const wave = database.waves.wave(waveId);
  if (wave?.status !== 'open' || now < wave.opensAt) return null;
  const { responses, unsent } = database.waveFigures.ofWave(waveId);
  const plannedEnd = instantIn(wave.plannedClosesAt, wave.timeZone);
  const detail = { plannedEnd, responses, unsent };
  if (now < wave.closesAt) return { reason: 'close-early', detail, option: 'early' };
  return now < lastMoment(wave) ? null : { reason: 'close-unconfirmed', detail };
}

/** What a freeze would open and destroy. */
export function unconfirmedFreeze(database: FieldworkDatabase, waveId: string): Unconfirmed | null {
  if (database.waves.wave(waveId)?.status !== 'closed') return null;
  const { drawn, responses, activeCodes } = database.waveFigures.ofWave(waveId);
  const detail = { cases: drawn, responses, codes: activeCodes };
  return responses === 0
    ? { reason: 'freeze-empty', detail, option: 'empty' }
    : { reason: 'freeze-unconfirmed', detail };
}

/** What would be published; null when something else stands against it first. */
export function unconfirmedPublication(
  database: FieldworkDatabase,
  waveId: string,
  correction: string | null,
): Unconfirmed | null {
  const status = database.waves.wave(waveId)?.status;
  if (status !== 'weighted' && status !== 'published') return null;
  const replaced = database.analysis.publicationHeads(waveId)[0];
  if (replaced && !correction) return null;
  const responses = database.analysis.responseCount(waveId);
  return {
    reason: 'publish-unconfirmed',
    detail: {
      publication: `${waveId}.${(replaced?.number ?? 0) + 1}`,
      responses,
      ...(replaced && { replaces: replaced.publicationId }),
    },
  };
}

/** Whose letters would become useless; null when something else stands against it first. */
export function unconfirmedRemake(
  database: FieldworkDatabase,
  waveId: string,
  fileId: number,
): Unconfirmed | null {
  if (database.printerFiles.file(fileId)?.waveId !== waveId) return null;
  return { reason: 'remake-unconfirmed', detail: { codes: database.codes.untouchedOfFile(fileId).length } };
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

export function terminalOfCommand(): Terminal {
  const { input, errors } = runningCommand();
  if (!input.isTTY) return null;
  return async (question) => {
    const lines = createInterface({ input, output: errors });
    try {
      return await lines.question(question);
    } finally {
      lines.close();
    }
  };
}

/** How the wave is said by name. */
export const yesOption = [
  '--yes <wave>',
  'the wave again, for it cannot be undone; at a terminal it is asked for',
] as const;

/** What the command line says beforehand: the wave by name, and the option that an act asks for beside it. */
export interface Consent {
  yes?: string;
  early?: boolean;
  empty?: boolean;
}

/**
 * What still stands against an act that cannot be undone; null when it goes on. A script says the wave by
 * name, and a person at the terminal may type it instead; a name that is another wave's stops both.
 */
export async function withoutConsent(
  unconfirmed: Unconfirmed | null,
  waveId: string,
  consent: Consent,
  terminal: Terminal,
): Promise<Unconfirmed | null> {
  if (!unconfirmed) return null;
  const { reason, detail, option } = unconfirmed;
  if (consent.yes !== undefined && consent.yes !== waveId) {
    return { reason: 'another-wave-named', detail: { wave: waveId } };
  }
  if (consent.yes === waveId && (!option || consent[option])) return null;
  if (!terminal) return unconfirmed;
  const numbers = Object.entries(detail).map(([name, value]) => `${name} ${value}`);
  const answer = await terminal(`${refusals[reason]} [${numbers.join(', ')}]\nType ${waveId} to go on: `);
  return answer.trim() === waveId ? null : unconfirmed;
}

/** Whether an act that cannot be undone goes on; when not, the command ends with what stands against it. */
export async function goesOn(
  unconfirmed: Unconfirmed | null,
  waveId: string,
  consent: Consent,
): Promise<boolean> {
  const refused = await withoutConsent(unconfirmed, waveId, consent, terminalOfCommand());
  if (refused) refuse(refused);
  return refused === null;
}
