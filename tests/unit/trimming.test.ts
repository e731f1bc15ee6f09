import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marginDeviation } from '#core/weighting/margins/margin-totals.ts';
import { rake } from '#core/weighting/rake.ts';
import { defaultTrimOptions, type TrimMethod, trimAndRake } from '#core/weighting/trim.ts';
import { groupMeans } from '#core/weighting/weight-bounds.ts';
import { type DistrictSample, districtSample, weightedSample } from '#tests/support/sample-arbitraries.ts';

const tight = { tolerance: 1e-12, maximumIterations: 5000 };
const meanOf = (weights: Float64Array) => weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
const together = (weights: Float64Array) => new Int32Array(weights.length);

function outside(weights: Float64Array, mean: Float64Array, boundsOf: (i: number) => [number, number]) {
  return weights.filter((weight, i) => {
    const [lower, upper] = boundsOf(i);
    const ratio = weight / (mean[i] as number);
    return ratio > upper * (1 + 1e-8) || ratio < lower * (1 - 1e-8);
  }).length;
}

describe('trimming', () => {
  it('keeps the margins, leaves no weight outside the bounds that it says, and never more outside those asked for', () => {
    const bounds = { lower: 0.4, upper: 1.8, maximumCycles: 200 };
    const methods = new Set<TrimMethod>();
    const judge = ({ start, margins, group }: DistrictSample) => {
      const { weights: raked, converged } = rake(start, margins, tight);
      fc.pre(converged);
      const mean = groupMeans(raked, group);
      const result = trimAndRake(raked, group, margins, bounds, tight);
      const { weights, method, widened, cycles, outsideBefore, outsideAfter } = result;
      methods.add(method);
      const asked = (): [number, number] => [0.4, 1.8];
      expect(outsideBefore).toBe(outside(raked, mean, asked));
      expect(outsideAfter).toBe(outside(weights, mean, asked));
      expect(outsideAfter).toBeLessThanOrEqual(outsideBefore);
      expect(cycles > 0).toBe(outsideBefore > 0);
      expect(cycles).toBeLessThanOrEqual(200);
      expect(result.reachesMargins).toBe(true);
      expect(marginDeviation(weights, margins)).toBeLessThan(1e-11);
      if (method === 'none' || method === 'untrimmed') return expect(weights).toBe(raked);
      const used = new Map(widened.map(({ group: key, lower, upper }) => [key, [lower, upper] as const]));
      for (const [lower, upper] of used.values()) expect(lower / 0.4).toBeLessThan(1.8 / upper + 0.1);
      const kept = (i: number) => [...(used.get(group[i] as number) ?? asked())] as [number, number];
      return expect(outside(weights, mean, kept)).toBe(0);
    };
    fc.assert(
      fc.property(weightedSample, (sample) => {
        judge({ ...sample, group: together(sample.start) });
      }),
    );
    fc.assert(fc.property(districtSample, (sample) => void judge(sample)));
    expect(methods).toContain('cycles');
    expect(methods).toContain('bounded-calibration');
  });

  const everyone = [{ name: 'all', group: new Int32Array(4), totals: Float64Array.of(100) }];

  it('leaves weights alone that are within the bounds, and those on them', () => {
    const raked = Float64Array.of(10, 20, 25, 45);
    const bounds = { lower: 0.4, upper: 1.8, maximumCycles: 5 };
    expect(trimAndRake(raked, together(raked), everyone, bounds)).toEqual({
      weights: raked,
      method: 'none',
      widened: [],
      cycles: 0,
      outsideBefore: 0,
      outsideAfter: 0,
      reachesMargins: true,
    });
  });

  it('clips to both bounds, rakes again and goes on until nothing is outside', () => {
    const raked = Float64Array.of(5, 10, 25, 60);
    const bounds = { lower: 0.4, upper: 1.8, maximumCycles: 100 };
    const settled = trimAndRake(raked, together(raked), everyone, bounds);
    expect(settled).toMatchObject({
      method: 'cycles',
      outsideBefore: 2,
      outsideAfter: 0,
      reachesMargins: true,
    });
    expect(Math.max(...settled.weights)).toBeCloseTo(45, 6);
    expect(meanOf(settled.weights)).toBeCloseTo(25, 9);
  });

  it('takes bounded calibration to the same bounds when its cycles are used up', () => {
    const raked = Float64Array.of(5, 10, 25, 60);
    const bounds = { lower: 0.4, upper: 1.8, maximumCycles: 1 };
    const bounded = trimAndRake(raked, together(raked), everyone, bounds);
    expect(bounded).toMatchObject({
      ...{ method: 'bounded-calibration', widened: [], cycles: 1, outsideBefore: 2, outsideAfter: 0 },
    });
    expect(Math.max(...bounded.weights)).toBeLessThanOrEqual(45);
    expect(Math.min(...bounded.weights)).toBeGreaterThanOrEqual(10);
    expect(meanOf(bounded.weights)).toBeCloseTo(25, 9);
  });

  it('stops when the weight outside no longer falls, and widens the bounds of that district alone', () => {
    // The sole respondent of the first cell stands for 70 of 100, which is 3.5 times the mean of five; the
    // other district can be trimmed.
    const margins = [
      {
        name: 'cells',
        group: Int32Array.of(0, 1, 1, 1, 1, 2, 2, 2, 2, 2),
        totals: Float64Array.of(70, 30, 100),
      },
    ];
    const group = Int32Array.of(1, 1, 1, 1, 1, 2, 2, 2, 2, 2);
    const raked = Float64Array.of(70, 7.5, 7.5, 7.5, 7.5, 65, 5, 10, 10, 10);
    const result = trimAndRake(raked, group, margins);
    expect(result).toMatchObject({
      ...{ method: 'bounded-calibration', outsideBefore: 3, outsideAfter: 1, reachesMargins: true },
      widened: [
        { group: 1, lower: expect.closeTo(0.3 * 0.9 ** 2, 12), upper: expect.closeTo(3 * 1.1 ** 2, 12) },
      ],
    });
    expect(result.cycles).toBeLessThan(10);
    expect(result.weights[0]).toBeCloseTo(70, 9);
    expect(Math.max(...result.weights.slice(5))).toBeLessThanOrEqual(60);
  });

  it('leaves the raked weights where the margins contradict each other, and says so', () => {
    const contradictory = [
      { name: 'a', group: Int32Array.of(0, 0, 1, 1), totals: Float64Array.of(30, 70) },
      { name: 'b', group: Int32Array.of(0, 0, 1, 1), totals: Float64Array.of(40, 60) },
    ];
    const raked = Float64Array.of(5, 10, 25, 60);
    const result = trimAndRake(raked, together(raked), contradictory, { ...defaultTrimOptions, upper: 1.1 });
    expect(result).toMatchObject({ method: 'untrimmed', reachesMargins: false });
    expect(result.weights).toBe(raked);
  });

  it('has as default bounds 0.3 and 3 times the mean weight', () => {
    expect(defaultTrimOptions).toEqual({ lower: 0.3, upper: 3, maximumCycles: 100 });
  });
});
