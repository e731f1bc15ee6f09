import type { ResultsDatabase } from '#db/results/database.ts';
import type { CityAct } from '../interventions/city-act.ts';

/** What can be done to a proposal; each is kept with who did it and what it changed. */
export type ProposalAct =
  | 'proposed'
  | 'edited'
  | 'step-saved'
  | 'step-confirmed'
  | 'step-taken-back'
  | 'decided'
  | 'dropped';

/** Keeps an act. Call inside the transaction of what was done. */
export function recordAct(
  database: ResultsDatabase,
  proposalId: string,
  act: ProposalAct,
  detail: Record<string, unknown>,
  { actor, name, now }: CityAct,
): void {
  const subject = 'camera-proposal';
  database.interventions.record({
    subject,
    subjectId: proposalId,
    at: now,
    actor,
    actorName: name,
    act,
    detail,
  });
}
