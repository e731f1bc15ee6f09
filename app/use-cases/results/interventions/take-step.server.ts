import { type InterventionStatus, nextStatuses } from '#core/intervention/intervention.ts';
import { isDay } from '#core/intervention/plan.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { InterventionRow } from '#db/results/queries/interventions.ts';
import { type ChangedMeanwhile, type CityAct, dayOfAct, lastActOn, recordAct } from './city-act.ts';

export interface WantedStep {
  interventionId: string;
  /** The revision that the form began from. */
  revision: number;
  status: string;
  /** The day on which it was so, `YYYY-MM-DD`. */
  stepOn: string;
  reason: string;
}

export type StepRefusal =
  | 'intervention-unknown'
  | 'step-not-next'
  | 'step-day-unreadable'
  | 'step-before-last'
  | 'step-in-future'
  | 'reason-missing'
  | 'council-not-asked'
  | 'council-awaited';

export type StepAnswer =
  | { ok: true; status: InterventionStatus }
  | { ok: false; reason: StepRefusal }
  | { ok: false; reason: 'changed-meanwhile'; meanwhile: ChangedMeanwhile };

/** Takes an intervention a step on: consulted, decided, under way, done, or dropped for a reason. */
export function takeStep(database: ResultsDatabase, wanted: WantedStep, act: CityAct): StepAnswer {
  const { interventionId, revision, stepOn } = wanted;
  return database.transact((): StepAnswer => {
    const row = database.interventions.intervention(interventionId);
    if (!row) return { ok: false, reason: 'intervention-unknown' };
    if (row.revision !== revision) {
      return { ok: false, reason: 'changed-meanwhile', meanwhile: lastActOn(database, interventionId) };
    }
    const status = nextStatuses(row.status).find((next) => next === wanted.status);
    if (!status) return { ok: false, reason: 'step-not-next' };
    const refusal =
      dayRefusal(database, row, stepOn, dayOfAct(act)) ?? ownRefusal(database, row, status, wanted);
    if (refusal) return { ok: false, reason: refusal };
    const reason = wanted.reason.trim().slice(0, 1000);
    database.interventions.change(interventionId, revision, {});
    const position = database.interventions.stepsOf(interventionId).length + 1;
    database.interventions.addStep({
      interventionId,
      position,
      status,
      stepOn,
      reason,
      at: act.now,
      actor: act.actor,
      actorName: act.name,
    });
    recordAct(database, act, {
      subject: 'intervention',
      subjectId: interventionId,
      act: 'step-taken',
      detail: { status: { from: row.status, to: status }, stepOn, reason },
    });
    return { ok: true, status };
  });
}

function dayRefusal(
  database: ResultsDatabase,
  { interventionId }: InterventionRow,
  stepOn: string,
  today: string,
): StepRefusal | null {
  if (!isDay(stepOn)) return 'step-day-unreadable';
  if (stepOn > today) return 'step-in-future';
  const last = database.interventions.stepsOf(interventionId).at(-1);
  return last && stepOn < last.stepOn ? 'step-before-last' : null;
}

/** Consulted is what every council asked has answered, or let its day pass; dropped is what has a reason. */
function ownRefusal(
  database: ResultsDatabase,
  { interventionId }: InterventionRow,
  status: InterventionStatus,
  { reason, stepOn }: WantedStep,
): StepRefusal | null {
  if (status === 'dropped' && reason.trim() === '') return 'reason-missing';
  if (status !== 'consulted') return null;
  const asked = database.consultations.of('intervention', interventionId);
  if (asked.length === 0) return 'council-not-asked';
  const isAwaited = asked.some(
    ({ givenOn, dueOn }) => !(givenOn !== null && givenOn <= stepOn) && dueOn >= stepOn,
  );
  return isAwaited ? 'council-awaited' : null;
}
