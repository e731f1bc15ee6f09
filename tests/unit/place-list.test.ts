import { cellToLatLng, gridDisk, latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { gazetteer, locatePlace } from '#city/gazetteer.ts';
import { dbscan } from '#core/places/dbscan.ts';
import { defaultPlaceRule } from '#core/places/default-rule.ts';
import { findPlaces } from '#core/places/find-places.ts';
import { heartOf, unsafeExcess } from '#core/places/heart.ts';
import { type LocatedMention, neighboursOnEarth, onGrid } from '#core/places/on-grid.ts';
import type { PublishedPlace } from '#core/places/place.ts';
import { placeId, placeStatus, placesGone } from '#core/places/place-history.ts';
import { testWindows } from '#core/places/window-test.ts';

/** Places of an earlier wave, by their ids and cells. */
const wave = (places: Record<string, string[]>): PublishedPlace[] =>
  Object.entries(places).map(([id, cells]) => ({ placeId: id, cells }) as PublishedPlace);

describe('the id of a place', () => {
  const idOf = (cells: string[], ...earlier: PublishedPlace[][]) => placeId(cells, earlier, new Set());

  it('is that of the place it shares most cells with, of equal ones the first, in the latest wave that had one', () => {
    expect(idOf(['c', 'd', 'e'], wave({ p: ['c'], q: ['d', 'e'] }))).toBe('q');
    expect(idOf(['c', 'd', 'e'], wave({ q: ['d', 'e'], p: ['c'] }))).toBe('q');
    expect(idOf(['c', 'd'], wave({ q: ['c'], p: ['d'] }))).toBe('p');
    expect(idOf(['c', 'd'], wave({ p: ['d'], q: ['c'] }))).toBe('p');
    expect(idOf(['c'], wave({ x: ['z'] }), wave({ y: ['c'] }), wave({ w: ['c'] }))).toBe('y');
  });

  it('is new, of its first cell, where no place was; with a number when another place had that id', () => {
    expect(idOf(['c', 'd'])).toBe('c');
    expect(idOf(['c'], wave({ c: ['z'] }))).toBe('c-2');
    expect(idOf(['c'], wave({ c: ['z'], 'c-2': ['y'] }))).toBe('c-3');
  });

  it('is given once in a wave', () => {
    const taken = new Set<string>();
    const earlier = [wave({ p: ['c', 'd'] })];
    expect([placeId(['c'], earlier, taken), placeId(['d'], earlier, taken)]).toEqual(['p', 'd']);
  });

  it('has a history by the cells that it shares', () => {
    expect(placeStatus(['c', 'd'], [wave({ p: ['d', 'e'] })])).toBe('confirmed');
    expect(placeStatus(['c', 'd'], [wave({ p: ['e'] })])).toBe('new');
    expect(placeStatus(['c', 'd'], [wave({ p: ['e'], q: ['d'] })])).toBe('confirmed');
  });
});

describe('a place that was flagged', () => {
  it('is gone where no place of the wave shares a cell with it, whatever ids they have', () => {
    const before = wave({ p: ['a', 'b'], q: ['c'], r: ['d'] });
    const goneFrom = (now: Record<string, string[]>) =>
      placesGone(wave(now), before).map((place) => place.placeId);
    expect(goneFrom({ p: ['b', 'x'], new: ['c', 'd'] })).toEqual([]);
    expect(goneFrom({ q: ['y'], p: ['a'] })).toEqual(['q', 'r']);
    expect(goneFrom({})).toEqual(['p', 'q', 'r']);
  });
});

const centre = latLngToCell(50.06, 19.94, 9);
const far = latLngToCell(50.09, 20.01, 9);

/** Five calm people in each cell of the city around, and people who call some cells unsafe. */
function city(unsafe: Record<string, number>, codes: Partial<LocatedMention> = {}): LocatedMention[] {
  let respondent = 0;
  const named = (cell: string, people: number, kind: 'safe' | 'unsafe'): LocatedMention[] => {
    const [latitude, longitude] = cellToLatLng(cell);
    return Array.from({ length: people }, () => {
      respondent += 1;
      return { respondent, kind, latitude, longitude, ...(kind === 'unsafe' ? codes : {}) };
    });
  };
  return [
    ...[...gridDisk(centre, 6), ...gridDisk(far, 6)].flatMap((cell) => named(cell, 5, 'safe')),
    ...Object.entries(unsafe).flatMap(([cell, people]) => named(cell, people, 'unsafe')),
  ];
}
const find = (mentions: LocatedMention[], earlier: PublishedPlace[][] = []) =>
  findPlaces({ mentions, hearsay: [], gazetteer: [], earlier, rule: defaultPlaceRule });

describe('the list of places', () => {
  it('has the strongest evidence first, and equal places in the order of their cells', () => {
    const heartsOf = (unsafe: Record<string, number>) =>
      find(city(unsafe)).map(({ latitude, longitude }) => latLngToCell(latitude, longitude, 9));
    expect(heartsOf({ [centre]: 30, [far]: 40 })).toEqual([far, centre]);
    expect(heartsOf({ [centre]: 40, [far]: 30 })).toEqual([centre, far]);
    expect(heartsOf({ [centre]: 35, [far]: 35 })).toEqual([centre, far].sort());
    expect(heartsOf({ [far]: 35, [centre]: 35 })).toEqual([centre, far].sort());
  });

  it('counts those who named a place or a cell beside it, and nobody elsewhere', () => {
    const places = find(city({ [centre]: 30, [far]: 40 }));
    const counted = places.map(({ cells, unsafeRespondents, totalRespondents }) => ({
      unsafe: unsafeRespondents,
      calm: (totalRespondents ?? 0) - (unsafeRespondents ?? 0),
      around: new Set(cells.flatMap((cell) => gridDisk(cell, 1))).size,
    }));
    expect(counted.map(({ unsafe }) => unsafe)).toEqual([40, 30]);
    for (const { calm, around } of counted) expect(calm).toBe(5 * around);
  });

  it('counts as family the windows that were tested, not those with too few mentions', () => {
    const mentions = city({ [centre]: 30 });
    const windows = testWindows(onGrid(mentions, 9), neighboursOnEarth, defaultPlaceRule);
    const tested = windows.filter(({ pairs }) => pairs >= 10).length;
    expect(tested).toBeLessThan(windows.length);
    expect(find(mentions)[0]?.familySize).toBe(tested);
  });

  it('counts the reasons, the most frequent first, of equal ones the lower code', () => {
    const reasonsOf = (codes: Partial<LocatedMention>) =>
      find(city({ [centre]: 30 }, codes))[0]?.reasons.map(({ code }) => code);
    expect(reasonsOf({ reason: [7, 2, 5] })).toEqual([2, 5, 7]);
    const mixed = city({ [centre]: 30 }).map((mention, i, all) =>
      mention.kind === 'safe'
        ? mention
        : { ...mention, reason: all.length - i <= 10 ? [4] : all.length - i <= 19 ? [9] : [6] },
    );
    expect(find(mixed)[0]?.reasons).toEqual([
      { code: 6, people: 11 },
      { code: 4, people: 10 },
      { code: 9, people: 9 },
    ]);
  });
});

describe('the heart of a place', () => {
  it('is the cell with most unsafe pairs beyond the share of the city, of equal ones the first', () => {
    const excess = unsafeExcess([
      ...['a', 'a', 'b', 'b', 'b'].map((cell, respondent) => ({ cell, respondent, unsafe: true })),
      ...['b', 'b', 'b', 'c'].map((cell, index) => ({ cell, respondent: 10 + index, unsafe: false })),
    ]);
    // 5 of 9 pairs are unsafe: a has 2 − 2·5/9, b 3 − 6·5/9, c −5/9.
    expect([excess.get('a'), excess.get('b'), excess.get('c')].map((one) => one?.toFixed(9))).toEqual(
      [2 - 10 / 9, 3 - 30 / 9, -5 / 9].map((one) => one.toFixed(9)),
    );
    expect(heartOf(['c', 'b', 'a'], excess)).toBe('a');
    expect(heartOf(['x', 'c'], excess)).toBe('c');
    expect(heartOf(['y', 'x'], excess)).toBe('x');
    expect(
      heartOf(
        ['e', 'd'],
        new Map([
          ['d', 1],
          ['e', 1],
        ]),
      ),
    ).toBe('d');
  });
});

it('two points at exactly eps are near each other', () => {
  const found = dbscan(
    [
      { x: 0, y: 0 },
      { x: 3, y: 4 },
      { x: 3, y: 9.001 },
    ],
    { eps: 5, minimumPoints: 2 },
  );
  expect(found.map(({ within, cluster }) => [within, cluster])).toEqual([
    [2, 1],
    [2, 1],
    [1, 0],
  ]);
});

it('a place of the gazetteer is found by its name, however it is written', () => {
  const [first] = gazetteer;
  expect(locatePlace(first?.name.toUpperCase() ?? '')).toEqual(first);
  expect(locatePlace(`  ${first?.name ?? ''} `)).toEqual(first);
  expect(locatePlace('no such place')).toBeNull();
});
