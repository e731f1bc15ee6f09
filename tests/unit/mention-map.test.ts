import fc from 'fast-check';
import { cellToLatLng, gridDisk, latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { cityCells, districtOutlines } from '#app/use-cases/results/map/city-outline.server.ts';
import { placeMap } from '#app/use-cases/results/map/place-map.server.ts';
import type { ListedPlace } from '#app/use-cases/results/published/place-list.server.ts';
import { serialisePublication } from '#core/disclosure/serialise-publication.ts';
import { suppress } from '#core/disclosure/suppress.ts';
import { type DescribedCell, describeMentions } from '#core/places/mention-map.ts';
import type { LocatedMention } from '#core/places/on-grid.ts';
import { readPublication } from '#core/publication/read.ts';
import { exactPublication } from '#tests/support/exact-publication.ts';
import { eighteenDistricts } from '#tests/support/results.ts';

const city = [...cityCells(9).keys()];
const square = latLngToCell(50.0617, 19.9373, 9);
const [latitude, longitude] = cellToLatLng(square);

/** Everybody names one place of a hundred, and every second person feels unsafe there. */
const everywhere: LocatedMention[] = Array.from({ length: 1000 }, (_, respondent) => {
  const [lat, lng] = cellToLatLng(city[(respondent % 100) * 25] ?? square);
  return { respondent, kind: respondent % 200 < 100 ? 'unsafe' : 'safe', latitude: lat, longitude: lng };
});
const crowd = (people: number): LocatedMention[] =>
  Array.from({ length: people }, (_, person) => ({
    respondent: 1000 + person,
    kind: 'unsafe',
    latitude,
    longitude,
  }));
const describeWave = (mentions: readonly LocatedMention[]): DescribedCell[] =>
  describeMentions({ mentions, weights: new Float64Array(2000).fill(1), cityCells: city, resolution: 9 });
const publish = (mentionCells: DescribedCell[]) =>
  suppress(exactPublication(eighteenDistricts, { mentionCells }));

describe('the cells of the city', () => {
  it('cover its area of 327 km², each in one district', () => {
    expect(city.length * 0.1053).toBeGreaterThan(300);
    expect(city.length * 0.1053).toBeLessThan(350);
    expect(new Set(cityCells(9).values()).size).toBe(18);
    expect(cityCells(9).get(square)).toBe(1);
  });
});

describe('the map of mentions', () => {
  it('stands out where more people than elsewhere feel unsafe, and names only cells that were named', () => {
    const cells = describeWave([...everywhere, ...crowd(60)]);
    const found = cells.find(({ cell }) => cell === square);
    expect(found?.unsafeRespondents).toBe(60);
    expect(found?.score).toBeGreaterThan(2);
    expect(cells.length).toBeLessThanOrEqual(101);
    expect(cells.map(({ cell }) => cell)).toEqual(cells.map(({ cell }) => cell).sort());
  });

  it('does not depend on the order in which the cells of the city come', () => {
    const input = { mentions: everywhere, weights: new Float64Array(2000).fill(1), resolution: 9 };
    const turned = describeMentions({ ...input, cityCells: [...city].reverse() });
    expect(turned).toEqual(describeMentions({ ...input, cityCells: [...city].sort() }));
  });

  it('weighs people, not mentions', () => {
    const wave = [...everywhere, ...crowd(20)];
    expect(describeWave([...wave, ...crowd(20), ...everywhere])).toEqual(describeWave(wave));
  });

  it('has no score where nobody named a place, or everybody called every place unsafe', () => {
    expect(describeWave([])).toEqual([]);
    const unsafe = describeWave(everywhere.map((mention) => ({ ...mention, kind: 'unsafe' })));
    expect(unsafe.every(({ score }) => score === null || Math.abs(score) < 1e-6)).toBe(true);
  });
});

describe('what may be shown of the map of mentions', () => {
  const cells = gridDisk(square, 3);
  const described = fc
    .array(fc.tuple(fc.nat({ max: 130 }), fc.double({ min: -6, max: 6, noNaN: true })), {
      maxLength: cells.length,
    })
    .map((figures) =>
      figures.map(([unsafeRespondents, score], index) => ({
        cell: cells[index] as string,
        unsafeRespondents,
        score,
      })),
    );

  it('invariant 7: no cell with fewer than five people, no count and no score', () => {
    fc.assert(
      fc.property(described, (draft) => {
        const shown = publish(draft).mentionCells ?? [];
        expect(shown.map(({ cell }) => cell)).toEqual(
          draft.filter(({ unsafeRespondents }) => unsafeRespondents >= 5).map(({ cell }) => cell),
        );
        for (const cell of shown) {
          expect(Object.keys(cell)).toEqual(['cell', 'people', 'standing']);
          const exact = draft.find((other) => other.cell === cell.cell) as (typeof draft)[number];
          expect([5, 10, 20, 50, 100]).toContain(cell.people);
          expect(cell.people).toBeLessThanOrEqual(exact.unsafeRespondents);
          expect(exact.unsafeRespondents).toBeLessThan(2.5 * cell.people + (cell.people === 100 ? 100 : 0));
          const standing = exact.score >= 2 ? 'above' : exact.score <= -2 ? 'below' : 'near';
          expect(cell.standing).toBe(standing);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('tells a cell apart from a score of two on, on either side', () => {
    const scores = [2, 1.99, -1.99, -2];
    const shown = publish(
      scores.map((score, index) => ({ cell: cells[index] as string, unsafeRespondents: 50, score })),
    );
    expect(shown.mentionCells.map(({ standing }) => standing)).toEqual(['above', 'near', 'near', 'below']);
  });

  it('leaves out a cell whose score does not exist', () => {
    expect(publish([{ cell: square, unsafeRespondents: 50, score: null }]).mentionCells).toEqual([]);
  });

  it('invariant 7: a correction shows no cell that was hidden, and none that rests on almost the same people', () => {
    const [a, b, c, d, e] = cells as [string, string, string, string, string];
    const count = (cell: string, unsafeRespondents: number) => ({ cell, unsafeRespondents, score: 0 });
    const draft = exactPublication(eighteenDistricts, {
      mentionCells: [count(a, 40), count(b, 40), count(c, 40), count(d, 4)],
    });
    const correction = exactPublication(eighteenDistricts, {
      number: 2,
      publicationId: '2026-1.2',
      replaces: '2026-1.1',
      mentionCells: [count(a, 40), count(b, 41), count(c, 50), count(d, 40), count(e, 40)],
    });
    const shown = suppress(correction, {
      replaced: { published: suppress(draft), exact: draft },
    }).mentionCells;
    expect(shown.map(({ cell }) => cell)).toEqual([a, c]);
  });

  it('is empty in a correction of a publication whose map was empty', () => {
    const draft = exactPublication(eighteenDistricts, { mentionCells: [] });
    const mentionCells = [{ cell: square, unsafeRespondents: 12, score: 3 }];
    const correction = { ...draft, publicationId: '2026-1.2', replaces: '2026-1.1', mentionCells };
    expect(publish(mentionCells).mentionCells).toHaveLength(1);
    const replaced = { published: suppress(draft), exact: draft };
    expect(suppress(correction, { replaced }).mentionCells).toEqual([]);
  });

  it('is read back as it was written, and a map with an exact count or a score is refused', () => {
    const publication = publish([{ cell: square, unsafeRespondents: 23, score: -2.5 }]);
    const { text } = serialisePublication(publication);
    expect(readPublication(text)).toMatchObject({
      ok: true,
      document: { mentionCells: publication.mentionCells },
    });
    for (const wrong of ['"people":23', '"people":20,"score":-2.5']) {
      expect(readPublication(text.replace('"people":20', wrong))).toMatchObject({
        ok: false,
        reason: 'not-a-publication',
      });
    }
  });
});

describe('the drawing of the map of mentions', () => {
  const numbersIn = (path: string): number[] => path.match(/-?\d+(\.\d)?/g)?.map(Number) ?? [];

  it('lies on the drawing of the districts, cell by cell, with its table', () => {
    const cells = [square, ...gridDisk(square, 1).slice(1, 3)];
    const reading = placeMap(
      { mentionCells: cells.map((cell) => ({ cell, people: 20, standing: 'near' })) },
      [],
    );
    const { width, districts } = districtOutlines();
    const [layer] = reading?.layers ?? [];
    expect(reading?.layers.map(({ standing }) => standing)).toEqual(['near']);
    expect(layer?.path.match(/z/g)).toHaveLength(3);
    const oldTown = districts.find(({ number }) => number === 1);
    for (const [index, number] of numbersIn(layer?.path ?? '').entries()) {
      expect(number).toBeGreaterThan(0);
      expect(number).toBeLessThan(width);
      const near = index % 2 === 0 ? oldTown?.labelX : oldTown?.labelY;
      expect(Math.abs(number - (near ?? 0))).toBeLessThan(60);
    }
    expect(reading?.cells).toHaveLength(3);
    expect(reading?.cells.every(({ district, near }) => district === 1 && near !== null)).toBe(true);
  });

  it('marks a flagged place where it is, and is not drawn where there is nothing to show', () => {
    const place = { placeId: 'p', latitude, longitude, cells: [square] } as ListedPlace['place'];
    const reading = placeMap({ mentionCells: [] }, [{ number: 1, place, reasons: [], times: [], fixes: [] }]);
    const [mark] = reading?.places ?? [];
    const corners = numbersIn(mark?.path ?? '').filter((_, index) => index % 2 === 0);
    expect(mark?.x).toBeGreaterThan(Math.min(...corners));
    expect(mark?.x).toBeLessThan(Math.max(...corners));
    expect(reading?.layers).toEqual([]);
    expect(placeMap({ mentionCells: [] }, [])).toBeNull();
  });
});
