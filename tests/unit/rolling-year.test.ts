import { describe, expect, it } from 'vitest';
import { judgeDistricts, testDistricts } from '#core/flagging/district-rule.ts';
import { earlierRollingYear, rollingYear } from '#core/flagging/rolling-year.ts';
import type { EarlierWave } from '#core/flagging/wave-figures.ts';
import { comparisonCounts, comparisonTotal } from '#core/publication/comparison-counts.ts';
import { districts, flat, populations, rule, wave, withFirst } from '#tests/support/flag-waves.ts';

const small = 100;
const of = (share: number, n = small) => withFirst({ share, n }).map((one) => ({ n, ...one }));
const judged = (now: EarlierWave, earlier: EarlierWave[], targetPerDistrict = small) =>
  judgeDistricts({ wave: now, earlier, districts, targetPerDistrict, populations, rule });
/** A wave with the flags that it raised, as the next ones read it. */
const then = (now: EarlierWave, earlier: EarlierWave[] = [], targetPerDistrict = small): EarlierWave => ({
  ...now,
  flags: judged(now, earlier, targetPerDistrict).flags,
  rule,
});

describe('a rolling year', () => {
  it('is the mean of two waves with V = (V₁ + V₂)/4, their bases and effective sizes added', () => {
    const [now, before] = [wave('2026-1', of(0.4)), wave('2025-2', of(0.3, 200))];
    const year = rollingYear(now, [before], rule);
    const [estimate] = year?.figures.estimates ?? [];
    const [a, b] = [now.estimates[0]?.standardError ?? 0, before.estimates[0]?.standardError ?? 0];
    expect(year?.pooledWith).toBe('2025-2');
    expect(estimate).toMatchObject({ domain: 'D01', n: 300, degreesOfFreedom: 86 + 186 });
    expect(estimate?.value).toBeCloseTo(0.35, 12);
    expect(estimate?.standardError).toBeCloseTo(Math.sqrt((a * a + b * b) / 4), 12);
    expect(estimate?.kishN).toBeCloseTo(300 / 1.3, 9);
  });

  it('is of comparable waves at most a year apart, and of no others', () => {
    const now = wave('2026-1', flat());
    const pooledWith = (...earlier: EarlierWave[]) => rollingYear(now, earlier, rule)?.pooledWith;
    expect(pooledWith(wave('2025-1', flat()), wave('2025-2', flat()))).toBe('2025-2');
    expect(pooledWith(wave('2025-1', flat()))).toBe('2025-1');
    expect(pooledWith(wave('2024-2', flat()))).toBeUndefined();
    expect(pooledWith(wave('2025-2', flat(), { questionnaireVersion: 'other' }))).toBeUndefined();
    expect(pooledWith(wave('2025-2', flat(), { methodVersion: '1.0' }))).toBeUndefined();
  });

  it('is compared with one that shares no wave with it, of the same seasons', () => {
    const now = wave('2026-1', flat());
    const ids = ['2025-2', '2025-1', '2024-2'].map((id) => wave(id, flat()));
    const before = earlierRollingYear(now, ids, rule);
    expect([before?.figures.waveId, before?.pooledWith]).toEqual(['2025-1', '2024-2']);
    expect(earlierRollingYear(now, ids.slice(0, 2), rule)).toBeNull();
  });
});

describe('below 400 respondents a district', () => {
  const before = wave('2025-2', of(0.45));
  const now = wave('2026-1', of(0.45));
  const tests = (earlier: EarlierWave[], targetPerDistrict: number) =>
    testDistricts({ wave: now, earlier, districts, targetPerDistrict, rule });

  it('level, absolute and gap rest on the rolling year, the wave beside it; from 400 on the wave leads', () => {
    const leading = (target: number) =>
      tests([before], target)
        .filter(({ leads, district }) => leads && district === 1)
        .map(({ kind, basis }) => `${kind} ${basis}`)
        .sort();
    expect(leading(399)).toEqual([
      'absolute rolling-year',
      'deterioration wave',
      'gap rolling-year',
      'improvement wave',
      'level rolling-year',
    ]);
    expect(leading(400)).toEqual([
      'absolute wave',
      'deterioration wave',
      'gap rolling-year',
      'improvement wave',
      'level wave',
    ]);
    const beside = tests([before], 399).filter(({ leads }) => !leads);
    expect(new Set(beside.map(({ basis }) => basis))).toEqual(new Set(['wave']));
  });

  it('finds in a year what one wave is too small for, in a family of its own', () => {
    const level = (leads: boolean) =>
      tests([before], small).find(
        (test) => test.kind === 'level' && test.leads === leads && test.district === 1,
      );
    expect(level(false)).toMatchObject({ severity: 'watch', basis: 'wave', pooledWith: null });
    expect(level(true)).toMatchObject({ severity: 'alert', pooledWith: '2025-2', familySize: 6, n: 200 });
  });

  it('measures deterioration between years that share no wave, as soon as there are two', () => {
    const worse = wave('2026-1', of(0.6));
    const earlier = [wave('2025-2', of(0.6)), wave('2025-1', of(0.3)), wave('2024-2', of(0.3))];
    const all = testDistricts({ wave: worse, earlier, districts, targetPerDistrict: small, rule });
    const first = all.find(
      ({ kind, leads, district }) => kind === 'deterioration' && leads && district === 1,
    );
    expect(first).toMatchObject({
      basis: 'rolling-year',
      severity: 'alert',
      against: '2025-1',
      pooledWith: '2025-2',
      againstPooledWith: '2024-2',
    });
    expect(first?.size).toBeCloseTo(0.3, 12);
  });

  it('leaves to the wave alone what the wave before did not ask', () => {
    const silent = { ...before, estimates: [], contrasts: [] };
    const leading = tests([silent], small).filter(({ leads }) => leads);
    expect(leading.filter(({ kind }) => kind === 'level').map(({ basis }) => basis)).toEqual(
      districts.map(() => 'wave'),
    );
    expect(leading.some(({ severity }) => severity === 'insufficient')).toBe(false);
  });

  it('calls for nothing by what stands beside', () => {
    const alarming = wave(
      '2026-1',
      withFirst({ share: 0.75, n: small }).map((one) => ({ n: small, ...one })),
    );
    const { flags } = judged(alarming, [then(wave('2025-2', of(0.05)))]);
    const beside = flags.filter(({ leads }) => !leads);
    expect(beside.some(({ severity }) => severity === 'alert')).toBe(true);
    expect(beside.every(({ needsIntervention }) => !needsIntervention)).toBe(true);
  });
});

describe('a watch that is repeated', () => {
  const watched = (share: number) => {
    const before = then(wave('2025-2', of(share, 1800)), [], 1800);
    const { flags } = judged(wave('2026-1', of(share, 1800)), [before], 1800);
    return flags.find(({ kind, district }) => kind === 'absolute' && district === 1);
  };

  it('calls for intervention when both waves together are an alert', () => {
    const flag = watched(0.424);
    expect(flag).toMatchObject({ severity: 'watch', needsIntervention: true, basis: 'wave' });
    expect(flag?.rollingYearQ).toBeLessThanOrEqual(0.05);
  });

  it('calls for none when they are not: twice too little evidence is not evidence', () => {
    const flag = watched(0.414);
    expect(flag).toMatchObject({ severity: 'watch', needsIntervention: false });
    expect(flag?.history[0]?.severity).toBe('watch');
    expect(flag?.rollingYearQ).toBeGreaterThan(0.05);
  });

  it('of imprecision alone does not exist: an interval that reaches the threshold is none', () => {
    const wide = (id: string) => wave(id, of(0.3));
    const earlier = [then(wide('2025-1')), then(wide('2025-2'), [then(wide('2025-1'))])];
    const { flags } = judged(wide('2026-1'), earlier);
    expect(flags.filter(({ severity }) => severity === 'watch' || severity === 'alert')).toEqual([]);
  });
});

describe('the count of comparisons', () => {
  it('has every kind, with what was made, what could not be and what had nothing to compare with', () => {
    const few = wave('2026-1', withFirst({ share: 0.3, n: 40 }));
    expect(comparisonCounts(judged(few, [], 1800))).toEqual([
      { kind: 'level', basis: 'wave', made: 5, insufficient: 1, withoutComparison: 0 },
      { kind: 'absolute', basis: 'wave', made: 5, insufficient: 1, withoutComparison: 0 },
      { kind: 'deterioration', basis: 'wave', made: 0, insufficient: 0, withoutComparison: 6 },
      { kind: 'gap', basis: 'wave', made: 5, insufficient: 1, withoutComparison: 0 },
    ]);
    expect(comparisonTotal(judged(few, [], 1800))).toEqual({
      made: 15,
      insufficient: 3,
      withoutComparison: 6,
    });
  });

  it('does not depend on what was answered', () => {
    const counts = (share: number) =>
      comparisonTotal(judged(wave('2026-1', of(share)), [wave('2025-1', of(0.3))]));
    for (const share of [0.01, 0.5, 0.99]) expect(counts(share)).toEqual(counts(0.3));
  });
});
