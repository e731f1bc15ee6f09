import { type ChecklistStep, nextStep, positionOf } from '#core/camera/checklist.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { CityAct } from '../interventions/city-act.ts';
import { type ConsultationRefusal, sendConsultation } from '../interventions/consult.server.ts';
import { overtaken } from './edit-proposal.server.ts';
import type { Overtaken } from './overtaken.ts';
import { isConfirmed } from './proposal-steps.server.ts';

export type AskRefusal = 'unknown-proposal' | 'ended' | 'asked-too-early' | ConsultationRefusal;

/**
 * Puts a proposal to its district council, once all that the council is to read is confirmed; the
 * consultation becomes that of the step. `waits` says which step comes first.
 */
export function askCouncil(
  database: ResultsDatabase,
  { proposalId, revision }: { proposalId: string; revision: number },
  { sentOn, dueOn }: { sentOn: string; dueOn: string },
  act: CityAct,
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
    const { title, district, proposedOn } = proposal;
    const sent = sendConsultation(
      database,
      { subject: 'camera-proposal', subjectId: proposalId, title, district, proposedOn, sentOn, dueOn },
      act,
    );
    if (!sent.ok) return { ok: false, reason: sent.reason };
    const { consultationId } = sent;
    const edited = { editedAt: act.now, editedByName: act.name };
    database.cameraProposals.changeStep(proposalId, positionOf('council'), { consultationId, ...edited });
    database.cameraProposals.change(proposalId, edited);
    return { ok: true, consultationId };
  });
}
