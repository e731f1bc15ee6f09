import type { ResultsDatabase } from '#db/results/database.ts';
import type { InterventionStep } from '#db/results/queries/interventions.ts';

/** When an intervention really began and ended, by its steps; days `YYYY-MM-DD`, null where it has not. */
export interface InterventionCourse {
  beganOn: string | null;
  /** Done, or dropped. */
  endedOn: string | null;
}

/** The course that steps tell, in any order. */
export function courseOfSteps(
  steps: readonly Pick<InterventionStep, 'status' | 'stepOn'>[],
): InterventionCourse {
  const dayOf = (...wanted: InterventionStep['status'][]) =>
    steps.find(({ status }) => wanted.includes(status))?.stepOn ?? null;
  return { beganOn: dayOf('under-way'), endedOn: dayOf('done', 'dropped') };
}

/** Of every intervention, by its id. */
export function coursesOf(database: ResultsDatabase): ReadonlyMap<string, InterventionCourse> {
  const steps = new Map<string, Pick<InterventionStep, 'status' | 'stepOn'>[]>();
  for (const step of database.interventions.steps()) {
    const own = steps.get(step.interventionId) ?? [];
    own.push(step);
    steps.set(step.interventionId, own);
  }
  return new Map([...steps].map(([interventionId, own]) => [interventionId, courseOfSteps(own)]));
}

/** The course of one of them. */
export function courseOf(
  courses: ReadonlyMap<string, InterventionCourse>,
  interventionId: string,
): InterventionCourse {
  return courses.get(interventionId) ?? { beganOn: null, endedOn: null };
}
