import { randomBytes } from 'node:crypto';
import { type Completeness, completenessOf, endingOf } from '#core/fieldwork/completeness.ts';
import { dayIn } from '#core/fieldwork/wave-time.ts';
import { judgeAll } from '#core/questionnaire/interview/judge.ts';
import { screenedOut } from '#core/questionnaire/interview/routing.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';
import { keyedHash, seal } from '../../sealing.server.ts';
import { entryOf, type Outcome, type StaffAct } from '../staff-act.ts';
import { openedDraft } from '../wave/draft.server.ts';
import { questionnaireOf } from '../wave/questionnaire-of-wave.server.ts';
import { packedContent, type ResponseContent, webResponse } from '../wave/response-content.ts';
import { lastMoment } from '../wave/wave-moment.ts';

/** Questionnaires that were begun and not sent, as the rule of the wave counts them. */
export interface JudgedDrafts {
  complete: number;
  partial: number;
  brokeOff: number;
}

export type ClosedWave = Outcome<
  ({ closed: true } & JudgedDrafts) | { closed: false; until: number },
  'unknown-wave' | 'not-open'
>;

/**
 * Closes a wave for good once its grace period is over. Before that, it only ends the fieldwork now: nobody
 * new comes in, who is inside has the grace period left, and the answer says until when. Answers that were
 * not sent count by the rule by which those sent did: from the threshold on they are sealed as a response,
 * below it the case broke off and its draft goes. So do answers of a code that was replaced, which nobody has
 * claimed since. All of it, what the wave's state says included, is one transaction: another process may
 * close and freeze the wave meanwhile.
 */
export function closeWave(
  database: FieldworkDatabase,
  waveId: string,
  act: StaffAct & { secret: Buffer },
): ClosedWave {
  return database.transact(() => closeNow(database, waveId, act));
}

function closeNow(
  database: FieldworkDatabase,
  waveId: string,
  act: StaffAct & { secret: Buffer },
): ClosedWave {
  const wave = database.waves.wave(waveId);
  if (!wave) return { ok: false, reason: 'unknown-wave' };
  if (wave.status !== 'open') return { ok: false, reason: 'not-open' };
  const closesAt = Math.min(wave.closesAt, Math.max(act.now, wave.opensAt + 1));
  const ending = { ...wave, closesAt };
  if (act.now < lastMoment(ending)) {
    if (closesAt < wave.closesAt) {
      database.waves.updateWave(waveId, { closesAt });
      database.audit.record(entryOf(act, 'fieldwork-ended', waveId, { plannedEnd: wave.plannedClosesAt }));
    }
    return { ok: true, closed: false, until: lastMoment(ending) };
  }

  const questionnaire = questionnaireOf(database, wave);
  const counts: JudgedDrafts = { complete: 0, partial: 0, brokeOff: 0 };
  const today = dayIn(act.now, wave.timeZone);
  const end = (caseId: string, ending: (typeof endingOf)[Completeness]) => {
    database.residents.setCaseStatus(caseId, ending);
    database.residents.recordEvent(caseId, ending, today);
  };
  for (const draft of database.closing.unsentDrafts(waveId)) {
    if (draft.status !== 'started') continue;
    const content = draft.codeStatus === 'active' ? judgedContent(questionnaire, ending, draft, act) : null;
    const judged = content?.completeness ?? 'broke-off';
    counts[countOf[judged]] += 1;
    if (content) {
      database.sealedResponses.add({
        waveId,
        receiptHash: keyedHash(act.secret, 'receipt', randomBytes(16).toString('hex')),
        sealed: seal(wave.publicKey, packedContent(questionnaire, content)),
      });
    }
    end(draft.caseId, endingOf[judged]);
  }
  for (const caseId of database.closing.startedCases(waveId)) {
    counts.brokeOff += 1;
    end(caseId, endingOf['broke-off']);
  }
  database.closing.deleteDraftsOfWave(waveId);
  database.closing.endSessionsOfWave(waveId);
  database.waves.updateWave(waveId, { status: 'closed', closesAt, closedAt: act.now });
  const early = closesAt < wave.plannedClosesAt ? { plannedEnd: wave.plannedClosesAt } : {};
  database.audit.record(entryOf(act, 'wave-closed', waveId, { ...counts, ...early }));
  return { ok: true, closed: true, ...counts };
}

const countOf = {
  complete: 'complete',
  partial: 'partial',
  'broke-off': 'brokeOff',
} as const satisfies Record<Completeness, keyof JudgedDrafts>;

/** What a questionnaire that was not sent says, when it says enough. */
function judgedContent(
  questionnaire: ReturnType<typeof questionnaireOf>,
  wave: WaveRow,
  residentCase: { caseId: string; sealed: Buffer; stratum: string; district: number },
  { secret, now }: { secret: Buffer; now: number },
): ResponseContent | null {
  const draft = openedDraft(secret, residentCase.caseId, residentCase.sealed);
  const judged = judgeAll(questionnaire, draft.answers, 'draft');
  if (!judged.ok || screenedOut(questionnaire, judged.answers)) return null;
  const { answers } = judged;
  const completeness = completenessOf(questionnaire, answers, wave);
  if (completeness === 'broke-off') return null;
  const { orderVersion } = draft;
  return webResponse(questionnaire, wave, residentCase, {
    answers,
    orderVersion,
    completeness,
    now,
  });
}
