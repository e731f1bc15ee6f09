import { countCells } from '#core/places/cell-counts.ts';
import { dbscan } from '#core/places/dbscan.ts';
import { defaultPlaceRule } from '#core/places/default-rule.ts';
import { giStar, windowsAround } from '#core/places/gi-star.ts';
import { testWindows } from '#core/places/window-test.ts';
import {
  cells,
  grid,
  type HotSpot,
  neighbours,
  type SimulatedPin,
  simulatedPins,
} from '#tests/support/simulated-map.ts';

export type People = Parameters<typeof simulatedPins>[1];

/** Maps without any hot spot on which a method nevertheless finds something. */
export interface PlaceAlarms {
  people: People;
  maps: number;
  pairTest: number;
  clusters: number;
  giStarOfCounts: number;
  giStarOfExcess: number;
}

const rate = defaultPlaceRule.falseDiscoveryRate;
const windows = windowsAround(cells, neighbours, 1);

export const seeds = (count: number, first: number): number[] =>
  Array.from({ length: count }, (_, index) => first + index);

function flaggedCells(pins: readonly SimulatedPin[]): string[] {
  return testWindows(pins, neighbours, defaultPlaceRule)
    .filter(({ flagged }) => flagged)
    .map(({ cell }) => cell);
}

/** Only the test that decides: the others take a hundred times as long. */
export function falseAlarms(maps: readonly number[], people: People): number {
  return maps.filter((seed) => flaggedCells(simulatedPins(seed, people)).length > 0).length;
}

/** The test that decides, and the methods that only describe, on the same maps. */
export function placeAlarms(maps: readonly number[], people: People): PlaceAlarms {
  const alarms = {
    people,
    maps: maps.length,
    pairTest: 0,
    clusters: 0,
    giStarOfCounts: 0,
    giStarOfExcess: 0,
  };
  const isHot = (values: number[]): boolean =>
    giStar(values, windows).some(({ q }) => q !== null && q <= rate);
  for (const seed of maps) {
    const pins = simulatedPins(seed, people);
    const counts = countCells(
      cells,
      pins.map((pin) => ({ ...pin, weight: 1 })),
    );
    const clusters = dbscan(
      pins.filter((pin) => pin.unsafe),
      { eps: 80, minimumPoints: 8 },
    );
    alarms.pairTest += Number(flaggedCells(pins).length > 0);
    alarms.clusters += Number(clusters.some(({ cluster }) => cluster > 0));
    alarms.giStarOfCounts += Number(isHot(counts.map(({ unsafeMentions }) => unsafeMentions)));
    alarms.giStarOfExcess += Number(isHot(counts.map(({ excess }) => excess)));
  }
  return alarms;
}

export const plantedSpots: readonly HotSpot[] = [
  { x: 1250, y: 3600, spread: 70, people: 95 },
  { x: 3100, y: 2400, spread: 90, people: 120 },
  { x: 4700, y: 1150, spread: 60, people: 70 },
  { x: 5200, y: 3900, spread: 110, people: 60 },
];

export interface PlantedFinds {
  maps: number;
  /** For each planted spot, the maps on which no flagged cell lies at it. */
  missed: number[];
  /** Flagged cells on all maps, and of these far from every planted spot. */
  flagged: number;
  elsewhere: number;
}

/** What the place test makes of the planted spots on maps of anxious people. */
export function plantedFinds(maps: readonly number[]): PlantedFinds {
  const flaggedOf = maps.map((seed) => flaggedCells(simulatedPins(seed, 'anxious', plantedSpots)));
  const isNear = (cell: string, spot: HotSpot, reach: number): boolean => distance(cell, spot) < reach;
  const flagged = flaggedOf.flat();
  return {
    maps: maps.length,
    missed: plantedSpots.map(
      (spot) =>
        flaggedOf.filter((own) => !own.some((cell) => isNear(cell, spot, 2 * spot.spread + 120))).length,
    ),
    flagged: flagged.length,
    elsewhere: flagged.filter(
      (cell) => !plantedSpots.some((spot) => isNear(cell, spot, 3 * spot.spread + 240)),
    ).length,
  };
}

const centreOf = new Map(grid.map((hex) => [hex.cell, hex]));

function distance(cell: string, spot: HotSpot): number {
  const centre = centreOf.get(cell) ?? { x: 0, y: 0 };
  return Math.hypot(centre.x - spot.x, centre.y - spot.y);
}
