import type { Action } from '../../../use-cases/results/interventions/actions-for.server.ts';
import { ActionLine } from './action-line.tsx';

/** Where interventions are told in the reader's area, and where one is planned, if the reader may. */
export interface ActLinks {
  paths: { intervention(interventionId: string): string };
  plan?: ((start: { district: string }) => string) | undefined;
}

interface DistrictActionsProps {
  district: number;
  actions: readonly Action[];
  acts: ActLinks;
}

/** What is being done in a district. */
export function DistrictActions({ district, actions, acts }: DistrictActionsProps) {
  return (
    <ActionLine actions={actions} paths={acts.paths} plan={acts.plan?.({ district: String(district) })} />
  );
}
