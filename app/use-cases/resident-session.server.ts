import type { Questionnaire } from '#core/questionnaire/definition.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { CaseRow } from '#db/fieldwork/queries/resident.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';
import { keyedHash, receiptFor } from '../sealing.server.ts';
import { lastMoment, type WaveMoment, waveMoment } from './wave-moment.ts';

/** What every resident use case works with; the instant is the request's. */
export interface ResidentContext {
  database: FieldworkDatabase;
  secret: Buffer;
  now: number;
}

/** A resident inside: whose case, which wave, and what their session remembers of the code. */
export interface ResidentVisit {
  case: CaseRow;
  wave: WaveRow;
  moment: WaveMoment;
  receiptSeed: string;
  /** Hash of the code that was typed. */
  codeHash: Buffer;
  tokenHash: Buffer;
}

/** More than twenty hours, so that nobody needs a warning before it ends (WCAG 2.2, criterion 2.2.1). */
const sessionHours = 24;

/** Full hours only: the minute of a start is nobody's business. */
export function sessionEnd(now: number): number {
  const hour = 3_600_000;
  return (Math.ceil(now / hour) + sessionHours) * hour;
}

export function tokenHashOf(secret: Buffer, cookieValue: string): Buffer {
  return keyedHash(secret, 'session', cookieValue);
}

/**
 * The visit that a session cookie stands for; null when there is none (any more). The cookie is `token.receiptSeed`; its
 * hash covers both, so that a changed seed is a session that never was.
 */
export function findVisit(
  { database, secret, now }: ResidentContext,
  cookieValue: string | null,
): ResidentVisit | null {
  const receiptSeed = cookieValue?.split('.')[1];
  if (!cookieValue || !receiptSeed) return null;
  const tokenHash = tokenHashOf(secret, cookieValue);
  const session = database.residents.session(tokenHash);
  if (!session || session.expiresAt <= now) return null;
  const codeHash = Buffer.from(session.codeHash);
  const residentCase = database.residents.case(session.caseId);
  const wave = database.waves.wave(session.waveId);
  if (!residentCase || !wave) return null;
  return { case: residentCase, wave, moment: waveMoment(wave, now), receiptSeed, codeHash, tokenHash };
}

export function endVisit({ database }: ResidentContext, { tokenHash }: ResidentVisit): Promise<void> {
  return database.write(() => database.residents.endSession(tokenHash));
}

export function isInside({ moment }: ResidentVisit): boolean {
  return moment === 'open' || moment === 'grace';
}

/** Until when someone inside may still finish, when the wave has ended meanwhile; null while it goes on. */
export function graceEnd({ moment, wave }: ResidentVisit): number | null {
  return moment === 'grace' ? lastMoment(wave) : null;
}

export function receiptOf({ secret }: ResidentContext, { wave, receiptSeed }: ResidentVisit): string {
  return receiptFor(secret, wave.waveId, receiptSeed);
}

const questionnaires = new Map<string, Questionnaire>();

/** The frozen version that a wave asks; parsed once. */
export function questionnaireOf(
  database: FieldworkDatabase,
  wave: Pick<WaveRow, 'waveId' | 'questionnaireVersion'>,
): Questionnaire {
  const sha256 = database.waves.questionnaireDigest(wave.questionnaireVersion) ?? '';
  let questionnaire = questionnaires.get(sha256);
  if (!questionnaire) {
    const row = database.waves.questionnaire(wave.questionnaireVersion);
    if (!row)
      throw new Error(`the wave ${wave.waveId} names the unknown questionnaire ${wave.questionnaireVersion}`);
    questionnaire = JSON.parse(row.definition) as Questionnaire;
    questionnaires.set(sha256, questionnaire);
  }
  return questionnaire;
}
