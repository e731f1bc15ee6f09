import { randomBytes } from 'node:crypto';
import { dayIn } from '#core/fieldwork/wave-time.ts';
import { judgeAll } from '#core/questionnaire/judge.ts';
import { completeness, firstUnansweredPage, screenedOut } from '#core/questionnaire/routing.ts';
import { keyedHash, openDraft, seal } from '../sealing.server.ts';
import type { Draft } from './draft.server.ts';
import {
  isInside,
  questionnaireOf,
  type ResidentContext,
  type ResidentVisit,
  receiptOf,
} from './resident-session.server.ts';
import { type ResponseContent, webResponse } from './response-content.ts';

export type SubmitResult =
  | { ok: true; receipt: string; repeated: boolean }
  | { ok: false; reason: 'wave-closed' }
  | { ok: false; reason: 'screened-out' }
  /** A required answer is missing, on this page. */
  | { ok: false; reason: 'not-complete'; page: string };

/**
 * Sends the answers: the case is completed, the draft deleted and the sealed response added in one transaction. Whoever
 * sends again, by a double click or from another window, gets the same receipt and changes nothing.
 */
export async function submitResponse(context: ResidentContext, visit: ResidentVisit): Promise<SubmitResult> {
  const { database, secret, now } = context;
  const { caseId } = visit.case;
  const { waveId } = visit.wave;
  const receipt = receiptOf(context, visit);
  for (;;) {
    const status = database.residents.case(caseId)?.status;
    if (status === 'completed') return { ok: true, receipt, repeated: true };
    if (!isInside(visit)) return { ok: false, reason: 'wave-closed' };
    const sealedDraft = database.residents.sealedDraft(caseId);
    // The wave was closed while this request was on its way, and the draft was counted by the wave's rule.
    if (!sealedDraft) return { ok: false, reason: 'wave-closed' };

    // Judged and sealed before the transaction, which many residents share; it checks that the draft is still this one.
    const draft = openDraft(secret, caseId, sealedDraft) as Draft;
    const content = contentOf(context, visit, draft);
    if (!content.ok) return content;
    const sealed = seal(visit.wave.publicKey, content.content);
    const done = await database.write((): SubmitResult | 'draft-changed' => {
      if (database.residents.case(caseId)?.status === 'completed')
        return { ok: true, receipt, repeated: true };
      if (!database.residents.sealedDraft(caseId)?.equals(sealedDraft)) return 'draft-changed';
      database.residents.setCaseStatus(caseId, 'completed');
      database.residents.recordEvent(caseId, 'completed', dayIn(now, visit.wave.timeZone));
      database.residents.deleteDraft(caseId);
      database.sealedResponses.add({
        responseId: randomBytes(16),
        waveId,
        receiptHash: keyedHash(secret, 'receipt', receipt),
        sealed,
      });
      return { ok: true, receipt, repeated: false };
    });
    if (done !== 'draft-changed') return done;
  }
}

type Content = { ok: true; content: ResponseContent } | Exclude<SubmitResult, { ok: true }>;

function contentOf(
  { database, now }: ResidentContext,
  { case: residentCase, wave }: ResidentVisit,
  draft: Draft,
): Content {
  const questionnaire = questionnaireOf(database, wave);
  const judged = judgeAll(questionnaire, draft.answers, 'final');
  if (!judged.ok) {
    return {
      ok: false,
      reason: 'not-complete',
      page: firstUnansweredPage(questionnaire, draft.answers) ?? draft.page,
    };
  }
  if (screenedOut(questionnaire, judged.answers)) return { ok: false, reason: 'screened-out' };
  const { answers } = judged;
  const { orderVersion } = draft;
  const answered = completeness(questionnaire, answers) >= wave.partialThreshold ? 'complete' : 'partial';
  return {
    ok: true,
    content: webResponse(questionnaire, wave, residentCase, {
      answers,
      orderVersion,
      completeness: answered,
      now,
    }),
  };
}
