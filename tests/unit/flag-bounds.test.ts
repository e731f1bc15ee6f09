import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { independentDifference, upperTail } from '#core/estimation/difference.ts';
import type { Estimate } from '#core/estimation/estimate.ts';
import { testDistricts } from '#core/flagging/district-rule.ts';
import { isBaseSufficient } from '#core/flagging/district-test.ts';
import { seriesBreaks } from '#core/flagging/series-break.ts';
import { comparisonWave, type EarlierWave } from '#core/flagging/wave-figures.ts';
import { studentQuantile, studentUpper } from '#core/statistics/distributions.ts';
import { districts, firstOf, flat, rule, wave, withFirst } from '#tests/support/flag-waves.ts';

const now = wave('2026-1', withFirst({ share: 0.45, gap: 0.12 }));
const before = wave('2025-1', withFirst({ share: 0.3, gap: 0.06 }));

describe('a test of the district rule', () => {
  it.each(['level', 'absolute', 'gap', 'deterioration'] as const)(
    'is rejected at exactly its q-value and at no smaller rate: %s',
    (kind) => {
      const earlier = kind === 'deterioration' ? [before] : [];
      const { severity, q } = firstOf(kind, now, earlier);
      expect(severity).toBe('alert');
      const rate = q ?? 1;
      expect(rate).toBeGreaterThan(0);
      const at = (falseDiscoveryRate: number) =>
        firstOf(kind, now, earlier, { falseDiscoveryRate, differenceAlertRate: falseDiscoveryRate }).severity;
      expect(at(rate)).toBe('alert');
      expect(at(rate * 0.999)).not.toBe('alert');
    },
  );

  it('of a gap is watched at exactly the rate of watches', () => {
    const { q } = firstOf('gap', now, []);
    const at = (gapWatchFalseDiscoveryRate: number) =>
      firstOf('gap', now, [], { differenceAlertRate: 0, gapWatchFalseDiscoveryRate }).severity;
    expect([at(q ?? 1), at((q ?? 1) * 0.999)]).toEqual(['watch', 'none']);
  });

  it.each([
    ['level', 'levelMargin', 'watch'],
    ['gap', 'gapMargin', 'alert'],
    ['deterioration', 'changeMargin', 'alert'],
  ] as const)('of a %s whose estimate is exactly the margin passes it', (kind, margin, severity) => {
    const earlier = kind === 'deterioration' ? [before] : [];
    const { size } = firstOf(kind, now, earlier);
    const at = (value: number) => firstOf(kind, now, earlier, { [margin]: value }).severity;
    expect(at(size ?? 0)).toBe(severity);
    expect(at((size ?? 0) * 1.001)).not.toBe(severity);
  });

  it('of a share is watched from its threshold on, when the test of it alone has exactly the p-value of watches or less', () => {
    const at = (unsafe: number, absoluteWatchLevel: number) =>
      firstOf('absolute', now, [], {
        absoluteThreshold: { unsafe },
        falseDiscoveryRate: 0,
        absoluteWatchLevel,
      }).severity;
    const p = studentUpper((0.45 - 0.44) / 0.0123, 1786);
    expect(p).toBeGreaterThan(0.2);
    expect([at(0.44, p * 1.0001), at(0.44, p * 0.9999)]).toEqual(['watch', 'none']);
    // A threshold within the interval, and above the estimate, is none however little the test asks.
    expect([at(0.45, 0.5), at(0.4501, 0.9)]).toEqual(['watch', 'none']);
    expect([at(0.44, 0.2), at(0.4396, 0.2)]).toEqual(['none', 'watch']);
  });

  it('of an indicator without a threshold is no test of a level of its own', () => {
    const kinds = testDistricts({
      wave: now,
      earlier: [],
      districts,
      targetPerDistrict: 1800,
      rule: { ...rule, absoluteThreshold: {} },
    });
    expect(kinds.filter(({ kind }) => kind === 'absolute')).toEqual([]);
    expect(kinds.filter(({ kind }) => kind === 'level')).toHaveLength(6);
  });

  it('has the interval of the difference it tests, at its own degrees of freedom', () => {
    for (const [kind, earlier, degreesOfFreedom] of [
      ['level', [], 1786],
      ['gap', [], 1786],
      ['gap', [before], 2 * 1786],
      ['deterioration', [before], 2 * 1786],
    ] as const) {
      const { size, standardError, lower, upper } = firstOf(kind, now, [...earlier]);
      const half = studentQuantile(0.975, degreesOfFreedom) * (standardError ?? 0);
      expect(lower).toBeCloseTo((size ?? 0) - half, 12);
      expect(upper).toBeCloseTo((size ?? 0) + half, 12);
    }
    const { lower, upper } = firstOf('absolute', now, []);
    const [estimate] = now.estimates;
    expect([lower, upper]).toEqual([(estimate?.lower ?? 0) - 0.4, (estimate?.upper ?? 0) - 0.4]);
  });
});

describe('a level', () => {
  it('is watched at exactly its q-value, and insufficient without a comparison or an estimate', () => {
    const slight = wave('2026-1', withFirst({ share: 0.345 }));
    const at = (falseDiscoveryRate: number) => firstOf('level', slight, [], { falseDiscoveryRate });
    const { q } = at(0);
    expect([at(q ?? 1).severity, at((q ?? 1) * 0.999).severity]).toEqual(['watch', 'none']);
    const alone = { ...slight, contrasts: slight.contrasts.filter(({ kind }) => kind !== 'vs-rest') };
    expect(firstOf('level', alone, []).severity).toBe('insufficient');
    expect(firstOf('level', { ...slight, estimates: [] }, []).severity).toBe('insufficient');
  });
});

describe('the p-value of a difference', () => {
  it("is the upper tail of Student's t beyond the margin, at one degree of freedom or more", () => {
    const difference = { difference: 0.07, standardError: 0.02, degreesOfFreedom: 12 };
    expect(upperTail(difference, 0.03)).toBeCloseTo(studentUpper(2, 12), 14);
    expect(upperTail({ ...difference, degreesOfFreedom: 0 }, 0.03)).toBeCloseTo(studentUpper(2, 1), 14);
  });

  it('without variance is certain either way, and the margin itself is not beyond it', () => {
    const at = (difference: number) => upperTail({ difference, standardError: 0, degreesOfFreedom: 9 }, 0.03);
    expect([at(0.031), at(0.03), at(-1)]).toEqual([0, 1, 1]);
  });

  it('of a change has the variances and the degrees of freedom of both waves', () => {
    const [later, earlier] = [
      { difference: 0.5, standardError: 0.04, degreesOfFreedom: 20 },
      { difference: 0.3, standardError: 0.03, degreesOfFreedom: 7 },
    ];
    expect(independentDifference(later, earlier)).toEqual({
      difference: 0.2,
      standardError: 0.05,
      degreesOfFreedom: 27,
    });
  });
});

describe('the base rule', () => {
  it('asks for 60 respondents worth 50 after weighting, and for nothing that they answered', () => {
    const [estimate] = wave('2026-1', flat()).estimates as [Estimate, ...Estimate[]];
    const passes = (n: number, kishN: number) => isBaseSufficient({ ...estimate, n, kishN }, rule);
    expect([passes(60, 50), passes(59, 59), passes(60, 49.9)]).toEqual([true, false, false]);
  });

  it('judges the same districts whatever their shares are: the worst are not silent', () => {
    const judged = (share: number) =>
      firstOf('level', wave('2026-1', withFirst({ share, n: 66 })), []).severity !== 'insufficient';
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), judged));
  });

  it('asks for enough people in both waves of a change, and in the first of two changes in a row', () => {
    const [few, many] = [59, 1800].map((n) => wave('2025-1', withFirst({ share: 0.3, n })));
    expect(firstOf('deterioration', now, [many as EarlierWave]).severity).toBe('alert');
    expect(firstOf('deterioration', now, [few as EarlierWave]).severity).toBe('insufficient');
  });

  it('watches two changes in a row of exactly the margin each, when the first wave suffices', () => {
    const inRow = (n: number, first = 0.25) => {
      const earlier = [
        wave('2024-1', withFirst({ share: first, n })),
        wave('2025-1', withFirst({ share: 0.28125 })),
      ];
      const changes = { changeMargin: 0.03125, falseDiscoveryRate: 0.01 };
      return firstOf('deterioration', wave('2026-1', withFirst({ share: 0.3125 })), earlier, changes)
        .severity;
    };
    expect([inRow(1800), inRow(59), inRow(1800, 0.26)]).toEqual(['watch', 'none', 'none']);
  });
});

describe('the wave to compare with', () => {
  const years = (...ids: string[]) => ids.map((id) => wave(id, flat()));

  it('is that of the same season a year before, else the last one, and never this one or a later one', () => {
    const at = (id: string, ...ids: string[]) =>
      comparisonWave(wave(id, flat()), years(...ids), rule)?.waveId;
    expect(at('2026-1', '2024-2', '2025-1', '2025-2')).toBe('2025-1');
    expect(at('2025-2', '2024-2', '2025-1', '2025-2', '2026-1')).toBe('2024-2');
    expect(at('2026-1', '2024-1', '2024-2', '2023-1')).toBe('2024-2');
    expect(at('2026-1', '2026-1', '2026-2')).toBeUndefined();
  });

  it('may be of a method that is not known', () => {
    const unknown = { ...now, methodVersion: undefined };
    expect(seriesBreaks(unknown, now, rule)).toEqual([]);
    expect(seriesBreaks(now, unknown, rule)).toEqual([]);
  });

  it('may differ in a mode by as much as is allowed, 10 points, and no more', () => {
    const byWeb = (share: number) =>
      wave('2025-1', flat(), {
        modes: [
          { mode: 'web', share },
          { mode: 'phone', share: 1 - share },
        ],
      });
    const breaks = (share: number) => seriesBreaks(byWeb(share), now, rule);
    expect([breaks(0.8), breaks(0.6), breaks(0.7)]).toEqual([[], [], []]);
    expect(breaks(0.81)).toEqual([
      expect.objectContaining({ kind: 'mode', mode: 'web', before: 0.81, after: 0.7 }),
    ]);
    const onPaper = {
      ...now,
      modes: [
        { mode: 'web' as const, share: 0.6 },
        { mode: 'phone' as const, share: 0.2 },
        { mode: 'paper' as const, share: 0.2 },
      ],
    };
    expect(seriesBreaks(now, onPaper, rule)).toEqual([
      { kind: 'mode', mode: 'paper', before: 0, after: 0.2 },
    ]);
  });
});
