import type { InterventionStatus } from './intervention.ts';

/** When an intervention really began and ended, by its steps; days `YYYY-MM-DD`, null where it has not. */
export interface InterventionCourse {
  beganOn: string | null;
  /** Done, or dropped. */
  endedOn: string | null;
}

/** The course that steps tell, in any order. */
export function courseOfSteps(
  steps: readonly { status: InterventionStatus; stepOn: string }[],
): InterventionCourse {
  const dayOf = (...wanted: InterventionStatus[]) =>
    steps.find(({ status }) => wanted.includes(status))?.stepOn ?? null;
  return { beganOn: dayOf('under-way'), endedOn: dayOf('done', 'dropped') };
}
