import { z } from 'zod';
import { city } from '#city/city.ts';
import { type ChecklistStep, nextStep } from '#core/camera/checklist.ts';
import { dayIn } from '#core/fieldwork/wave-time.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { CityAct } from '../interventions/city-act.ts';
import { overtaken } from './edit-proposal.server.ts';
import type { Overtaken } from './overtaken.ts';
import { recordAct } from './proposal-acts.server.ts';
import { isConfirmed } from './proposal-steps.server.ts';

export type EndRefusal =
  | 'unknown-proposal'
  | 'ended'
  | 'unfinished'
  | 'no-ending'
  | 'too-long'
  | 'bad-day'
  | 'future-day'
  | 'day-before-proposal';

const longestEnding = 4000;

/**
 * Ends a proposal: decided, after its whole checklist, or given up. Both are final; another proposal may
 * correct a decision. `waits` says which step a decision still waits for.
 */
export function endProposal(
  database: ResultsDatabase,
  { proposalId, revision }: { proposalId: string; revision: number },
  { status, ending, endedOn }: { status: 'decided' | 'dropped'; ending: string; endedOn: string },
  act: CityAct,
): { ok: true } | { ok: false; reason: EndRefusal; waits?: ChecklistStep } | Overtaken {
  return database.transact(() => {
    const proposal = database.cameraProposals.proposal(proposalId);
    if (!proposal) return { ok: false, reason: 'unknown-proposal' };
    if (proposal.status !== 'open') return { ok: false, reason: 'ended' };
    if (proposal.revision !== revision) return overtaken(proposal);
    const steps = database.cameraProposals.stepsOf(proposalId);
    const waits = nextStep((step) => isConfirmed(steps, step));
    if (status === 'decided' && waits !== null) return { ok: false, reason: 'unfinished', waits };
    const told = ending.trim();
    if (told === '') return { ok: false, reason: 'no-ending' };
    if (told.length > longestEnding) return { ok: false, reason: 'too-long' };
    if (!z.iso.date().safeParse(endedOn).success) return { ok: false, reason: 'bad-day' };
    if (endedOn > dayIn(act.now, city.timeZone)) return { ok: false, reason: 'future-day' };
    if (endedOn < proposal.proposedOn) return { ok: false, reason: 'day-before-proposal' };
    database.cameraProposals.change(proposalId, {
      status,
      ending: told,
      endedOn,
      endedByName: act.name,
      editedAt: act.now,
      editedByName: act.name,
    });
    recordAct(database, proposalId, status, { ending: told, endedOn }, act);
    return { ok: true };
  });
}
