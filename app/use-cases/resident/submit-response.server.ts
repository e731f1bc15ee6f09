import { completenessOf, endingOf } from '#core/fieldwork/completeness.ts';
import { dayIn } from '#core/fieldwork/wave-time.ts';
import { judgeAll } from '#core/questionnaire/interview/judge.ts';
import { firstUnansweredPage, screenedOut } from '#core/questionnaire/interview/routing.ts';
import { keyedHash, seal } from '../../sealing.server.ts';
import { hasAnswered } from '../wave/code-standing.ts';
import { type Draft, openedDraft } from '../wave/draft.server.ts';
import { questionnaireOf } from '../wave/questionnaire-of-wave.server.ts';
import type { ResidentContext, ResidentVisit } from '../wave/resident-visit.ts';
import { packedContent, type ResponseContent, webResponse } from '../wave/response-content.ts';
import { isInside, receiptOf } from './resident-session.server.ts';

export type SubmitResult =
  | { ok: true; receipt: string; repeated: boolean }
  | { ok: false; reason: 'wave-closed' }
  | { ok: false; reason: 'screened-out' }
  /** A required answer is missing, on this page. */
  | { ok: false; reason: 'not-complete'; page: string };

/**
 * Sends the answers: the rule of the wave says what the case ended as, the draft is deleted and the sealed
 * response added, in one transaction. Answers below the rule's threshold are sealed too: their receipt is as
 * good as any other until the freeze. Whoever sends again, by a double click or from another window, gets the
 * same receipt and changes nothing.
 */
export async function submitResponse(context: ResidentContext, visit: ResidentVisit): Promise<SubmitResult> {
  const { database, secret, now } = context;
  const { caseId } = visit.case;
  const { waveId } = visit.wave;
  const receipt = receiptOf(context, visit);
  for (;;) {
    if (isSent(context, visit)) return { ok: true, receipt, repeated: true };
    if (!isInside(visit)) return { ok: false, reason: 'wave-closed' };
    const saved = database.residents.draft(caseId);
    // The wave was closed while this request was on its way, or these are the answers of another code.
    if (!saved || !visit.codeHash.equals(saved.codeHash)) return { ok: false, reason: 'wave-closed' };
    const sealedDraft = saved.sealed;

    // Judged and sealed before the transaction, which many residents share; it checks that the draft is still
    // this one.
    const draft = openedDraft(secret, caseId, sealedDraft);
    const content = contentOf(context, visit, draft);
    if (!content.ok) return content;
    const sealed = seal(
      visit.wave.publicKey,
      packedContent(questionnaireOf(database, visit.wave), content.content),
    );
    const done = await database.write((): SubmitResult | 'draft-changed' => {
      if (isSent(context, visit)) return { ok: true, receipt, repeated: true };
      if (!database.residents.sealedDraft(caseId)?.equals(sealedDraft)) return 'draft-changed';
      const ending = endingOf[content.content.completeness];
      database.residents.setCaseStatus(caseId, ending);
      database.residents.recordEvent(caseId, ending, dayIn(now, visit.wave.timeZone));
      database.residents.deleteDraft(caseId);
      database.sealedResponses.add({
        waveId,
        receiptHash: keyedHash(secret, 'receipt', receipt),
        sealed,
      });
      return { ok: true, receipt, repeated: false };
    });
    if (done !== 'draft-changed') return done;
  }
}

/** Whether this visit's answers are in. In a closed wave answers may be judged that nobody has sent. */
export function isSent({ database }: ResidentContext, visit: ResidentVisit): boolean {
  const current = database.residents.case(visit.case.caseId);
  return (
    current !== undefined && hasAnswered(current) && database.waves.wave(visit.wave.waveId)?.status === 'open'
  );
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
  return {
    ok: true,
    content: webResponse(questionnaire, wave, residentCase, {
      answers,
      orderVersion,
      completeness: completenessOf(questionnaire, answers, wave),
      now,
    }),
  };
}
