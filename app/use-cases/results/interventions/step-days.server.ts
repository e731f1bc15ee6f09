import { courseOfSteps, type InterventionCourse } from '#core/intervention/course.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { InterventionStep } from '#db/results/queries/interventions.ts';

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
