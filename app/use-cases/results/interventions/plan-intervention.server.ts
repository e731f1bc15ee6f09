import {
  type InterventionPlan,
  type PlanFault,
  type PlanField,
  type PlanText,
  planFields,
  planText,
  readPlan,
} from '#core/intervention/plan.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { InterventionRow } from '#db/results/queries/interventions.ts';
import { planChoices } from './areas.server.ts';
import { type ChangedMeanwhile, type CityAct, dayOfAct, lastActOn, recordAct } from './city-act.ts';
import { isDecidingFlag, wavesOfFlag } from './plan-start.server.ts';

/** What was typed cannot be kept: all that is wrong with it. */
interface Faulty {
  ok: false;
  reason: 'faults';
  faults: PlanFault[];
}

/** Somebody else saved since the form was opened: their text, to stand beside the one that was not saved. */
interface Conflict {
  ok: false;
  reason: 'changed-meanwhile';
  meanwhile: ChangedMeanwhile;
  theirs: PlanText;
  revision: number;
}

/** A named flag that no publication has is not kept: the form begins anew without it. */
export type PlanAnswer =
  | { ok: true; interventionId: string }
  | Faulty
  | { ok: false; reason: 'flag-unknown' };
export type ChangeAnswer =
  | { ok: true; changed: PlanField[] }
  | Faulty
  | Conflict
  | { ok: false; reason: 'intervention-unknown' | 'frozen'; fields: PlanField[] };

/** Proposes an intervention; its id is the year and a number that counts on within it. */
export function planIntervention(
  database: ResultsDatabase,
  { typed, flag, synthetic = false }: { typed: PlanText; flag: string | null; synthetic?: boolean },
  act: CityAct,
): PlanAnswer {
  const proposedOn = dayOfAct(act);
  return database.transact((): PlanAnswer => {
    const read = readPlan(typed, planChoices(database));
    if (!read.ok) return { ok: false, reason: 'faults', faults: read.faults };
    if (flag !== null && !isDecidingFlag(database, flag)) return { ok: false, reason: 'flag-unknown' };
    const interventionId = nextId(database, proposedOn.slice(0, 4));
    database.interventions.add({
      interventionId,
      revision: 1,
      ...read.plan,
      proposedOn,
      flag,
      flagWaves: flag === null ? '' : wavesOfFlag(database, flag).join(' '),
      status: 'proposed',
      decidedOn: null,
      synthetic,
    });
    database.interventions.addStep({
      interventionId,
      position: 1,
      status: 'proposed',
      stepOn: proposedOn,
      reason: '',
      at: act.now,
      actor: act.actor,
      actorName: act.name,
    });
    recordAct(database, act, {
      subject: 'intervention',
      subjectId: interventionId,
      act: 'intervention-proposed',
      detail: { ...textOf(read.plan), flag },
    });
    return { ok: true, interventionId };
  });
}

/**
 * Changes an intervention, whole or not at all. `revision` is the one that the form began from: when somebody
 * saved since, nothing is kept and both texts are handed back.
 */
export function changeIntervention(
  database: ResultsDatabase,
  { interventionId, revision, typed }: { interventionId: string; revision: number; typed: PlanText },
  act: CityAct,
): ChangeAnswer {
  return database.transact((): ChangeAnswer => {
    const row = database.interventions.intervention(interventionId);
    if (!row) return { ok: false, reason: 'intervention-unknown', fields: [] };
    const before = textOf(row);
    if (row.revision !== revision) {
      const meanwhile = lastActOn(database, interventionId);
      return { ok: false, reason: 'changed-meanwhile', meanwhile, theirs: before, revision: row.revision };
    }
    const read = readPlan(typed, planChoices(database, ownArea(row)));
    if (!read.ok) return { ok: false, reason: 'faults', faults: read.faults };
    const after = textOf(read.plan);
    const changed = planFields.filter((field) => before[field] !== after[field]);
    if (changed.length === 0) return { ok: true, changed };
    const kept = frozenFields(database, row, read.plan).filter((field) => changed.includes(field));
    if (kept.length > 0) return { ok: false, reason: 'frozen', fields: kept };
    database.interventions.change(interventionId, revision, read.plan);
    recordAct(database, act, {
      subject: 'intervention',
      subjectId: interventionId,
      act: 'intervention-changed',
      detail: Object.fromEntries(changed.map((field) => [field, { from: before[field], to: after[field] }])),
    });
    return { ok: true, changed };
  });
}

/** A kept intervention as its form shows it. */
export function textOf(plan: InterventionPlan): PlanText {
  return planText(plan, districtKey);
}

/** The area that an intervention has, as one that may be chosen. */
export function ownArea(row: InterventionRow) {
  const { district, placeId, placeName, aimIndicator } = row;
  const area = placeId ?? districtKey(district ?? 0);
  return { area, district, placeId, placeName, aim: aimIndicator };
}

/**
 * What the frozen comparison holds fast: where and what for; and when it begins, once a wave that ended after
 * it is known. The database holds the same.
 */
function frozenFields(database: ResultsDatabase, row: InterventionRow, plan: InterventionPlan): PlanField[] {
  if (!database.interventions.freezeOf(row.interventionId)) return chosenAgainst(database, row, plan);
  const [first = row.startsOn] = [plan.startsOn, row.startsOn].sort();
  return ['where', 'aimIndicator', 'aimSize', ...(resultSince(database, first) ? ['startsOn' as const] : [])];
}

/** Before the freeze only the area is held: it must not move into its own comparison. */
function chosenAgainst(database: ResultsDatabase, row: InterventionRow, plan: InterventionPlan): PlanField[] {
  const comparison = database.interventions.comparisonOf(row.interventionId);
  const own = [plan.placeId, plan.district === null ? null : districtKey(plan.district)];
  return comparison.some(({ area }) => own.includes(area)) ? ['where'] : [];
}

/**
 * The first publication of a wave whose fieldwork ended on or after a day: its result may show the effect.
 */
export function resultSince(
  database: ResultsDatabase,
  day: string,
): { publicationId: string; waveId: string } | null {
  const known = database.publications.heads().filter(({ wave }) => wave.fieldworkTo >= day);
  return known.at(-1) ?? null;
}

function nextId(database: ResultsDatabase, year: string): string {
  const numbers = database.interventions
    .all()
    .filter(({ interventionId }) => interventionId.startsWith(`${year}-`))
    .map(({ interventionId }) => Number(interventionId.slice(5)));
  return `${year}-${String(numbers.reduce((last, number) => Math.max(last, number), 0) + 1).padStart(2, '0')}`;
}
