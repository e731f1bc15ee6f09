import { describe, expect, it } from 'vitest';
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

const rate = defaultPlaceRule.falseDiscoveryRate;

function flaggedCells(pins: readonly SimulatedPin[]): string[] {
  return testWindows(pins, neighbours, defaultPlaceRule)
    .filter(({ flagged }) => flagged)
    .map(({ cell }) => cell);
}

/** The least x with P[Binomial(n, chance) ≤ x] ≥ 0.999: more than this happens by chance once in 1,000 simulations. */
function monteCarloBound(n: number, chance: number): number {
  let density = (1 - chance) ** n;
  let sum = density;
  let x = 0;
  while (sum < 0.999) {
    density *= ((n - x) / (x + 1)) * (chance / (1 - chance));
    x += 1;
    sum += density;
  }
  return x;
}

const seeds = (count: number, first: number): number[] =>
  Array.from({ length: count }, (_, index) => first + index);

describe('on maps without a hot spot', () => {
  const maps = 150;

  it.each(['equal', 'anxious'] as const)(
    'the place test keeps its rate of false alarms (%s people)',
    (people) => {
      const alarms = seeds(maps, 1).filter((seed) => flaggedCells(simulatedPins(seed, people)).length > 0);
      expect(monteCarloBound(maps, rate)).toBe(17);
      expect(alarms.length).toBeLessThanOrEqual(monteCarloBound(maps, rate));
    },
  );

  it('DBSCAN and Gi* do not, which is why they only describe', () => {
    const windows = windowsAround(cells, neighbours, 1);
    const few = 15;
    const alarms = { clusters: 0, counts: 0, excess: 0 };
    for (const seed of seeds(few, 1)) {
      const pins = simulatedPins(seed, 'anxious');
      const counts = countCells(
        cells,
        pins.map((pin) => ({ ...pin, weight: 1 })),
      );
      const isHot = (values: number[]): boolean =>
        giStar(values, windows).some(({ q }) => q !== null && q <= rate);
      const unsafe = pins.filter((pin) => pin.unsafe);
      const clusters = dbscan(unsafe, { eps: 80, minimumPoints: 8 });
      alarms.clusters += Number(clusters.some(({ cluster }) => cluster > 0));
      alarms.counts += Number(isHot(counts.map(({ unsafeMentions }) => unsafeMentions)));
      alarms.excess += Number(isHot(counts.map(({ excess }) => excess)));
    }
    expect([alarms.clusters, alarms.counts]).toEqual([few, few]);
    expect(alarms.excess).toBeGreaterThan(monteCarloBound(few, rate));
  });
});

describe('planted hot spots', () => {
  const planted: HotSpot[] = [
    { x: 1250, y: 3600, spread: 70, people: 95 },
    { x: 3100, y: 2400, spread: 90, people: 120 },
    { x: 4700, y: 1150, spread: 60, people: 70 },
    { x: 5200, y: 3900, spread: 110, people: 60 },
  ];
  const centreOf = new Map(grid.map((hex) => [hex.cell, hex]));
  const distance = (cell: string, spot: HotSpot): number => {
    const centre = centreOf.get(cell) ?? { x: 0, y: 0 };
    return Math.hypot(centre.x - spot.x, centre.y - spot.y);
  };
  const maps = seeds(40, 1001).map((seed) => flaggedCells(simulatedPins(seed, 'anxious', planted)));

  it('are found: the three of 70 people and more in 95 maps of 100, the small and wide one in most', () => {
    const missed = planted.map(
      (spot) =>
        maps.filter((flagged) => !flagged.some((cell) => distance(cell, spot) < 2 * spot.spread + 120))
          .length,
    );
    for (const count of missed.slice(0, 3)) expect(count).toBeLessThanOrEqual(monteCarloBound(40, 0.05));
    expect(missed[3]).toBeLessThan(20);
  });

  it('are where the flags are: of the flagged cells one in twenty or fewer is elsewhere', () => {
    const flagged = maps.flat();
    const elsewhere = flagged.filter(
      (cell) => !planted.some((spot) => distance(cell, spot) < 3 * spot.spread + 240),
    );
    expect(flagged.length).toBeGreaterThan(800);
    expect(elsewhere.length / flagged.length).toBeLessThanOrEqual(rate);
  });
});
