import type { Effect } from '#core/effect/effect.ts';
import { effectOf } from '#core/effect/effect-of.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { InterventionRow } from '#db/results/queries/interventions.ts';
import { newestWave, publicationOf } from '../published/published-results.server.ts';
import { mayMove } from './comparison-choices.server.ts';
import { type AimedMeasure, aimOf, measuredWaves, unitOf } from './measured-aim.server.ts';

/** What is known of an intervention's effect, and on what. */
export interface InterventionEffect {
  effect: Effect;
  aim: AimedMeasure;
}

/**
 * Did it help (method 3.9)? Null where there is nothing to ask: without an aim, without a frozen comparison,
 * or of an intervention that was dropped. An indicator is measured by district: of a place, the district in
 * which it lies is compared.
 */
export function interventionEffect(
  database: ResultsDatabase,
  row: InterventionRow,
): InterventionEffect | null {
  return interventionEffects(database)(row);
}

/** The same of many: the register of all that may have been done elsewhere is read once. */
export function interventionEffects(
  database: ResultsDatabase,
): (row: InterventionRow) => InterventionEffect | null {
  const newest = newestWave(database);
  const publication = newest && publicationOf(database, newest.wave.waveId);
  let done: InterventionRow[] | undefined;
  return (row) => {
    const { interventionId, status, startsOn } = row;
    const unit = unitOf(row);
    const aim = aimOf(database, row);
    if (!aim || !publication || unit === null || status === 'dropped') return null;
    if (!database.interventions.freezeOf(interventionId)) return null;
    done ??= database.interventions
      .all()
      .filter((each) => each.status === 'under-way' || each.status === 'done');
    const elsewhere = done;
    const effect = effectOf({
      startsOn,
      knownWave: knownWave(database, interventionId),
      indicator: aim,
      waves: measuredWaves(database, aim),
      units: aim.name === null ? 'places' : 'districts',
      unit,
      comparison: database.interventions.comparisonOf(interventionId).map(({ area }) => ({
        unit: area,
        interventionFrom: interventionFrom(elsewhere, area, aim.id),
      })),
      flaggedWaves: row.flagWaves.split(' ').filter(Boolean),
      rule: publication.method.rule,
    });
    return { effect, aim };
  };
}

/** The newest wave of which a publication was known when the comparison was frozen. */
function knownWave(database: ResultsDatabase, interventionId: string): string | null {
  const known = database.interventions
    .knownAtFreeze(interventionId)
    .flatMap((publicationId) => database.publications.head(publicationId)?.waveId ?? []);
  return known.sort().at(-1) ?? null;
}

/**
 * From when an area of the comparison had an intervention with the same aim, or with none that is measured.
 */
function interventionFrom(done: readonly InterventionRow[], area: string, aim: string): string | null {
  const days = done
    .filter((row) => unitOf({ ...row, aimIndicator: aim }) === area && mayMove(row, aim))
    .map(({ startsOn }) => startsOn);
  return days.sort()[0] ?? null;
}
