import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RakingMargin } from '#core/sampling/raking-margin.ts';
import { calibrateBoundedLogit } from '#core/weighting/bounded-logit.ts';
import { kish } from '#core/weighting/kish.ts';
import { calibrateLinear } from '#core/weighting/linear-calibration.ts';
import { marginDeviation } from '#core/weighting/margins/margin-totals.ts';
import { rake } from '#core/weighting/rake.ts';
import { weightedSample } from '#tests/support/sample-arbitraries.ts';

const bounds = { lower: 0.3, upper: 3.5 };
const exact = { tolerance: 0, maximumIterations: 50 };
const marginOf = (name: string, group: number[], totals: number[]): RakingMargin => ({
  name,
  group: Int32Array.from(group),
  totals: Float64Array.from(totals),
});

describe('bounded calibration', () => {
  it('is raking when the bounds are 0 and infinitely far (Deville & Särndal 1992, cases 6 and 2)', () => {
    fc.assert(
      fc.property(weightedSample, ({ start, margins }) => {
        const raked = rake(start, margins, { tolerance: 1e-12, maximumIterations: 5000 }).weights;
        const { weights } = calibrateBoundedLogit(start, margins, { lower: 0, upper: 1e9 });
        weights.forEach((weight, i) => {
          expect(weight / (raked[i] as number)).toBeCloseTo(1, 6);
        });
      }),
    );
  });

  it('begins at the starting weights, F(0) = 1, and goes on by the steps of Newton: few', () => {
    fc.assert(
      fc.property(weightedSample, ({ start, margins }) => {
        const { weights, iterations } = calibrateBoundedLogit(start, margins, bounds);
        expect(iterations).toBeGreaterThanOrEqual(1);
        expect(iterations).toBeLessThanOrEqual(8);
        const calibrated = margins.map((margin) => {
          const totals = new Float64Array(margin.totals.length);
          margin.group.forEach((g, i) => {
            totals[g] = (totals[g] as number) + (weights[i] as number);
          });
          return { ...margin, totals };
        });
        expect(calibrateBoundedLogit(weights, calibrated, bounds).iterations).toBe(0);
      }),
    );
  });
});

describe.each([
  ['raking', rake],
  ['linear calibration', calibrateLinear],
] as const)('%s', (_, method) => {
  const start = Float64Array.of(1, 2, 1);

  it('has converged without a step when the totals are there, at a tolerance of nothing', () => {
    const { iterations, converged, largestDeviation } = method(
      start,
      [marginOf('a', [0, 1, 1], [1, 3])],
      exact,
    );
    expect([iterations, converged, largestDeviation]).toEqual([0, true, 0]);
  });

  it('takes one step to the totals of one margin', () => {
    const { iterations, converged, weights } = method(start, [marginOf('a', [0, 1, 1], [8, 12])], exact);
    expect([iterations, converged, [...weights]]).toEqual([1, true, [8, 8, 4]]);
  });

  it('stops after as many steps as it is given', () => {
    const two = [marginOf('a', [0, 0, 1], [50, 50]), marginOf('b', [0, 1, 1], [10, 90])];
    const { iterations, converged, largestDeviation } = rake(start, two, {
      tolerance: 1e-12,
      maximumIterations: 3,
    });
    expect([iterations, converged]).toEqual([3, false]);
    expect(largestDeviation).toBeGreaterThan(0);
  });

  it('does without a group where nobody lives', () => {
    const margin = marginOf('a', [0, 1, 1], [8, 12, 0]);
    expect(method(start, [margin], exact).converged).toBe(true);
    expect(marginDeviation(Float64Array.of(8, 8, 4), [margin])).toBe(0);
    expect(marginDeviation(Float64Array.of(8, 8, 1), [margin])).toBe(0.25);
  });

  it('leaves a weight of zero at zero', () => {
    const margin = marginOf('a', [0, 1, 1, 2], [8, 12, 0]);
    const { weights } = method(Float64Array.of(1, 2, 1, 0), [margin], exact);
    expect([...weights]).toEqual([8, 8, 4, 0]);
  });

  it('refuses one negative total among others', () => {
    const sound = marginOf('a', [0, 1, 1], [8, 12]);
    const unsound = marginOf('b', [0, 1, 1], [25, -5]);
    expect(() => method(start, [sound, unsound], exact)).toThrow('requires totals that are not negative');
  });
});

it('weights that are all zero are no sample', () => {
  expect(kish(new Float64Array(3))).toEqual({ designEffect: 1, effectiveN: 0 });
  expect(kish(Float64Array.of(1, 2), () => false)).toEqual({ designEffect: 1, effectiveN: 0 });
});
