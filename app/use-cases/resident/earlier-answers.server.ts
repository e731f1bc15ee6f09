import { dayIn } from '#core/fieldwork/wave-time.ts';
import type { Language } from '#core/language.ts';
import { normaliseAccessCode } from '#core/sampling/access-code.ts';
import { keyedHash } from '../../sealing.server.ts';
import { hasAnswered } from '../wave/code-standing.ts';
import { emptyDraft, savedDraft, writeDraft } from '../wave/draft.server.ts';
import { questionnaireOf } from '../wave/questionnaire-of-wave.server.ts';
import type { ResidentContext, ResidentVisit } from '../wave/resident-visit.ts';
import { isInside } from './resident-session.server.ts';

/**
 * Whether answers were begun with another code than this one. A code is replaced because a letter was lost or
 * read by someone else: who holds the new one need not be who answered. Nothing but that they exist is told.
 */
export function hasEarlierAnswers(saved: ReturnType<typeof savedDraft>, codeHash: Buffer): boolean {
  return saved !== null && !saved.codeHash.equals(codeHash) && Object.keys(saved.draft.answers).length > 0;
}

/** Whether a visit has to decide about answers of an earlier code before it goes on. */
export function mustDecide({ database, secret }: ResidentContext, visit: ResidentVisit): boolean {
  const { caseId } = visit.case;
  // Answers of one's own, which most requests are about, need not be opened to know that.
  if (database.residents.draft(caseId)?.codeHash.equals(visit.codeHash)) return false;
  return hasEarlierAnswers(savedDraft(database, secret, caseId), visit.codeHash);
}

export type EarlierAnswers =
  | { ok: true; page: string }
  | { ok: false; reason: 'code-missing' | 'code-mistyped' | 'code-not-earlier' | 'wave-closed' };

/**
 * Opens the earlier answers to whoever knows the code under which they were begun; from then on they belong
 * to the new code.
 */
export async function claimEarlierAnswers(
  context: ResidentContext,
  visit: ResidentVisit,
  typed: string,
): Promise<EarlierAnswers> {
  const { database, secret } = context;
  const reading = normaliseAccessCode(typed);
  if (!reading.ok) {
    return { ok: false, reason: reading.reason === 'empty' ? 'code-missing' : 'code-mistyped' };
  }
  const earlierHash = keyedHash(secret, 'access-code', reading.code);
  return decide(context, visit, ({ draft, codeHash }) => {
    if (!codeHash.equals(earlierHash)) return { ok: false, reason: 'code-not-earlier' };
    const { caseId } = visit.case;
    writeDraft(database, secret, { caseId, waveId: visit.wave.waveId, codeHash: visit.codeHash }, draft);
    return { ok: true, page: draft.page };
  });
}

/** Deletes the earlier answers and begins anew: what was begun with the earlier code never happened. */
export async function discardEarlierAnswers(
  context: ResidentContext,
  visit: ResidentVisit,
  { language, random }: { language: Language; random: () => number },
): Promise<EarlierAnswers> {
  const { database, secret, now } = context;
  return decide(context, visit, () => {
    const { case: residentCase, wave, codeHash } = visit;
    const { caseId } = residentCase;
    const draft = emptyDraft(questionnaireOf(database, wave), { language, random });
    writeDraft(database, secret, { caseId, waveId: wave.waveId, codeHash }, draft);
    for (const kind of ['started', 'screened-out'] as const) database.residents.removeEvents(caseId, kind);
    database.residents.setCaseStatus(caseId, 'invited');
    database.residents.recordEvent(caseId, 'opened', dayIn(now, wave.timeZone));
    return { ok: true, page: draft.page };
  });
}

/** Decides once: whoever comes from a second window finds what was decided in the first. */
function decide(
  { database, secret }: ResidentContext,
  visit: ResidentVisit,
  act: (earlier: NonNullable<ReturnType<typeof savedDraft>>) => EarlierAnswers,
): Promise<EarlierAnswers> {
  return database.write((): EarlierAnswers => {
    const { caseId } = visit.case;
    const current = database.residents.case(caseId);
    const saved = savedDraft(database, secret, caseId);
    if (!current || !saved || hasAnswered(current) || !isInside(visit)) {
      return { ok: false, reason: 'wave-closed' };
    }
    if (!hasEarlierAnswers(saved, visit.codeHash)) return { ok: true, page: saved.draft.page };
    return act(saved);
  });
}
