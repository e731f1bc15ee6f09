import type { PublishedPlace } from '#core/places/place.ts';

/** A flagged place as a publication carries it, with what a test changes. */
export function testPlace(changes: Partial<PublishedPlace> = {}): PublishedPlace {
  return {
    placeId: '891e2040d4bffff',
    name: 'Rynek',
    district: 1,
    latitude: 50.06,
    longitude: 19.94,
    cells: ['891e2040d4bffff'],
    unsafeRespondents: 40,
    totalRespondents: 60,
    safeRespondents: 20,
    knownFromOthers: 10,
    shareFromOthers: 0.22,
    reasons: [
      { code: 3, people: 30 },
      { code: 1, people: 10 },
    ],
    times: [{ code: 2, people: 40 }],
    fixes: [
      { code: 2, people: 20 },
      { code: 1, people: 10 },
    ],
    q: 0.001,
    familySize: 900,
    status: 'new',
    ...changes,
  };
}
