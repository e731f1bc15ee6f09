import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marginDeviation } from '#core/weighting/margin-totals.ts';
import { rake } from '#core/weighting/rake.ts';
import { defaultTrimOptions, trimAndRake } from '#core/weighting/trim.ts';
import { weightedSample } from '#tests/support/sample-arbitraries.ts';

const tight = { tolerance: 1e-12, maximumIterations: 5000 };
const meanOf = (weights: Float64Array) => weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
const around = (weights: Float64Array) => new Float64Array(weights.length).fill(meanOf(weights));

describe('trimming in cycles', () => {
  it('keeps the margins, and when it settles leaves no weight outside the bounds', () => {
    const bounds = { lower: 0.4, upper: 1.8, maximumCycles: 200 };
    let settled = 0;
    fc.assert(
      fc.property(weightedSample, ({ start, margins }) => {
        const { weights: raked } = rake(start, margins, tight);
        const mean = around(raked);
        const { weights, cycles, outsideBefore, outsideAfter, rakingConverged } = trimAndRake(
          raked,
          mean,
          margins,
          bounds,
          tight,
        );
        const outside = (values: Float64Array) =>
          values.filter(
            (weight, i) =>
              weight > 1.8 * (mean[i] as number) * (1 + 1e-9) ||
              weight < 0.4 * (mean[i] as number) * (1 - 1e-9),
          ).length;
        expect(outsideBefore).toBe(outside(raked));
        expect(outsideAfter).toBe(outside(weights));
        expect(cycles > 0).toBe(outsideBefore > 0);
        expect(cycles).toBeLessThanOrEqual(200);
        if (rakingConverged) expect(marginDeviation(weights, margins)).toBeLessThan(1e-11);
        if (outsideAfter === 0) settled += 1;
        else expect(cycles).toBe(200);
      }),
    );
    expect(settled).toBeGreaterThan(0);
  });

  const everyone = [{ name: 'all', group: new Int32Array(4), totals: Float64Array.of(100) }];

  it('leaves weights alone that are within the bounds, and those on them', () => {
    const raked = Float64Array.of(10, 20, 25, 45);
    const bounds = { lower: 0.4, upper: 1.8, maximumCycles: 5 };
    const result = trimAndRake(raked, around(raked), everyone, bounds);
    expect(result).toEqual({
      weights: raked,
      cycles: 0,
      outsideBefore: 0,
      outsideAfter: 0,
      rakingConverged: true,
    });
  });

  it('clips to both bounds, rakes again and goes on, as many cycles as it is given', () => {
    const raked = Float64Array.of(5, 10, 25, 60);
    // Clipped to 10, 10, 25, 45 and raked from 90 to 100, the largest is outside again.
    const once = trimAndRake(raked, around(raked), everyone, { lower: 0.4, upper: 1.8, maximumCycles: 1 });
    expect([...once.weights].map((weight) => weight.toFixed(9))).toEqual(
      [10, 10, 25, 45].map((weight) => (weight / 0.9).toFixed(9)),
    );
    expect([once.cycles, once.outsideBefore, once.outsideAfter]).toEqual([1, 2, 1]);
    const more = trimAndRake(raked, around(raked), everyone, { lower: 0.4, upper: 1.8, maximumCycles: 100 });
    expect([more.outsideAfter, more.rakingConverged]).toEqual([0, true]);
    expect(Math.max(...more.weights)).toBeCloseTo(45, 6);
    expect(meanOf(more.weights)).toBeCloseTo(25, 9);
  });

  it('says when the margins could not be kept', () => {
    const contradictory = [
      { name: 'a', group: Int32Array.of(0, 0, 1, 1), totals: Float64Array.of(30, 70) },
      { name: 'b', group: Int32Array.of(0, 0, 1, 1), totals: Float64Array.of(40, 60) },
    ];
    const raked = Float64Array.of(5, 10, 25, 60);
    const { rakingConverged } = trimAndRake(raked, around(raked), contradictory, {
      ...defaultTrimOptions,
      maximumCycles: 1,
      upper: 2,
    });
    expect(rakingConverged).toBe(false);
  });

  it('has as default bounds 0.3 and 3 times the mean weight', () => {
    expect(defaultTrimOptions).toEqual({ lower: 0.3, upper: 3, maximumCycles: 100 });
  });
});
