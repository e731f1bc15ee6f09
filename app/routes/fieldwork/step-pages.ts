import type { WaveStep } from '#core/fieldwork/wave-steps.ts';
import type { StaffRole } from '../../core/staff-roles.ts';
import type { WavePage } from '../../paths/fieldwork.ts';

/** The page of a wave on which each step's act is done. */
export const pageOfStep: Record<WaveStep, WavePage> = {
  plan: 'wave',
  frame: 'frame',
  draw: 'draw',
  codes: 'codes',
  fieldwork: 'open',
  close: 'close',
  freeze: 'freeze',
  weight: 'weight',
  publish: 'publish',
  destroy: 'destroy',
};

const manager: readonly StaffRole[] = ['manager'];

/** Who may do it: people's data are the manager's; weighting also the analyst's. */
export const actorsOfStep: Record<WaveStep, readonly StaffRole[]> = {
  plan: manager,
  frame: manager,
  draw: manager,
  codes: manager,
  fieldwork: manager,
  close: manager,
  freeze: manager,
  weight: ['manager', 'firm-analyst'],
  publish: manager,
  destroy: manager,
};
