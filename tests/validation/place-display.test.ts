import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CellCounts, countCells } from '#core/places/cell-counts.ts';
import { dbscan } from '#core/places/dbscan.ts';
import { giStar, windowsAround } from '#core/places/gi-star.ts';
import { cellCentres, kernelDensity } from '#core/places/kernel-density.ts';
import { planarGrid, planarHexAt, planarNeighbours } from '#core/places/planar-grid.ts';
import { referenceRows } from '#tests/support/reference.ts';

const config = JSON.parse(readFileSync('tests/validation/reference/case-A/spatial/config.json', 'utf8')) as {
  W: number;
  H: number;
  R: number;
  eps: number;
  minPts: number;
  k: number;
  h: number;
};
const pins = referenceRows('case-A/spatial/pins.csv').map((row) => ({
  pin: row.pin_id ?? '',
  respondent: Number(row.resp_id?.slice(1)),
  unsafe: row.kind === 'unsafe',
  x: Number(row.x),
  y: Number(row.y),
  weight: Number(row.w),
}));
const unsafePins = pins.filter(({ unsafe }) => unsafe);

/**
 * Within 1e-9 of R, relative; `size` is the size of the terms that a value near zero is the difference of.
 */
function expectEqual(value: number | null | undefined, reference: string | undefined, size = 0): void {
  const expected = Number(reference);
  expect(value).toBeTypeOf('number');
  expect(Math.abs((value as number) - expected)).toBeLessThanOrEqual(
    1e-9 * Math.max(Math.abs(expected), size),
  );
}

describe('the hexagons of the reference', () => {
  const expected = referenceRows('case-A/spatial/expected_hex.csv');
  const counted = () => {
    const grid = planarGrid({ radius: config.R, width: config.W, height: config.H }, pins);
    const cells = grid.map(({ cell }) => cell);
    const mentions = pins.map((pin) => ({ ...pin, cell: planarHexAt(pin, config.R).cell }));
    return { grid, cells, counts: countCells(cells, mentions) };
  };

  it('are the same, in the same order, with the same centres', () => {
    const { grid, cells } = counted();
    expect(cells).toEqual(expected.map(({ hex }) => hex));
    grid.forEach((hex, index) => {
      expectEqual(hex.x, expected[index]?.cx);
      expectEqual(hex.y, expected[index]?.cy);
    });
  });

  it('hold the same pins, weights, people and excess, and the same are publishable', () => {
    const { counts } = counted();
    expected.forEach((row, index) => {
      const count = counts[index] as CellCounts;
      expect([count.mentions, count.unsafeMentions, count.respondents, count.unsafeRespondents]).toEqual(
        [row.n_pins, row.n_unsafe, row.k_resp, row.k_resp_unsafe].map(Number),
      );
      expect(count.unsafeRespondents >= config.k).toBe(row.publish === '1');
      expectEqual(count.weight, row.w_pins);
      expectEqual(count.unsafeWeight, row.w_unsafe);
      expectEqual(count.excess, row.excess);
    });
    expect(expected.filter(({ publish }) => publish === '1')).toHaveLength(144);
  });

  it.each([1, 2])('have the Gi* of spdep with %i ring of neighbours, its p and q', (rings) => {
    const { grid, cells, counts } = counted();
    const windows = windowsAround(cells, planarNeighbours(grid), rings);
    for (const [name, values] of [
      ['n_unsafe', counts.map(({ unsafeMentions }) => unsafeMentions)],
      ['w_unsafe', counts.map(({ unsafeWeight }) => unsafeWeight)],
      ['excess', counts.map(({ excess }) => excess)],
    ] as const) {
      giStar(values, windows).forEach(({ z, p, q }, index) => {
        const column = `gistar_${name}_ring${rings}`;
        // A window without mentions has excess 0, which R's sum of rounded terms misses by 1e-16.
        expectEqual(z, expected[index]?.[column], 1e-6);
        expectEqual(p, expected[index]?.[`${column}_p1`]);
        expectEqual(q, expected[index]?.[`${column}_bh`]);
      });
    }
  });
});

describe('the clusters of the reference', () => {
  const expected = referenceRows('case-A/spatial/expected_dbscan.csv');
  const clusters = () => dbscan(unsafePins, { eps: config.eps, minimumPoints: config.minPts });

  it('have the same core points and noise, and the same neighbours within eps', () => {
    const clustered = clusters();
    expect(unsafePins.map(({ pin }) => pin)).toEqual(expected.map((row) => row.pin_id));
    expect(clustered.map(({ within, isCore }) => [within, Number(isCore)])).toEqual(
      expected.map((row) => [Number(row.n_within_eps_incl_self), Number(row.core)]),
    );
    expect(clustered.map(({ cluster }) => cluster === 0)).toEqual(expected.map((row) => row.cluster === '0'));
  });

  it('are numbered as in R, border points included', () => {
    expect(clusters().map(({ cluster }) => cluster)).toEqual(expected.map((row) => Number(row.cluster)));
  });
});

it('the density of weighted unsafe pins is that of R, Gaussian and quartic', () => {
  const at = cellCentres({ width: config.W, height: config.H, columns: 25, rows: 20 });
  const densities = kernelDensity(unsafePins, at, config.h);
  const expected = referenceRows('case-A/spatial/expected_kde.csv');
  expect(at).toHaveLength(expected.length);
  expected.forEach((row, index) => {
    expectEqual(at[index]?.x, row.gx);
    expectEqual(at[index]?.y, row.gy);
    expectEqual(densities[index]?.gaussian, row.gauss);
    expectEqual(densities[index]?.quartic, row.quartic);
  });
});
