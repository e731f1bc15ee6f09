import { randomBytes } from 'node:crypto';
import { dayIn } from '#core/fieldwork/wave-time.ts';
import type { Language } from '#core/language.ts';
import { earlierStep } from '#core/questionnaire/lint/platform-names.ts';
import { normaliseAccessCode } from '#core/sampling/access-code.ts';
import type { CaseStatus } from '#db/fieldwork/queries/resident.ts';
import { keyedHash, receiptSeedOf } from '../../sealing.server.ts';
import { doneWithCode, hasAnswered } from '../wave/code-standing.ts';
import { emptyDraft, savedDraft, writeDraft } from '../wave/draft.server.ts';
import { questionnaireOf } from '../wave/questionnaire-of-wave.server.ts';
import type { ResidentContext, ResidentVisit } from '../wave/resident-visit.ts';
import { waveMoment } from '../wave/wave-moment.ts';
import { hasEarlierAnswers } from './earlier-answers.server.ts';
import { sessionEnd, tokenHashOf } from './resident-session.server.ts';

export type StartResult =
  | { ok: true; cookieValue: string; page: string }
  | { ok: false; reason: 'code-missing' }
  /** The check symbol does not fit: a slip of the finger, found without asking the database. */
  | { ok: false; reason: 'code-mistyped' }
  /** Unknown, used, expired, revoked, wave not open: one answer for all. */
  | { ok: false; reason: 'code-not-usable' };

/**
 * Takes the code of the letter and opens a session. Every code whose check symbol fits costs the same: one
 * keyed hash and one look-up, whatever comes of it.
 */
export async function startQuestionnaire(
  { database, secret, now }: ResidentContext,
  { code: typed, language, random }: { code: string; language: Language; random: () => number },
): Promise<StartResult> {
  const reading = normaliseAccessCode(typed);
  if (!reading.ok)
    return { ok: false, reason: reading.reason === 'empty' ? 'code-missing' : 'code-mistyped' };
  const { code } = reading;
  const codeHash = keyedHash(secret, 'access-code', code);
  if (!isUsable(database.residents.accessCode(codeHash), now))
    return { ok: false, reason: 'code-not-usable' };

  const cookieValue = `${randomBytes(32).toString('base64url')}.${receiptSeedOf(secret, code)}`;
  return database.write((): StartResult => {
    const known = database.residents.accessCode(codeHash);
    if (!isUsable(known, now)) return { ok: false, reason: 'code-not-usable' };
    const { case: residentCase, wave } = known;
    const { caseId, waveId } = residentCase;
    const saved = savedDraft(database, secret, caseId);
    const isEarlier = hasEarlierAnswers(saved, codeHash);
    let draft = saved?.codeHash.equals(codeHash) ? saved.draft : null;
    if (!draft && !isEarlier) {
      draft = emptyDraft(questionnaireOf(database, wave), { language, random });
      writeDraft(database, secret, { caseId, waveId, codeHash }, draft);
      database.residents.recordEvent(caseId, 'opened', dayIn(now, wave.timeZone));
    }
    database.residents.endExpiredSessions(now);
    const tokenHash = tokenHashOf(secret, cookieValue);
    database.residents.addSession({ tokenHash, caseId, waveId, codeHash, expiresAt: sessionEnd(now) });
    return { ok: true, cookieValue, page: draft?.page ?? earlierStep };
  });
}

/**
 * Whether this very code was used for the answers that the visit has sent, whose receipt its session shows
 * anyway.
 */
export function hasSentWith(
  { secret }: ResidentContext,
  visit: ResidentVisit | null,
  typed: string,
): boolean {
  const reading = normaliseAccessCode(typed);
  if (!reading.ok || !visit || !hasAnswered(visit.case)) return false;
  return visit.receiptSeed === receiptSeedOf(secret, reading.code);
}

type KnownCode = NonNullable<ReturnType<ResidentContext['database']['residents']['accessCode']>>;

/** Whose answers are begun and not sent. */
const begun: readonly CaseStatus[] = ['started', 'screened-out'];

function isUsable(known: KnownCode | undefined, now: number): known is KnownCode {
  if (known?.codeStatus !== 'active' || doneWithCode.includes(known.case.status)) return false;
  const moment = waveMoment(known.wave, now);
  // Who has begun was told that the code brings them back, and in the grace period they may finish.
  return moment === 'open' || (moment === 'grace' && begun.includes(known.case.status));
}
