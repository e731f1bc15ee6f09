import { type ChecklistStep, checklistSteps, type ProposalStatus } from '#core/camera/checklist.ts';
import type { ResultsDatabase } from '#db/results/database.ts';

/** A proposal in the list. */
export interface ListedProposal {
  proposalId: string;
  title: string;
  district: number;
  placeName: string;
  cameras: number;
  responsible: string;
  proposedOn: string;
  status: ProposalStatus;
  endedOn: string | null;
  synthetic: boolean;
  /** Steps that are confirmed, from the first. */
  confirmed: number;
  /** Where it has stopped; null when the checklist is whole. */
  waitsFor: ChecklistStep | null;
}

/** Every proposal, the newest first, with how far its checklist is. */
export function listedProposals(database: ResultsDatabase): ListedProposal[] {
  const confirmed = database.cameraProposals.confirmedSteps();
  return database.cameraProposals.all().map((proposal) => {
    const { proposalId, title, district, placeName, cameras, responsible } = proposal;
    const { proposedOn, status, endedOn, synthetic } = proposal;
    const done = confirmed.get(proposalId) ?? 0;
    return {
      proposalId,
      title,
      district,
      placeName,
      cameras,
      responsible,
      proposedOn,
      status,
      endedOn,
      synthetic,
      confirmed: done,
      waitsFor: checklistSteps[done] ?? null,
    };
  });
}
