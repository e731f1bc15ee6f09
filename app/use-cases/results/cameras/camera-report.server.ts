import { announcedCameras } from '#city/announced-cameras.ts';
import { districts } from '#city/city.ts';
import { type CameraKind, cameraKinds } from '#core/camera/camera.ts';
import { usualReach } from '#core/camera/reach.ts';
import type { CityOutline } from '#core/geography/district-outlines.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { CameraState } from '#db/results/queries/cameras.ts';
import { districtOutlines, outlineDrawing } from '../map/city-outline.server.ts';
import { placeList } from '../published/place-list.server.ts';
import { newestWave, type WaveSummary } from '../published/published-results.server.ts';
import { camerasWithin, type KindCounts, noCameras, stateGroups } from './cameras-within.server.ts';
import { currentStates } from './checked-import.server.ts';
import { type ListedProposal, listedProposals } from './proposal-list.server.ts';

/** Cameras near a flagged place. */
export interface PlaceReach {
  /** In the list and on the map of the wave. */
  number: number;
  placeId: string;
  name: string;
  district: number | null;
  counts: KindCounts;
}

/** The page of the cameras. */
export interface CameraReport {
  /** The newest state of each kind. */
  current: { kind: CameraKind; state: CameraState | null }[];
  /** Every state, newest first. */
  states: CameraState[];
  totals: KindCounts;
  districts: { district: number; counts: KindCounts }[];
  units: { name: string; counts: KindCounts }[];
  /** Cameras with a point, of each kind that the map shows; `points` in its drawing. */
  map: { outline: CityOutline; layers: { kind: CameraKind; points: { x: number; y: number }[] }[] };
  /** Cameras of which the register knows the area only. */
  withoutPoint: KindCounts;
  /** Null before the first publication. */
  reach: { summary: WaveSummary; metres: number; places: PlaceReach[] } | null;
  announced: typeof announcedCameras;
  proposals: ListedProposal[];
}

/** Too many to be told apart on a map of the city: they are counted only. */
const onMap = ['integrated', 'planned'] as const;

export function cameraReport(database: ResultsDatabase): CameraReport {
  const states = database.cameras.states();
  const unitNames = new Map(database.cameras.units().map(({ unitId, name }) => [unitId, name]));
  const byDistrict = new Map(districts.map(({ number }) => [number, noCameras()]));
  const byUnit = new Map<string, KindCounts>();
  const totals = noCameras();
  for (const { stateId, kinds } of stateGroups(database)) {
    for (const { kind, unitId, district, count } of database.cameras.countsOf(stateId)) {
      if (!kinds.includes(kind)) continue;
      const unit = unitNames.get(unitId) ?? '';
      const ofUnit = byUnit.get(unit) ?? noCameras();
      byUnit.set(unit, ofUnit);
      for (const counts of [totals, ofUnit, byDistrict.get(district)]) if (counts) counts[kind] += count;
    }
  }
  const { layers, located } = locatedCameras(database);
  const withoutPoint = noCameras();
  for (const kind of cameraKinds) withoutPoint[kind] = totals[kind] - located[kind];
  return {
    current: [...currentStates(states)].map(([kind, state]) => ({ kind, state })),
    states,
    totals,
    districts: [...byDistrict].map(([district, counts]) => ({ district, counts })),
    units: [...byUnit]
      .map(([name, counts]) => ({ name, counts }))
      .sort((a, b) => a.name.localeCompare(b.name, 'pl')),
    map: { outline: districtOutlines(), layers },
    withoutPoint,
    reach: placesInReach(database),
    announced: announcedCameras,
    proposals: listedProposals(database),
  };
}

function locatedCameras(database: ResultsDatabase) {
  const drawing = outlineDrawing();
  const located = noCameras();
  const points = new Map<CameraKind, { x: number; y: number }[]>();
  for (const { stateId, kinds } of stateGroups(database)) {
    for (const camera of database.cameras.between(stateId, kinds, { south: -90, north: 90 })) {
      const { kind, count, latitude, longitude } = camera;
      if (latitude === null || longitude === null) continue;
      located[kind] += count;
      const ofKind = points.get(kind) ?? [];
      points.set(kind, ofKind);
      ofKind.push(drawing.pointOf({ latitude, longitude }));
    }
  }
  const layers = onMap.flatMap((kind) => {
    const ofKind = points.get(kind);
    return ofKind ? [{ kind, points: ofKind }] : [];
  });
  return { layers, located };
}

function placesInReach(database: ResultsDatabase): CameraReport['reach'] {
  const summary = newestWave(database);
  if (!summary) return null;
  const places = placeList(database, summary.wave.waveId).map(({ number, place }): PlaceReach => {
    const counts = noCameras();
    for (const { kind, count } of camerasWithin(database, { cells: place.cells }, usualReach)) {
      counts[kind] += count;
    }
    return { number, placeId: place.placeId, name: place.name, district: place.district, counts };
  });
  return { summary, metres: usualReach, places };
}
