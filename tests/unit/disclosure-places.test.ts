import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suppress } from '#core/disclosure/suppress.ts';
import { minimumAnswers, smallestWidth } from '#core/estimation/intervals/minimum-base.ts';
import type { DistrictWishes } from '#core/places/district-wishes.ts';
import type { CountedAnswer, PublishedPlace } from '#core/places/place.ts';
import { nonsenseIn } from '#core/publication/nonsense/nonsense.ts';
import { exactPublication } from '#tests/support/exact-publication.ts';
import { testPlace } from '#tests/support/test-place.ts';

/** Who gave which of three answers: each person one, or none. */
const answered = fc.array(fc.constantFrom(1, 2, 3, null), { minLength: 5, maxLength: 60 });

const counted = (codes: readonly (number | null)[]): CountedAnswer[] =>
  [1, 2, 3]
    .map((code) => ({ code, people: codes.filter((other) => other === code).length }))
    .filter(({ people }) => people > 0)
    .sort((a, b) => b.people - a.people || a.code - b.code);

/** Of people who know a place, what each wants; beside them who call it safe too, or know it from others. */
const named = fc
  .record({
    fixes: answered,
    onlySafe: fc.integer({ min: 0, max: 30 }),
    both: fc.integer({ min: 0, max: 5 }),
    others: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ fixes, onlySafe, both, others }) => {
    const unsafe = fixes.length;
    return testPlace({
      unsafeRespondents: unsafe,
      totalRespondents: unsafe + onlySafe,
      safeRespondents: onlySafe + both,
      knownFromOthers: others,
      shareFromOthers: others / (unsafe + others),
      reasons: counted(fixes),
      times: counted(fixes),
      fixes: counted(fixes),
    });
  });

const wishesOf = ({ unsafeRespondents, fixes }: PublishedPlace): DistrictWishes => ({
  district: 1,
  people: unsafeRespondents,
  wishes: fixes,
});

const publish = (place: PublishedPlace) =>
  exactPublication([], { places: [place], districtWishes: [wishesOf(place)] });

/** The counts that a publication tells of a place and of its district. */
function toldCounts(document: { places: PublishedPlace[]; districtWishes: DistrictWishes[] }) {
  return [...document.places, ...document.districtWishes].flatMap((item) => {
    const lists = 'wishes' in item ? [item.wishes] : [item.reasons, item.times, item.fixes];
    const counts =
      'wishes' in item
        ? [item.people]
        : [item.unsafeRespondents, item.totalRespondents, item.safeRespondents, item.knownFromOthers];
    return [...counts.filter((people) => people !== null), ...lists.flat().map(({ people }) => people)];
  });
}

describe('invariant 7: what a publication tells of places', () => {
  it('is no number of fewer than ten people, and nothing that is not in tens', () => {
    fc.assert(
      fc.property(named, (place) => {
        const document = suppress(publish(place));
        for (const people of toldCounts(document)) {
          expect(people).toBeGreaterThanOrEqual(minimumAnswers);
          expect(people % 10).toBe(0);
        }
        expect(nonsenseIn(document)).toBeNull();
      }),
      { seed: 12 },
    );
  });

  it('leaves a hidden answer open by five people or more, whatever is told of the others and of all', () => {
    fc.assert(
      fc.property(named, (place) => {
        const [told] = suppress(publish(place)).places;
        const hidden = place.fixes.filter(({ code }) => !told?.fixes.some((fix) => fix.code === code));
        fc.pre(hidden.length > 0 && told !== undefined);
        // An intruder who knows the three answers and that nobody gave two: all people at most, less those
        // who must have given another.
        const all = told?.unsafeRespondents === null ? 9 : (told?.unsafeRespondents ?? 0) + 9;
        const others = told?.fixes.reduce((sum, { people }) => sum + people, 0) ?? 0;
        const most = Math.min(minimumAnswers - 1, all - others);
        for (const { people } of hidden) expect(people).toBeLessThanOrEqual(most);
        expect(most).toBeGreaterThanOrEqual(smallestWidth);
      }),
      { seed: 13, numRuns: 300 },
    );
  });

  it('leaves open how many of those who call it safe call it unsafe too', () => {
    fc.assert(
      fc.property(named, (place) => {
        const [told] = suppress(publish(place)).places;
        const { unsafeRespondents: unsafe, totalRespondents: total, safeRespondents: safe } = told ?? {};
        fc.pre(unsafe != null && total != null);
        const within = (people: number | null | undefined): [number, number] =>
          people == null ? [0, 9] : [people, people + 9];
        const [leastSafe, mostSafe] = within(safe);
        const least = Math.max(0, leastSafe + (unsafe ?? 0) - (total ?? 0) - 9);
        const most = Math.min(mostSafe, mostSafe + (unsafe ?? 0) + 9 - (total ?? 0));
        expect(most - least).toBeGreaterThanOrEqual(smallestWidth);
      }),
      { seed: 14, numRuns: 300 },
    );
  });

  it('shows nothing in a correction that it hid before', () => {
    fc.assert(
      fc.property(named, named, (first, second) => {
        const exact = publish(first);
        const published = suppress(exact);
        const correction = exactPublication([], {
          ...{ number: 2, publicationId: '2026-1.2', replaces: '2026-1.1', correctionNote: 'why' },
          ...{ places: [second], districtWishes: [wishesOf(second)] },
        });
        const corrected = suppress(correction, { replaced: { published, exact } });
        const shown = ({ places: [place], districtWishes: [wishes] }: typeof published) => [
          ...(place?.safeRespondents == null ? [] : ['safe']),
          ...(place?.knownFromOthers == null ? [] : ['others']),
          ...(['reasons', 'times', 'fixes'] as const).flatMap((field) =>
            (place?.[field] ?? []).map(({ code }) => `${field} ${code}`),
          ),
          ...(wishes?.wishes ?? []).map(({ code }) => `wish ${code}`),
          ...(wishes?.people == null ? [] : ['people']),
        ];
        expect(shown(published)).toEqual(expect.arrayContaining(shown(corrected)));
      }),
      { seed: 15 },
    );
  });

  it('is the share who know it from others only where both numbers are told, in whole percent', () => {
    const shareOf = (unsafeRespondents: number, knownFromOthers: number) => {
      const shareFromOthers = knownFromOthers / (unsafeRespondents + knownFromOthers);
      const place = testPlace({ unsafeRespondents, totalRespondents: 90, knownFromOthers, shareFromOthers });
      return suppress(publish(place)).places[0]?.shareFromOthers;
    };
    expect([shareOf(70, 23), shareOf(70, 9), shareOf(9, 12)]).toEqual([0.25, null, null]);
  });
});
