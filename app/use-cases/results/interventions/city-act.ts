import { city } from '#city/city.ts';
import { dayIn } from '#core/fieldwork/wave-time.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { InterventionAct } from '#db/results/queries/interventions.ts';
import type { StaffAct } from '../../staff-act.ts';

/** Who of city hall acts, by the name that the history will show: city hall's database knows no accounts. */
export interface CityAct extends StaffAct {
  name: string;
}

/** Today in the city, `YYYY-MM-DD`. */
export function dayOfAct({ now }: Pick<CityAct, 'now'>): string {
  return dayIn(now, city.timeZone);
}

/** Writes an act into the history of what it was done to. Call inside the transaction of the act. */
export function recordAct(
  database: ResultsDatabase,
  { actor, name, now }: Pick<CityAct, 'actor' | 'name' | 'now'>,
  done: Pick<InterventionAct, 'subject' | 'subjectId' | 'act' | 'detail'>,
): void {
  database.interventions.record({ ...done, at: now, actor, actorName: name });
}

/** Somebody else saved first: who, and when. */
export interface ChangedMeanwhile {
  by: string;
  at: number;
}

/** The last act on an intervention. */
export function lastActOn(database: ResultsDatabase, interventionId: string): ChangedMeanwhile {
  const last = database.interventions.actsOf('intervention', interventionId).at(-1);
  return { by: last?.actorName ?? '', at: last?.at ?? 0 };
}
