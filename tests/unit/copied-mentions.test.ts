import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copiedPatterns, copyRule, isLarge } from '#core/places/copied-mentions.ts';
import type { LocatedMention } from '#core/places/on-grid.ts';
import { copyWarnings, warningCodes } from '#core/publication/run-warnings.ts';
import { honestMentions } from '#tests/support/described-mentions.ts';
import { seededRandom } from '#tests/support/random.ts';

const corner = { latitude: 50.05, longitude: 19.95 };
const words = { reason: [1, 3, 4], time: [3], fix: [8] };

/** People who send the same mention. */
const copies = (people: number, first = 1_000_000): LocatedMention[] =>
  Array.from({ length: people }, (_, index) => ({
    ...{ respondent: first + index, kind: 'unsafe' as const, ...corner, ...words },
  }));

describe('mentions that look copied', () => {
  it('are none among people who answer for themselves, in 25 simulated waves', () => {
    const marked = Array.from({ length: 25 }, (_, seed) => copiedPatterns(honestMentions(seed + 1)).length);
    expect(marked.filter((count) => count > 0).length).toBeLessThanOrEqual(1);
  });

  it('are found when a dozen people say the same of a spot, with how many said it', () => {
    const found = copiedPatterns([...honestMentions(3), ...copies(12)]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ ...corner, reasons: [1, 3, 4], times: [3], fixes: [8], people: 12 });
    expect(found[0]?.expected).toBeLessThan(1);
    expect(found.map(isLarge)).toEqual([true]);
  });

  it('do not explain themselves: a spot that only copies name is found as well', () => {
    expect(copiedPatterns([...honestMentions(3), ...copies(40)])[0]?.people).toBe(40);
  });

  it('are no answers that most people at a spot give: what they truly share is no copy', () => {
    const random = seededRandom(5);
    const alike = Array.from({ length: 300 }, (_, index): LocatedMention => {
      const other = () => random() < 0.3;
      return {
        ...{ respondent: 2_000_000 + index, kind: 'unsafe', ...corner },
        reason: other() ? [2] : [3],
        time: other() ? [3] : [2],
        fix: other() ? [1] : [2],
      };
    });
    expect(copiedPatterns([...honestMentions(3), ...alike])).toEqual([]);
  });

  it('are counted by people: whoever repeats a mention is one', () => {
    const repeated = copies(1).flatMap((mention) => Array.from({ length: 50 }, () => mention));
    expect(copiedPatterns([...honestMentions(3), ...repeated])).toEqual([]);
  });

  it('are found whatever the order of the mentions and of the codes in them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 8, max: 60 }), (seed, people) => {
        const all = [...honestMentions(seed), ...copies(people)];
        const random = seededRandom(seed);
        const shuffled = all
          .map((mention) => ({
            mention: { ...mention, reason: [...(mention.reason ?? [])].reverse() },
            rank: random(),
          }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ mention }) => mention);
        expect(copiedPatterns(shuffled)).toEqual(copiedPatterns(all));
      }),
      { seed: 3, numRuns: 20 },
    );
  });

  it('are never marked for fewer people than the rule asks for, and never without an excess', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 0, max: 60 }), (seed, people) => {
        for (const pattern of copiedPatterns([...honestMentions(seed), ...copies(people)])) {
          expect(pattern.people).toBeGreaterThanOrEqual(copyRule.minimumPeople);
          expect(pattern.people).toBeGreaterThanOrEqual(copyRule.timesExpected * pattern.expected);
          expect(pattern.of).toBeGreaterThanOrEqual(pattern.people);
        }
      }),
      { seed: 4, numRuns: 30 },
    );
  });

  it('take no account of safe mentions, nor of mentions that say nothing but where', () => {
    const safe = copies(50).map((mention) => ({ ...mention, kind: 'safe' as const }));
    const silent = copies(50).map(({ reason: _r, time: _t, fix: _f, ...mention }) => mention);
    expect(copiedPatterns([...honestMentions(3), ...safe, ...silent])).toEqual([]);
  });
});

it('a run warns of copies that make up a tenth of a spot, by the nearest name, and of no smaller ones', () => {
  const gazetteer = [{ name: 'Corner', ...corner, district: 1 }];
  const pattern = { ...corner, reasons: [1], times: [3], fixes: [8], expected: 1 };
  const warnings = copyWarnings(
    [
      { ...pattern, people: 21, of: 200 },
      { ...pattern, people: 12, of: 200 },
    ],
    gazetteer,
  );
  expect(warnings).toEqual([
    { study: null, warning: { code: 'copied-mentions', name: 'Corner', people: 21, of: 200 } },
  ]);
  expect(warningCodes(warnings)).toEqual(['copied-mentions']);
});
