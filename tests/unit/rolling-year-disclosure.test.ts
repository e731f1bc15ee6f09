import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serialisePublication } from '#core/disclosure/serialise-publication.ts';
import { suppress } from '#core/disclosure/suppress.ts';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import type { ExactPublication, ExactRollingYear } from '#core/publication/exact-publication.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import { readPublication } from '#core/publication/read.ts';
import {
  type AnswerCounts,
  exactEstimate,
  exactLevelFlag,
  exactPublication,
} from '#tests/support/exact-publication.ts';

/** Six districts; safe, unsafe and very unsafe answers of women and of men. */
const counts = (unsafe: readonly number[]): AnswerCounts =>
  unsafe.map((yes) => [
    [60, yes, 20, 0],
    [60, yes, 20, 0],
  ]);
const comfortable = counts([30, 32, 34, 36, 38, 40]);
/** Too few in the third district to be shown, which hides a second one. */
const oneSmall: AnswerCounts = comfortable.map((district, index) =>
  index === 2
    ? [
        [10, 2, 1, 0],
        [10, 2, 1, 0],
      ]
    : district,
);
const past = (answers: AnswerCounts): PublicationDocument => {
  const draft = exactPublication(answers);
  return suppress(
    exactPublication(answers, {
      publicationId: '2025-2.1',
      wave: { ...draft.wave, waveId: '2025-2', year: 2025, season: 'autumn' },
    }),
  );
};
const yearOf = (now: ExactPublication, before: ExactPublication): ExactRollingYear => ({
  pooledWith: '2025-2',
  against: null,
  againstPooledWith: null,
  leads: true,
  estimates: now.estimates.flatMap((estimate) => {
    const then = before.estimates.find(({ domain }) => domain === estimate.domain);
    if (!then || estimate.domain.includes(':')) return [];
    const value = ((estimate.value ?? 0) + (then.value ?? 0)) / 2;
    return [
      {
        ...exactEstimate(estimate.domain, value, (estimate.n ?? 0) + (then.n ?? 0)),
        rankRange: { from: 1, to: 3 },
      },
    ];
  }),
});
const published = (
  nowCounts: AnswerCounts,
  thenCounts: AnswerCounts,
  changes: Partial<ExactPublication> = {},
) => {
  const [now, before] = [exactPublication(nowCounts), exactPublication(thenCounts)];
  const earlier = past(thenCounts);
  const document = suppress({ ...now, rollingYear: yearOf(now, before), ...changes }, { earlier: [earlier] });
  return { document, earlier };
};
const hidden = (estimates: readonly PublishedEstimate[]) =>
  estimates.filter(({ quality }) => quality === 'suppressed').map(({ domain }) => domain);

describe('a rolling year', () => {
  it('is shown where both waves show their figures, and nowhere else: two of the three give the third', () => {
    const people = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 6, maxLength: 6 }).map(counts);
    fc.assert(
      fc.property(people, people, (a, b) => {
        const { document, earlier } = published(a, b);
        const year = document.rollingYear?.estimates ?? [];
        for (const { domain, quality, value, versusRest, rankRange } of year) {
          const isHidden = [document, earlier].some(({ estimates }) => hidden(estimates).includes(domain));
          expect(quality === 'suppressed').toBe(isHidden);
          if (isHidden) expect([value, versusRest, rankRange]).toEqual([null, null, null]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('hides what this wave or the one before hides, and then ranks nobody', () => {
    for (const [now, before] of [
      [oneSmall, comfortable],
      [comfortable, oneSmall],
    ] as const) {
      const { document } = published(now, before);
      const year = document.rollingYear?.estimates ?? [];
      expect(hidden(year)).toContain('D03');
      expect(year.every(({ rankRange }) => rankRange === null)).toBe(true);
    }
    expect(hidden(published(comfortable, comfortable).document.rollingYear?.estimates ?? [])).toEqual([]);
  });

  it('is hidden whole when the wave before was never published', () => {
    const draft = exactPublication(comfortable);
    const { rollingYear } = suppress({ ...draft, rollingYear: yearOf(draft, draft) });
    expect(rollingYear?.estimates.every(({ quality }) => quality === 'suppressed')).toBe(true);
  });

  it('is read back as it was written', () => {
    const { text } = serialisePublication(published(comfortable, oneSmall).document as never);
    const read = readPublication(text);
    expect(read.ok && read.document.rollingYear?.pooledWith).toBe('2025-2');
  });
});

describe('tests of hidden figures', () => {
  const { severity: _s, status: _t, needsIntervention: _n, ...identity } = exactLevelFlag;
  const test = (district: number) => ({ ...identity, district, rollingYearQ: null });
  const flag = (district: number): PublishedFlag => ({ ...exactLevelFlag, severity: 'alert', district });
  const comparisons = [
    {
      kind: 'level' as const,
      basis: 'wave' as const,
      leads: true,
      made: 6,
      insufficient: 0,
      withoutComparison: 0,
    },
  ];

  it('are told alike whether they raised a flag or not, and counted among those that could not be made', () => {
    const everywhere = [1, 2, 3, 4, 5, 6];
    const of = (raised: number[]) =>
      suppress(
        exactPublication(oneSmall, {
          flags: raised.map(flag),
          unflagged: everywhere.filter((district) => !raised.includes(district)).map(test),
          comparisons,
        }),
      );
    const [third, none] = [of([3]), of([])];
    expect(third.flags).toEqual(none.flags);
    expect(third.flags.map(({ district }) => district)).toContain(3);
    const [count] = none.comparisons;
    expect(count?.insufficient).toBe(none.flags.length);
    expect((count?.made ?? 0) + (count?.insufficient ?? 0)).toBe(6);
  });

  it('leave no trace in the history of later waves', () => {
    const history = [{ waveId: '2025-2', severity: 'alert' as const }];
    const { document } = published(comfortable, oneSmall, {
      flags: [
        { ...flag(6), history },
        { ...flag(3), history },
      ],
    });
    const told = new Map(document.flags.map((one) => [one.district, one.history[0]?.severity]));
    expect([told.get(6), told.get(3)]).toEqual(['alert', 'insufficient']);
  });

  it('keep the rolling year’s test to themselves where the wave before hides its figure', () => {
    const flags = [6, 3].map((district) => ({ ...flag(district), rollingYearQ: 0.0123 }));
    const { document } = published(comfortable, oneSmall, { flags });
    const told = new Map(document.flags.map((one) => [one.district, one.rollingYearQ]));
    expect([told.get(6), told.get(3)]).toEqual([0.0123, null]);
  });
});
