import { cellToBoundary } from 'h3-js';
import { type CameraKind, cameraKinds } from '#core/camera/camera.ts';
import { distanceTo, type Location, type Position } from '#core/camera/reach.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { currentStates } from './checked-import.server.ts';

/** A camera of the newest register, near a place. */
export interface NearCamera extends Position {
  kind: CameraKind;
  unit: string;
  place: string;
  count: number;
  /** Whole metres to the place; 0 inside of it. */
  metres: number;
}

const metresADegree = 111_195;

/**
 * Cameras of the newest register whose point lies within so many metres of a location, nearest first. One
 * that the register gives no point of is in no answer.
 */
export function camerasWithin(database: ResultsDatabase, location: Location, metres: number): NearCamera[] {
  const latitudes =
    'cells' in location
      ? location.cells.flatMap((cell) => cellToBoundary(cell).map(([latitude]) => latitude))
      : [location.latitude];
  const margin = (metres * 1.02) / metresADegree;
  const south = latitudes.reduce((least, latitude) => Math.min(least, latitude), 90) - margin;
  const north = latitudes.reduce((most, latitude) => Math.max(most, latitude), -90) + margin;
  const units = new Map(database.cameras.units().map(({ unitId, name }) => [unitId, name]));
  return stateGroups(database)
    .flatMap(({ stateId, kinds }) => database.cameras.between(stateId, kinds, { south, north }))
    .flatMap(({ kind, unitId, place, count, latitude, longitude }) => {
      if (latitude === null || longitude === null) return [];
      const distance = distanceTo(location, { latitude, longitude });
      const unit = units.get(unitId) ?? '';
      return distance <= metres
        ? [{ kind, unit, place, count, latitude, longitude, metres: Math.round(distance) }]
        : [];
    })
    .sort((a, b) => a.metres - b.metres || cameraKinds.indexOf(a.kind) - cameraKinds.indexOf(b.kind));
}

/** The newest states, each with the kinds that it is the newest of. */
export function stateGroups(database: ResultsDatabase): { stateId: number; kinds: CameraKind[] }[] {
  const groups = new Map<number, CameraKind[]>();
  for (const [kind, state] of currentStates(database.cameras.states())) {
    if (state) groups.set(state.stateId, [...(groups.get(state.stateId) ?? []), kind]);
  }
  return [...groups].map(([stateId, kinds]) => ({ stateId, kinds }));
}

/** How many cameras of each kind. */
export type KindCounts = Record<CameraKind, number>;

/** None of any kind. */
export function noCameras(): KindCounts {
  return { integrated: 0, linkable: 0, planned: 0 };
}
