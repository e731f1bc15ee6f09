import { city } from '#city/city.ts';
import { dayIn } from '#core/fieldwork/wave-time.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { InterventionAct } from '#db/results/queries/interventions.ts';

/** Who of city hall acts, by the name that the history will show, and when. */
export interface CityAct {
  /** Id of the staff user. */
  actor: string;
  name: string;
  /** Milliseconds since 1970. */
  now: number;
  /** Unpredictable bytes, or seeded ones in a test or demonstration. */
  randomBytes(size: number): Buffer;
}

/** What an act answers: its outcome, or a code that says why nothing was changed. */
export type Outcome<Done, Reason extends string> =
  | ({ ok: true } & Done)
  | { ok: false; reason: Reason; detail?: Record<string, string | number> };

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
