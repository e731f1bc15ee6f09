import { type ComparisonFault, comparisonFaults, proposeComparison } from '#core/effect/comparison.ts';
import { foreseenEffect } from '#core/effect/foreseen-effect.ts';
import { placeAim } from '#core/intervention/plan.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { InterventionRow } from '#db/results/queries/interventions.ts';
import { flagsOf, newestWave } from '../published/published-results.server.ts';
import { interventionAreas } from './areas.server.ts';
import { aimOf, measuredWaves, unitOf } from './measured-aim.server.ts';

/** A district or place that may be compared with. */
export interface ComparisonOption {
  area: string;
  /** Of a place. */
  name: string | null;
  chosen: boolean;
  /** Whether it is one of those most like the unit. */
  proposed: boolean;
  /** What speaks against it. */
  fault: ComparisonFault | null;
  /** Its figure in the newest wave; null without one. */
  level: number | null;
}

export interface ComparisonOptions {
  options: ComparisonOption[];
  /** The newest figure of where something is to be done; null without one. */
  own: number | null;
  kind: 'share' | 'mean';
  /**
   * The smallest improvement that the saved choice would usually find within a year, in points; null without
   * one.
   */
  foreseen: number | null;
}

/** What an intervention may be compared with: all but itself, with what the method proposes and warns of. */
export function comparisonOptions(database: ResultsDatabase, row: InterventionRow): ComparisonOptions {
  const aim = aimOf(database, row);
  const unit = unitOf(row);
  const newest = newestWave(database);
  if (!aim || unit === null || !newest) return { options: [], own: null, kind: 'share', foreseen: null };
  const waves = measuredWaves(database, aim);
  const choice = { unit, waves, ...weighedDown(database, row, newest.wave.waveId) };
  const proposed = proposeComparison(choice).map((proposal) => proposal.unit);
  const chosen = database.interventions.comparisonOf(row.interventionId).map(({ area }) => area);
  const isOfPlaces = aim.id === placeAim;
  const own = row.district === null ? null : districtKey(row.district);
  const options = interventionAreas(database)
    .filter(({ placeId }) => (placeId !== null) === isOfPlaces)
    .filter(({ area }) => area !== unit && (isOfPlaces || area !== own))
    .map(({ area, placeName }) => ({
      area,
      name: placeName,
      chosen: chosen.includes(area),
      proposed: proposed.includes(area),
      fault: comparisonFaults([area], choice)[0]?.fault ?? null,
      level: waves[0]?.figures.get(area)?.value ?? null,
    }));
  const [last] = waves;
  const found = last ? foreseenEffect(last, { unit, comparison: chosen }, 2) : null;
  const { kind } = aim;
  return {
    options,
    own: last?.figures.get(unit)?.value ?? null,
    kind,
    foreseen: found === null ? null : found * (aim.kind === 'share' ? 100 : 1),
  };
}

/** Units that chance or the city's own work moves: flagged on the same aim, or with an intervention on it. */
function weighedDown(
  database: ResultsDatabase,
  row: InterventionRow,
  waveId: string,
): { flagged: string[]; intervened: string[] } {
  const flagged = flagsOf(database, waveId)
    .filter(({ indicator, needsIntervention }) => needsIntervention && indicator === row.aimIndicator)
    .map(({ district }) => districtKey(district));
  const intervened = database.interventions
    .all()
    .filter(({ interventionId, status }) => interventionId !== row.interventionId && isActive.has(status))
    .filter((other) => mayMove(other, row.aimIndicator))
    .flatMap((other) => unitOf({ ...other, aimIndicator: row.aimIndicator }) ?? []);
  return { flagged, intervened };
}

/**
 * Whether an intervention may move an aim where it happens: one with the same aim, or with none that is
 * measured; at a place, whatever is done there.
 */
export function mayMove(
  { aimIndicator, placeId }: Pick<InterventionRow, 'aimIndicator' | 'placeId'>,
  aim: string | null,
): boolean {
  if (aim === placeAim) return placeId !== null;
  return aimIndicator === null || aimIndicator === aim;
}

const isActive = new Set<InterventionRow['status']>(['decided', 'under-way']);
