import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultPlaceRule } from '#core/places/default-rule.ts';
import { planarGrid, planarHexAt, planarNeighbours } from '#core/places/planar-grid.ts';
import { joinTouching } from '#core/places/touching.ts';
import { testWindows } from '#core/places/window-test.ts';
import { referenceRows } from '#tests/support/reference.ts';

const config = JSON.parse(readFileSync('tests/validation/reference/case-A/spatial/config.json', 'utf8')) as {
  R: number;
  W: number;
  H: number;
  hot: [number, number, number, number][];
};
const expected = referenceRows('case-A/spatial/expected_place_test.csv');
const pins = referenceRows('case-A/spatial/pins.csv').map((row) => ({
  respondent: Number(row.resp_id?.slice(1)),
  unsafe: row.kind === 'unsafe',
  x: Number(row.x),
  y: Number(row.y),
}));
const grid = planarGrid({ radius: config.R, width: config.W, height: config.H }, pins);
const centres = new Map(grid.map((hex) => [hex.cell, hex]));
const neighbours = planarNeighbours(grid);
const mentions = pins.map((pin) => ({ ...pin, cell: planarHexAt(pin, config.R).cell }));
const tested = () => testWindows(mentions, neighbours, defaultPlaceRule);

describe('the window test on the pins of the reference', () => {
  it('counts pairs, unsafe pairs and people in every window as R does', () => {
    const windows = tested();
    const found = new Map(windows.map((window) => [window.cell, window]));
    let counted = 0;
    for (const row of expected) {
      const window = found.get(row.hex ?? '');
      expect([window?.pairs ?? 0, window?.unsafePairs ?? 0, window?.unsafeRespondents ?? 0]).toEqual([
        Number(row.M),
        Number(row.U),
        Number(row.k_resp_unsafe),
      ]);
      counted += Number(row.M) > 0 ? 1 : 0;
    }
    expect(counted).toBeGreaterThan(700);
    expect(windows.every(({ cell }) => centres.has(cell))).toBe(true);
  });

  it('gives p and q within 1e-9 of R, and flags the same windows', () => {
    const found = new Map(tested().map((window) => [window.cell, window]));
    let compared = 0;
    for (const row of expected) {
      const window = found.get(row.hex ?? '');
      expect(window?.flagged ?? false).toBe(row.flag === '1');
      expect(window?.p == null).toBe(row.p === '');
      if (row.p === '') continue;
      compared += 1;
      for (const [value, reference] of [
        [window?.p, row.p],
        [window?.q, row.q_bh],
      ] as const) {
        expect(Math.abs((value ?? 2) / Number(reference) - 1)).toBeLessThan(1e-9);
      }
    }
    expect(compared).toBeGreaterThan(400);
  });

  it('finds the four planted hot spots and nothing elsewhere', () => {
    const places = joinTouching(
      tested()
        .filter(({ flagged }) => flagged)
        .map(({ cell }) => cell),
      neighbours,
    );
    const distance = (cell: string, [x, y]: readonly number[]): number =>
      Math.hypot((centres.get(cell)?.x ?? 0) - (x ?? 0), (centres.get(cell)?.y ?? 0) - (y ?? 0));
    const spotsOf = (place: string[]): number[] =>
      config.hot.flatMap((spot, index) =>
        place.some((cell) => distance(cell, spot) < 2 * spot[2] + config.R) ? [index] : [],
      );
    expect(places.map((place) => spotsOf(place).length)).toEqual(places.map(() => 1));
    expect(new Set(places.flatMap(spotsOf)).size).toBe(4);
  });
});
