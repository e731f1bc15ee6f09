import { z } from 'zod';
import { city } from '#city/city.ts';
import { type ChecklistStep, nextStep, positionOf } from '#core/camera/checklist.ts';
import { dayIn } from '#core/fieldwork/wave-time.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { CameraAct, Overtaken } from './camera-act.ts';
import { overtaken } from './edit-proposal.server.ts';
import { isConfirmed } from './proposal-steps.server.ts';

export type AskRefusal =
  | 'unknown-proposal'
  | 'ended'
  | 'asked-too-early'
  | 'bad-day'
  | 'sent-before-proposal'
  | 'future-day'
  | 'due-before-sent';

/**
 * Puts a proposal to its district council, once all that the council is to read is confirmed; the
 * consultation becomes that of the step. `waits` says which step comes first.
 */
export function askCouncil(
  database: ResultsDatabase,
  { proposalId, revision }: { proposalId: string; revision: number },
  { sentOn, dueOn }: { sentOn: string; dueOn: string },
  act: CameraAct,
):
  | { ok: true; consultationId: string }
  | { ok: false; reason: AskRefusal; waits?: ChecklistStep }
  | Overtaken {
  return database.transact(() => {
    const proposal = database.cameraProposals.proposal(proposalId);
    if (!proposal) return { ok: false, reason: 'unknown-proposal' };
    if (proposal.status !== 'open') return { ok: false, reason: 'ended' };
    const steps = database.cameraProposals.stepsOf(proposalId);
    const waits = nextStep((step) => isConfirmed(steps, step));
    if (waits !== 'council') {
      return { ok: false, reason: 'asked-too-early', ...(waits === null ? {} : { waits }) };
    }
    if (proposal.revision !== revision) return overtaken(proposal);
    const isDay = (text: string) => z.iso.date().safeParse(text).success;
    if (!isDay(sentOn) || !isDay(dueOn)) return { ok: false, reason: 'bad-day' };
    if (sentOn < proposal.proposedOn) return { ok: false, reason: 'sent-before-proposal' };
    if (sentOn > dayIn(act.now, city.timeZone)) return { ok: false, reason: 'future-day' };
    if (dueOn < sentOn) return { ok: false, reason: 'due-before-sent' };
    const { title, district, proposedOn } = proposal;
    const consultationId = act.randomBytes(8).toString('hex');
    database.consultations.add({
      consultationId,
      subject: 'camera-proposal',
      subjectId: proposalId,
      title,
      district,
      proposedOn,
      sentOn,
      dueOn,
      sentAt: act.now,
      sentBy: act.actor,
      sentByName: act.name,
      opinion: null,
      opinionText: null,
      resolutionNumber: null,
      givenOn: null,
      givenAt: null,
      givenBy: null,
      givenByName: null,
    });
    const edited = { editedAt: act.now, editedByName: act.name };
    database.cameraProposals.changeStep(proposalId, positionOf('council'), { consultationId, ...edited });
    database.cameraProposals.change(proposalId, edited);
    database.interventions.record({
      subject: 'camera-proposal',
      subjectId: proposalId,
      at: act.now,
      actor: act.actor,
      actorName: act.name,
      act: 'consultation-sent',
      detail: { district, sentOn, dueOn },
    });
    return { ok: true, consultationId };
  });
}
