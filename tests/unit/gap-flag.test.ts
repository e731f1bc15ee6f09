import { describe, expect, it } from 'vitest';
import type { Estimate } from '#core/estimation/estimate.ts';
import type { SharePart } from '#core/estimation/intervals/share-part.ts';
import { testDistricts } from '#core/flagging/district-rule.ts';
import type { EarlierWave } from '#core/flagging/wave-figures.ts';
import { studentUpper } from '#core/statistics/distributions.ts';
import {
  districts,
  firstOf,
  flagsOf,
  flat,
  ofKind,
  rule,
  targetPerDistrict,
  wave,
  withFirst,
} from '#tests/support/flag-waves.ts';

const now = wave('2026-1', withFirst({ share: 0.45, gap: 0.12 }));
const before = wave('2025-1', withFirst({ share: 0.3, gap: 0.06 }));

describe('a gap', () => {
  const withContrasts = (
    one: EarlierWave,
    changes: (contrast: EarlierWave['contrasts'][number]) => boolean,
  ) => ({
    ...one,
    contrasts: one.contrasts.filter(changes),
  });
  const testsOf = (one: EarlierWave, earlier: EarlierWave[] = []) =>
    testDistricts({ wave: one, earlier, districts, targetPerDistrict, rule }).filter(
      ({ kind }) => kind === 'gap',
    );

  it('is tested of the groups that the wave compares with the rest, in the order of their names', () => {
    const renamed = (kinds: string[], against: string) =>
      now.contrasts.flatMap((contrast) => (kinds.includes(contrast.kind) ? [{ ...contrast, against }] : []));
    const more = {
      ...now,
      contrasts: [
        ...now.contrasts,
        ...renamed(['gap', 'gap-vs-rest'], 'age:65+'),
        ...renamed(['gap'], 'age:18-34'),
        ...renamed(['gap', 'gap-vs-rest'], 'age:18-34').map((contrast) => ({
          ...contrast,
          indicator: 'avoids',
        })),
      ],
    };
    const groups = testsOf(more).map(({ group }) => group);
    expect([...new Set(groups)]).toEqual(['age:65+', 'women-men']);
    expect(groups).toHaveLength(12);
  });

  it('is insufficient where the wave lacks a part of it, and not pooled where the wave before does', () => {
    const lacking = (kind: string) => (contrast: { kind: string; domain: string }) =>
      contrast.kind !== kind || contrast.domain !== 'D01';
    const first = (one: EarlierWave, earlier: EarlierWave[] = []) =>
      testsOf(one, earlier).find(({ district }) => district === 1);
    expect(first(now)?.severity).toBe('alert');
    expect(first(withContrasts(now, lacking('gap')))?.severity).toBe('insufficient');
    expect(first(withContrasts(now, lacking('gap-vs-rest')))?.severity).toBe('insufficient');
    expect(first({ ...now, estimates: now.estimates.slice(1) })?.severity).toBe('insufficient');
    expect(first(now, [before])?.pooledWith).toBe('2025-1');
    expect(first(now, [withContrasts(before, lacking('gap'))])?.pooledWith).toBeNull();
    expect(first(now, [withContrasts(before, lacking('gap-vs-rest'))])?.pooledWith).toBeNull();
  });
});

describe('a gap pooled over two waves', () => {
  it('is the mean of both, with half the root of the sum of their variances', () => {
    const wide = wave('2025-1', [{ share: 0.3, gap: 0.06, n: 900 }, ...flat().slice(1)]);
    const { size, standardError, estimate, q, familySize } = firstOf('gap', now, [wide]);
    expect(size).toBeCloseTo((0.12 + 0.06) / 2, 12);
    expect(estimate).toBeCloseTo((0.22 + 0.16) / 2, 12);
    const errors = [0.0123 * 2.1, 0.0123 * 2.1 * Math.SQRT2];
    expect(standardError).toBeCloseTo(Math.hypot(...errors) / 2, 12);
    // The smallest p-value of the family is multiplied by its size.
    const p = studentUpper((size ?? 0) / (standardError ?? 1), 1786 + 886);
    expect((q ?? 0) / (familySize * p)).toBeCloseTo(1, 9);
  });

  it('needs the base of the rule on either side, over both waves together', () => {
    const sidesOf = (id: string, women: number, men: number, evenness = 1): EarlierWave => {
      const own = wave(id, withFirst({ share: 0.3, gap: 0.12 }));
      const [estimate] = own.estimates as [Estimate, ...Estimate[]];
      const side = (sex: string, n: number) => ({
        ...estimate,
        domain: `D01|sex:${sex}`,
        n,
        kishN: evenness * n,
      });
      return { ...own, estimates: [...own.estimates, side('F', women), side('M', men)] };
    };
    const severity = (one: EarlierWave, earlier: EarlierWave[] = []) => firstOf('gap', one, earlier).severity;
    expect(severity(sidesOf('2026-1', 60, 60))).toBe('alert');
    expect(severity(sidesOf('2026-1', 59, 500))).toBe('insufficient');
    expect(severity(sidesOf('2026-1', 500, 59))).toBe('insufficient');
    expect(severity(sidesOf('2026-1', 70, 70, 0.7))).toBe('insufficient');
    expect(severity(sidesOf('2026-1', 40, 40), [sidesOf('2025-1', 20, 20)])).toBe('alert');
    expect(severity(sidesOf('2026-1', 40, 40), [sidesOf('2025-1', 20, 19)])).toBe('insufficient');
  });

  it('counts both sides of a group and everyone else by their own people', () => {
    const own = wave('2026-1', withFirst({ share: 0.3, gap: 0.12 }));
    const part = (n: number, sign: 1 | -1): SharePart => ({
      sign,
      share: sign > 0 ? 0.5 : 0.3,
      standardError: 0.02,
      degreesOfFreedom: n,
      n,
      kishN: n,
      binomialN: n,
      isExact: true,
    });
    const others = (n: number) => ({
      ...own,
      contrasts: own.contrasts.map((contrast) =>
        contrast.kind === 'gap' ? { ...contrast, parts: [part(400, 1), part(n, -1)] } : contrast,
      ),
    });
    expect([60, 59].map((n) => firstOf('gap', others(n), []).severity)).toEqual(['alert', 'insufficient']);
  });
});

it("a gap's history is that of the same group", () => {
  const gapOf = (group: string) => ({
    kind: 'gap' as const,
    basis: 'rolling-year' as const,
    leads: true,
    indicator: 'unsafe',
    district: 1,
    group,
    severity: 'alert' as const,
  });
  const statusAfter = (group: string) =>
    ofKind(flagsOf(now, [before, { ...wave('2024-1', flat()), flags: [gapOf(group)] }]), 'gap').map(
      ({ status }) => status,
    );
  expect(statusAfter('women-men')).toEqual(['confirmed']);
  expect(statusAfter('age:65+')).toEqual(['new']);
});
