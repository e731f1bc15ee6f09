import { gridDisk, latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { defaultPlaceRule } from '#core/places/default-rule.ts';
import { findPlaces } from '#core/places/find-places.ts';
import { nearestEntry } from '#core/places/nearest-entry.ts';
import type { LocatedMention } from '#core/places/on-grid.ts';
import type { PublishedPlace } from '#core/places/place.ts';
import { joinTouching } from '#core/places/touching.ts';
import { testWindows } from '#core/places/window-test.ts';
import { seededRandom } from '#tests/support/random.ts';

const centre = { latitude: 50.06, longitude: 19.94 };
const gazetteer = [
  { name: 'Rondo', latitude: 50.0601, longitude: 19.9401, district: 1 },
  { name: 'Dworzec', latitude: 50.09, longitude: 20.01, district: 14 },
];

/**
 * A stretch of city: people name places where people go, some are more anxious than others, no place is
 * worse.
 */
function cityWithoutHotSpots(seed: number, respondents = 2000): LocatedMention[] {
  const random = seededRandom(seed);
  const squares = Array.from({ length: 20 }, () => ({
    latitude: 50.03 + 0.06 * random(),
    longitude: 19.88 + 0.14 * random(),
  }));
  const around = (value: number): number => value + 0.004 * (random() + random() + random() - 1.5);
  return Array.from({ length: respondents }, (_, respondent) => {
    const anxiety = 0.2 + 0.6 * random();
    return Array.from({ length: 1 + Math.floor(3 * random()) }, (): LocatedMention => {
      const square = squares[Math.floor(squares.length * random() ** 2)] ?? centre;
      return {
        respondent,
        kind: random() < anxiety ? 'unsafe' : 'safe',
        latitude: around(square.latitude),
        longitude: around(square.longitude),
      };
    });
  }).flat();
}

/** People who all call one spot unsafe. */
function hotSpot(people: number, at = centre, first = 1_000_000): LocatedMention[] {
  return Array.from({ length: people }, (_, index) => ({
    respondent: first + index,
    kind: 'unsafe',
    ...at,
    reason: index < 9 ? [3, 5] : [3],
    time: index % 3 === 0 ? [2] : [3],
    fix: index % 4 === 0 ? [8] : [1],
  }));
}

const find = (mentions: LocatedMention[], earlier: PublishedPlace[][] = []): PublishedPlace[] =>
  findPlaces({ hearsay: [], mentions, gazetteer, earlier, rule: defaultPlaceRule });

describe('a city without hot spots', () => {
  it('raises a false alarm in few of 50 simulated waves', { timeout: 60_000 }, () => {
    let alarms = 0;
    for (let seed = 1; seed <= 50; seed += 1) alarms += find(cityWithoutHotSpots(seed)).length > 0 ? 1 : 0;
    expect(alarms).toBeLessThanOrEqual(5);
  });

  it('flags nothing when everybody feels unsafe everywhere, or nobody names a place', () => {
    const unsafe = cityWithoutHotSpots(1).map((mention) => ({ ...mention, kind: 'unsafe' as const }));
    expect(find(unsafe)).toEqual([]);
    expect(find([])).toEqual([]);
  });
});

describe('a planted hot spot', () => {
  const background = cityWithoutHotSpots(7);
  const wave = [...background, ...hotSpot(40)];
  const cell = latLngToCell(centre.latitude, centre.longitude, 9);

  it('is found, named after the nearest gazetteer entry, with its district', () => {
    const places = find(wave);
    expect(places).toHaveLength(1);
    expect(places[0]).toMatchObject({ name: 'Rondo', district: 1, status: 'new' });
    expect(places[0]?.cells).toContain(cell);
    expect(latLngToCell(places[0]?.latitude ?? 0, places[0]?.longitude ?? 0, 9)).toBe(cell);
    expect(places[0]?.q).toBeLessThan(0.001);
    expect(places[0]?.familySize).toBeGreaterThan(50);
    expect(places[0]?.unsafeRespondents).toBeGreaterThanOrEqual(40);
    expect(places[0]?.totalRespondents).toBeGreaterThanOrEqual(places[0]?.unsafeRespondents ?? 0);
  });

  it('counts who gave each reason, time and fix, most frequent first', () => {
    const [place] = find(wave);
    expect(place?.reasons).toEqual([
      { code: 3, people: 40 },
      { code: 5, people: 9 },
    ]);
    expect(place?.times).toEqual([
      { code: 3, people: 26 },
      { code: 2, people: 14 },
    ]);
    expect(place?.fixes).toEqual([
      { code: 1, people: 30 },
      { code: 8, people: 10 },
    ]);
  });

  it('counts people who know it from others beside those who know it, and flags nothing for them', () => {
    const hearsay = hotSpot(10, centre, 4_000_000);
    const both = hotSpot(5);
    const [place] = findPlaces({
      mentions: wave,
      hearsay: [...hearsay, ...both],
      gazetteer,
      earlier: [],
      rule: defaultPlaceRule,
    });
    const [without] = find(wave);
    const unsafe = without?.unsafeRespondents ?? 0;
    expect(place).toEqual({ ...without, knownFromOthers: 10, shareFromOthers: 10 / (unsafe + 10) });
    const onlyHeard = { mentions: background, hearsay: hotSpot(200), gazetteer, earlier: [] };
    expect(findPlaces({ ...onlyHeard, rule: defaultPlaceRule })).toEqual([]);
  });

  it('counts those who call it safe, whoever calls it both being one of all who named it', () => {
    const safe = hotSpot(12).map((mention) => ({ ...mention, kind: 'safe' as const }));
    const [without] = find(wave);
    const [place] = find([...wave, ...safe]);
    expect(place?.safeRespondents).toBe((without?.safeRespondents ?? 0) + 12);
    expect(place?.totalRespondents).toBe(without?.totalRespondents);
  });

  it('is the same whatever the order of the rows', () => {
    const random = seededRandom(3);
    const shuffled = wave
      .map((mention) => ({ mention, rank: random() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ mention }) => mention);
    expect(find(shuffled)).toEqual(find(wave));
  });

  it('weighs people, not mentions: one person who repeats a place a hundred times is one', () => {
    const insistent = hotSpot(100).map((mention) => ({ ...mention, respondent: 1_000_000 }));
    expect(find([...background, ...insistent])).toEqual(find([...background, ...insistent.slice(0, 1)]));
  });

  it('needs five people however strong the test', () => {
    const rule = { ...defaultPlaceRule, minimumPairs: 1 };
    const calm = background.map((mention) => ({ ...mention, kind: 'safe' as const }));
    const mentions = (people: number) => [...calm, ...hotSpot(people, { latitude: 50.2, longitude: 20.3 })];
    expect(findPlaces({ hearsay: [], mentions: mentions(4), gazetteer, earlier: [], rule })).toEqual([]);
    expect(findPlaces({ hearsay: [], mentions: mentions(5), gazetteer, earlier: [], rule })).toHaveLength(1);
  });

  it('stays silent when as many people call the place safe', () => {
    const safe = hotSpot(60, centre, 2_000_000).map((mention) => ({ ...mention, kind: 'safe' as const }));
    expect(find([...wave, ...safe])).toEqual([]);
  });

  it('shows coordinates where the gazetteer is empty', () => {
    const [place] = findPlaces({
      hearsay: [],
      mentions: wave,
      gazetteer: [],
      earlier: [],
      rule: defaultPlaceRule,
    });
    expect(place?.name).toMatch(/^50\.06\d\d, 19\.9[34]\d\d$/);
    expect(place?.district).toBeNull();
  });
});

describe('a place over waves', () => {
  const wave = [...cityWithoutHotSpots(7), ...hotSpot(40)];
  const elsewhere = { latitude: 50.09, longitude: 20.01 };

  it('is new, then confirmed, then persistent, and keeps its id', () => {
    const first = find(wave);
    const second = find(wave, [first]);
    const third = find(wave, [second, first]);
    expect([first, second, third].map((places) => places[0]?.status)).toEqual([
      'new',
      'confirmed',
      'persistent',
    ]);
    expect(new Set([first, second, third].map((places) => places[0]?.placeId)).size).toBe(1);
  });

  it('is new when earlier places were elsewhere, and keeps ids apart', () => {
    const other = find([...cityWithoutHotSpots(7), ...hotSpot(40, elsewhere)]);
    const [place] = find(wave, [other]);
    expect(place?.status).toBe('new');
    expect(place?.placeId).not.toBe(other[0]?.placeId);
  });

  it('gives two places two ids when they were one before', () => {
    const both = [...wave, ...hotSpot(40, elsewhere, 3_000_000)];
    const apart = find(both);
    expect(apart).toHaveLength(2);
    const joined = { ...(apart[0] as PublishedPlace), cells: apart.flatMap(({ cells }) => cells) };
    const ids = find(both, [[joined]]).map(({ placeId }) => placeId);
    expect(new Set(ids).size).toBe(2);
    expect(ids).toContain(joined.placeId);
  });
});

describe('the parts of the method', () => {
  it('joins cells that touch and keeps others apart', () => {
    const line = (cell: string) => [Number(cell) - 1, Number(cell) + 1].map(String);
    expect(joinTouching(['7', '2', '1', '3', '9'], line)).toEqual([['1', '2', '3'], ['7'], ['9']]);
    const star = (cell: string) => (cell === '1' ? ['2', '3', '4'] : ['1']);
    expect(joinTouching(['4', '3', '2', '1'], star)).toEqual([['1', '2', '3', '4']]);
  });

  it('tests a window around a cell that nobody named, when its neighbours were', () => {
    const cell = latLngToCell(centre.latitude, centre.longitude, 9);
    const ring = gridDisk(cell, 1).filter((other) => other !== cell);
    const mentions = ring.map((other, respondent) => ({ respondent, cell: other, unsafe: true }));
    const windows = testWindows(mentions, (at) => gridDisk(at, 1).filter((other) => other !== at), {
      ...defaultPlaceRule,
      minimumPairs: 6,
    });
    expect(windows.find((window) => window.cell === cell)).toMatchObject({ pairs: 6, unsafePairs: 6, p: 1 });
  });

  it('breaks a tie between equally near names by name', () => {
    const twins = ['B', 'A'].map((name) => ({ name, latitude: 50, longitude: 20, district: 1 }));
    expect(nearestEntry(centre, twins)?.name).toBe('A');
    expect(nearestEntry(centre, [])).toBeNull();
  });
});
