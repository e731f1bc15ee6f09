import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCells } from '#core/places/cell-counts.ts';
import { dbscan } from '#core/places/dbscan.ts';
import { giStar, windowsAround } from '#core/places/gi-star.ts';
import { cellCentres, kernelDensity } from '#core/places/kernel-density.ts';
import { type PlanarPoint, planarGrid, planarHexAt, planarNeighbours } from '#core/places/planar-grid.ts';
import { benjaminiHochberg } from '#core/statistics/false-discovery.ts';

const area = { radius: 100, width: 1500, height: 1000 };
const grid = planarGrid(area, []);
const cells = grid.map(({ cell }) => cell);
const neighbours = planarNeighbours(grid);

const distance = (a: PlanarPoint, b: PlanarPoint): number => Math.hypot(a.x - b.x, a.y - b.y);
const coordinate = (most: number) => fc.double({ min: 0, max: most, noNaN: true });
const pointInArea = fc.record({ x: coordinate(area.width), y: coordinate(area.height) });
const onMap = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: cells.length, maxLength: cells.length });

describe('the planar grid', () => {
  it('puts every point in the hexagon whose centre is nearest', () => {
    fc.assert(
      fc.property(pointInArea, (point) => {
        const hex = planarHexAt(point, area.radius);
        const nearest = Math.min(...planarGrid(area, [point]).map((other) => distance(other, point)));
        expect(distance(hex, point)).toBeCloseTo(nearest, 6);
        expect(distance(hex, point)).toBeLessThanOrEqual(area.radius + 1e-9);
      }),
    );
  });

  it('holds the centres that lie in the area, and those on the edge that a point needs', () => {
    expect(grid.every(({ x, y }) => x >= 0 && x < area.width && y >= 0 && y < area.height)).toBe(true);
    const hexArea = 1.5 * Math.sqrt(3) * area.radius ** 2;
    expect(grid.length).toBeGreaterThan(0.9 * ((area.width * area.height) / hexArea));
    const corner = { x: area.width - 1, y: area.height - 1 };
    expect(planarGrid(area, [corner]).map(({ cell }) => cell)).toContain(
      planarHexAt(corner, area.radius).cell,
    );
  });

  it('knows neighbours both ways, at √3 times the circumradius, six of them inside', () => {
    const at = new Map(grid.map((hex) => [hex.cell, hex]));
    for (const cell of cells) {
      for (const other of neighbours(cell)) {
        expect(neighbours(other)).toContain(cell);
        expect(cells).toContain(other);
        const [a, b] = [at.get(cell), at.get(other)] as [PlanarPoint, PlanarPoint];
        expect(distance(a, b)).toBeCloseTo(Math.sqrt(3) * area.radius, 6);
      }
    }
    expect(neighbours('3:3')).toHaveLength(6);
    expect(neighbours('0:0').length).toBeLessThan(6);
  });

  it.each([{ radius: 0 }, { width: -1 }, { height: Number.NaN }])('refuses %j', (wrong) => {
    expect(() => planarGrid({ ...area, ...wrong }, [])).toThrow(
      '`planarGrid` requires a positive radius, width and height',
    );
  });
});

describe('counts per cell', () => {
  const mention = fc.record({
    respondent: fc.integer({ min: 0, max: 30 }),
    cell: fc.constantFrom(...cells),
    unsafe: fc.boolean(),
    weight: fc.double({ min: 0.1, max: 50, noNaN: true }),
  });

  it('have an excess that sums to zero, and sums that are the whole', () => {
    fc.assert(
      fc.property(fc.array(mention), (mentions) => {
        const counts = countCells(cells, mentions);
        const sum = (of: (count: (typeof counts)[number]) => number) =>
          counts.reduce((total, count) => total + of(count), 0);
        expect(sum(({ excess }) => excess)).toBeCloseTo(0, 6);
        expect(sum((count) => count.mentions)).toBe(mentions.length);
        expect(sum((count) => count.unsafeMentions)).toBe(mentions.filter(({ unsafe }) => unsafe).length);
      }),
    );
  });

  it('count a person once, however many mentions they make', () => {
    const twice = [1, 2].map(() => ({ respondent: 7, cell: '3:3', unsafe: true, weight: 2 }));
    expect(countCells(['3:3', '4:3'], twice)).toEqual([
      {
        cell: '3:3',
        mentions: 2,
        unsafeMentions: 2,
        weight: 4,
        unsafeWeight: 4,
        respondents: 1,
        unsafeRespondents: 1,
        excess: 0,
      },
      {
        cell: '4:3',
        mentions: 0,
        unsafeMentions: 0,
        weight: 0,
        unsafeWeight: 0,
        respondents: 0,
        unsafeRespondents: 0,
        excess: 0,
      },
    ]);
  });

  it('refuse a mention outside the grid', () => {
    expect(() => countCells(['0:0'], [{ respondent: 1, cell: '9:9', unsafe: true, weight: 1 }])).toThrow(
      '`countCells` requires the cell 9:9 in the grid',
    );
  });
});

describe('Gi*', () => {
  const windows = windowsAround(cells, neighbours, 1);

  it('does not change when every value is multiplied and moved by the same', () => {
    fc.assert(
      fc.property(onMap, fc.integer({ min: 1, max: 9 }), fc.integer({ min: -9, max: 9 }), (map, b, a) => {
        const moved = giStar(
          map.map((value) => a + b * value),
          windows,
        );
        giStar(map, windows).forEach(({ z }, index) => {
          if (z === null) expect(moved[index]?.z).toBeNull();
          else expect(moved[index]?.z).toBeCloseTo(z, 8);
        });
      }),
    );
  });

  it('turns its sign with the map, and p with it', () => {
    fc.assert(
      fc.property(onMap, (map) => {
        const turned = giStar(
          map.map((value) => -value),
          windows,
        );
        giStar(map, windows).forEach(({ z, p }, index) => {
          if (z === null || p === null) return;
          expect(turned[index]?.z).toBeCloseTo(-z, 8);
          expect(turned[index]?.p).toBeCloseTo(1 - p, 8);
        });
      }),
    );
  });

  it('is the formula on a map of four cells in a row', () => {
    const row = windowsAround(['0:0', '1:0', '2:0', '3:0'], neighbours, 1);
    const scores = giStar([8, 0, 0, 0], row);
    // x̄ = 2, S = √12; window of the first: 2 cells with 8; √((4·2 − 4)/3) = √(4/3)
    expect(scores[0]?.z).toBeCloseTo((8 - 2 * 2) / (Math.sqrt(12) * Math.sqrt(4 / 3)), 12);
    expect(scores[1]?.z).toBeCloseTo((8 - 2 * 3) / (Math.sqrt(12) * Math.sqrt((4 * 3 - 9) / 3)), 12);
    expect(scores[0]?.p).toBeCloseTo(0.158655, 5);
    expect(scores[0]?.q).toBeCloseTo(scores[1]?.q ?? 0, 12);
  });

  it('says nothing of a map without spread, of a window that is the whole map, of an empty map', () => {
    const nothing = { z: null, p: null, q: null };
    expect(giStar([3, 3, 3, 3], [[0], [1], [2], [3]])).toEqual([nothing, nothing, nothing, nothing]);
    expect(giStar([1, 2], [[0, 1], [1]])[0]).toEqual(nothing);
    expect(giStar([5], [[0]])).toEqual([nothing]);
    expect(giStar([], [])).toEqual([]);
    expect(() => giStar([1], [])).toThrow('`giStar` requires one window per value');
  });

  it('is corrected for as many tests as there are cells with a score', () => {
    const scores = giStar([9, 1, 2, 0], [[0, 1, 2, 3], [1], [2], [3]]);
    const p = scores.slice(1).map((score) => score.p ?? Number.NaN);
    expect(scores[0]).toEqual({ z: null, p: null, q: null });
    expect(scores.slice(1).map(({ q }) => q)).toEqual(benjaminiHochberg(p));
  });

  it('looks one ring or two around a cell', () => {
    const middle = cells.indexOf('3:3');
    expect(windows[middle]).toHaveLength(7);
    expect(windowsAround(cells, neighbours, 2)[middle]).toHaveLength(19);
  });
});

describe('density', () => {
  it('integrates to one, whatever the weights', () => {
    const around = (x: number, y: number, weight: number) => ({ x: 1000 + x, y: 1000 + y, weight });
    const points = [around(0, 0, 3), around(140, -60, 11.5), around(-90, 30, 0.25)];
    const square = { width: 2000, height: 2000, columns: 100, rows: 100 };
    const cellArea = 20 * 20;
    const densities = kernelDensity(points, cellCentres(square), 60);
    const total = (of: 'gaussian' | 'quartic') =>
      densities.reduce((sum, density) => sum + density[of] * cellArea, 0);
    expect(total('gaussian')).toBeCloseTo(1, 4);
    expect(total('quartic')).toBeCloseTo(1, 3);
  });

  it('is zero without points, and refuses a bandwidth of zero', () => {
    expect(kernelDensity([], [{ x: 1, y: 1 }], 50)).toEqual([{ gaussian: 0, quartic: 0 }]);
    expect(() => kernelDensity([], [], 0)).toThrow('`kernelDensity` requires a positive bandwidth');
  });
});

describe('DBSCAN', () => {
  const crowd = fc.array(fc.record({ x: coordinate(300), y: coordinate(300) }), { maxLength: 60 });
  const rule = { eps: 40, minimumPoints: 4 };

  it('keeps its definition: counts, core points, clusters joined by core points, noise far from them', () => {
    fc.assert(
      fc.property(crowd, (points) => {
        const found = dbscan(points, rule);
        points.forEach((point, index) => {
          const near = points.flatMap((other, position) =>
            (point.x - other.x) ** 2 + (point.y - other.y) ** 2 <= rule.eps ** 2 ? [position] : [],
          );
          const mine = found[index];
          const cores = near.filter((position) => found[position]?.isCore);
          expect(mine?.within).toBe(near.length);
          expect(mine?.isCore).toBe(near.length >= rule.minimumPoints);
          expect(mine?.cluster === 0).toBe(cores.length === 0);
          const reached = cores.map((position) => found[position]?.cluster);
          if (mine?.isCore) expect(new Set(reached)).toEqual(new Set([mine.cluster]));
          else if (cores.length > 0) expect(reached).toContain(mine?.cluster);
        });
      }),
    );
  });

  it('keeps apart what no chain of core points joins', () => {
    const line = (from: number) => Array.from({ length: 5 }, (_, step) => ({ x: from + 10 * step, y: 0 }));
    const apart = dbscan([...line(0), ...line(100), { x: 500, y: 0 }], rule);
    expect(apart.map(({ cluster }) => cluster)).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 0]);
  });

  it('holds hundreds of pins on one spot', () => {
    const spot = Array.from({ length: 800 }, () => ({ x: 10, y: 10 }));
    expect(dbscan(spot, rule).every(({ cluster, within }) => cluster === 1 && within === 800)).toBe(true);
    expect(() => dbscan([], { eps: 0, minimumPoints: 1 })).toThrow('`dbscan` requires a positive eps');
  });
});
