import { isDeepStrictEqual } from 'node:util';
import { dayIn } from '#core/fieldwork/wave-time.ts';
import type { Language } from '#core/language.ts';
import type { Answers } from '#core/questionnaire/definition.ts';
import { type AnswerProblem, type JudgeLevel, judgePage } from '#core/questionnaire/interview/judge.ts';
import { screenedOut } from '#core/questionnaire/interview/routing.ts';
import { pagesSeen, stepAfter } from '#core/questionnaire/interview/step-after.ts';
import { reviewStep } from '#core/questionnaire/lint/platform-names.ts';
import { type Draft, readDraft, writeDraft } from '../wave/draft.server.ts';
import { questionnaireOf } from '../wave/questionnaire-of-wave.server.ts';
import type { ResidentContext, ResidentVisit } from '../wave/resident-visit.ts';
import { isInside } from './resident-session.server.ts';
import { isSent } from './submit-response.server.ts';

/** Answers of one page, as a window sends them. */
export interface PageSave {
  page: string;
  /** Values by variable, not judged yet, given the answers so far. */
  submitted: (answersSoFar: Answers) => unknown;
  /** Questions that were on the form: what the answers open beside them has to be shown before moving on. */
  shown: readonly string[];
  go: 'next' | 'back' | 'stay';
  level: JudgeLevel;
  language: Language;
  /**
   * The revision that the window was drawn from, or knowingly overwrites; which window it is, and the number
   * of this save in it.
   */
  revision: number;
  writer: string;
  sequence: number;
}

export type SaveResult =
  | { ok: true; draft: Draft; revealed: string[]; outside: boolean }
  | { ok: false; reason: 'wave-closed' }
  | { ok: false; reason: 'already-submitted' }
  /** Another window or device saved this page in between: nothing was overwritten. */
  | { ok: false; reason: 'stale-revision'; draft: Draft }
  | { ok: false; reason: 'not-accepted'; problems: AnswerProblem[]; draft: Draft };

/** Saves one page's answers; resolves after they are on the disk. What the judge refuses changes nothing. */
export async function saveDraft(
  { database, secret, now }: ResidentContext,
  visit: ResidentVisit,
  save: PageSave,
): Promise<SaveResult> {
  if (!isInside(visit)) return { ok: false, reason: 'wave-closed' };
  const questionnaire = questionnaireOf(database, visit.wave);
  return database.write((): SaveResult => {
    const { caseId } = visit.case;
    const status = database.residents.case(caseId)?.status;
    const before = readDraft({ database, secret }, visit);
    if (isSent({ database, secret, now }, visit)) return { ok: false, reason: 'already-submitted' };
    // The wave was closed, or the code replaced, while this request was on its way.
    if (!before) return { ok: false, reason: 'wave-closed' };

    const last = before.saves[save.page];
    const isOwn = save.writer === last?.writer;
    const unchanged = (): SaveResult => {
      return { ok: true, draft: before, revealed: [], outside: screenedOut(questionnaire, before.answers) };
    };
    if (isOwn && save.sequence < last.sequence) return unchanged();
    if (!isOwn && save.revision < (last?.revision ?? 0)) {
      return { ok: false, reason: 'stale-revision', draft: before };
    }
    const submitted = save.submitted(before.answers);
    const judged = judgePage(questionnaire, save.page, submitted, before.answers, save.level);
    if (!judged.ok) return { ok: false, reason: 'not-accepted', problems: judged.problems, draft: before };

    const { answers } = judged;
    // Sent twice by a double click, unless someone without scripts went back and answered differently; or
    // saved behind Next by scripts that came while the form was on its way: it would bring the resident back
    // to a page that was left.
    const saysNothingNew = save.go === 'stay' && save.language === before.language;
    const isRepeated = isOwn && (save.sequence === last.sequence || saysNothingNew);
    if (isRepeated && isDeepStrictEqual(answers, before.answers)) return unchanged();
    const outside = screenedOut(questionnaire, answers);
    const revealed = judged.revealed.filter((name) => !save.shown.includes(name));
    const stays = outside || (save.go === 'next' && revealed.length > 0);
    const seen = pagesSeen(questionnaire, before, answers, save.page);
    const page = stays ? save.page : stepAfter(questionnaire, { ...before, answers, seen }, save);
    const revision = before.revision + 1;
    const { writer, sequence } = save;
    const draft: Draft = {
      ...before,
      answers,
      page,
      language: save.language,
      revision,
      saves: { ...before.saves, [save.page]: { revision, writer, sequence } },
      seen,
      wasReviewed: before.wasReviewed || page === reviewStep,
    };
    writeDraft(database, secret, { caseId, waveId: visit.wave.waveId, codeHash: visit.codeHash }, draft);
    const screensOut = outside && save.level === 'final';
    const today = dayIn(now, visit.wave.timeZone);
    if (screensOut && status !== 'screened-out') markScreenedOut(database, caseId, today);
    if (!outside && status !== 'started' && Object.keys(answers).length > 0) {
      markStarted(database, caseId, today);
    }
    return { ok: true, draft, revealed, outside };
  });
}

function markScreenedOut({ residents }: ResidentContext['database'], caseId: string, today: string): void {
  residents.setCaseStatus(caseId, 'screened-out');
  residents.recordEvent(caseId, 'screened-out', today);
}

/** A screen-out is taken back when the answer that caused it is corrected. */
function markStarted({ residents }: ResidentContext['database'], caseId: string, today: string): void {
  residents.removeEvents(caseId, 'screened-out');
  residents.setCaseStatus(caseId, 'started');
  residents.recordEvent(caseId, 'started', today);
}
