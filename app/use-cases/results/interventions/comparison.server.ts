import { fewestToCompare } from '#core/effect/comparison.ts';
import { type InterventionArea, placeAim } from '#core/intervention/plan.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { ComparisonArea, InterventionRow } from '#db/results/queries/interventions.ts';
import type { Outcome } from '../../staff-act.ts';
import { interventionAreas } from './areas.server.ts';
import { type ChangedMeanwhile, type CityAct, lastActOn, recordAct } from './city-act.ts';
import { ownArea, resultSince } from './plan-intervention.server.ts';

export type ComparisonRefusal =
  | 'intervention-unknown'
  | 'comparison-frozen'
  | 'comparison-unknown'
  | 'comparison-own'
  | 'comparison-few'
  | 'aim-missing'
  | 'result-known';

export type ComparisonAnswer =
  | Outcome<object, ComparisonRefusal>
  | { ok: false; reason: 'changed-meanwhile'; meanwhile: ChangedMeanwhile };

export interface WantedComparison {
  interventionId: string;
  /** The revision that the form began from. */
  revision: number;
  /** Keys of districts. */
  areas: readonly string[];
  /** Whether the choice is final from now on. */
  freeze: boolean;
}

/**
 * Chooses what an intervention will be compared with, and freezes it: from then on nothing of it changes,
 * and the database writes down which publications were known. After a publication of a wave that ended on or
 * after the first day of the intervention it cannot be frozen any more (invariant 19).
 */
export function putComparison(
  database: ResultsDatabase,
  { interventionId, revision, areas, freeze }: WantedComparison,
  act: CityAct,
): ComparisonAnswer {
  return database.transact((): ComparisonAnswer => {
    const row = database.interventions.intervention(interventionId);
    if (!row) return { ok: false, reason: 'intervention-unknown' };
    if (row.revision !== revision) {
      return { ok: false, reason: 'changed-meanwhile', meanwhile: lastActOn(database, interventionId) };
    }
    const refusal = refused(database, row, areas) ?? (freeze ? freezeRefused(database, row, areas) : null);
    if (refusal) return refusal;
    const before = database.interventions.comparisonOf(interventionId).map(({ area }) => area);
    const chosen = [...new Set(areas)].sort();
    database.interventions.change(interventionId, revision, {});
    const known = interventionAreas(database);
    database.interventions.putComparison(
      interventionId,
      chosen.map((area) => areaOf(area, known)),
    );
    if (freeze) {
      database.interventions.freeze({ interventionId, at: act.now, actor: act.actor, actorName: act.name });
    }
    recordAct(database, act, {
      subject: 'intervention',
      subjectId: interventionId,
      act: freeze ? 'comparison-frozen' : 'comparison-chosen',
      detail: {
        comparison: { from: before.join(' '), to: chosen.join(' ') },
        ...(freeze ? { known: database.interventions.knownAtFreeze(interventionId).join(' ') } : {}),
      },
    });
    return { ok: true };
  });
}

function areaOf(area: string, known: readonly InterventionArea[]): ComparisonArea {
  const name = known.find((one) => one.area === area)?.placeName ?? null;
  return { area, areaKind: name === null ? 'district' : 'place', name: name ?? area };
}

function refused(
  database: ResultsDatabase,
  row: InterventionRow,
  areas: readonly string[],
): ComparisonAnswer | null {
  if (database.interventions.freezeOf(row.interventionId)) return { ok: false, reason: 'comparison-frozen' };
  const isOfPlaces = row.aimIndicator === placeAim;
  const offered = interventionAreas(database).filter(({ placeId }) => (placeId !== null) === isOfPlaces);
  const own = [ownArea(row).area, ...(row.district === null ? [] : [districtKey(row.district)])];
  if (areas.some((area) => own.includes(area))) return { ok: false, reason: 'comparison-own' };
  const unknown = areas.find((area) => !offered.some((known) => known.area === area));
  return unknown === undefined
    ? null
    : { ok: false, reason: 'comparison-unknown', detail: { area: unknown } };
}

function freezeRefused(
  database: ResultsDatabase,
  row: InterventionRow,
  areas: readonly string[],
): ComparisonAnswer | null {
  if (row.aimIndicator === null) return { ok: false, reason: 'aim-missing' };
  if (new Set(areas).size < fewestToCompare) return { ok: false, reason: 'comparison-few' };
  const known = resultSince(database, row.startsOn);
  return known ? { ok: false, reason: 'result-known', detail: { ...known } } : null;
}
