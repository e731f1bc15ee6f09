import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arcsineInterval,
  clopperPearsonInterval,
  kornGraubardInterval,
  logitInterval,
  wilsonInterval,
} from '#core/estimation/intervals/interval.ts';
import { zeroVarianceInterval } from '#core/estimation/intervals/zero-variance.ts';
import { normalQuantile, studentQuantile } from '#core/statistics/distributions.ts';

const figure = fc.record({
  p: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
  standardError: fc.double({ min: 0.005, max: 0.1, noNaN: true }),
  n: fc.integer({ min: 2, max: 800 }),
  df: fc.integer({ min: 1, max: 800 }),
});

describe('the interval of Korn and Graubard', () => {
  it('is the exact one at n* = p(1 − p)/V · (t with n − 1 over t with the design’s degrees of freedom)², n at most', () => {
    fc.assert(
      fc.property(figure, ({ p, standardError, n, df }) => {
        const correction = (studentQuantile(0.975, n - 1) / studentQuantile(0.975, df)) ** 2;
        const effective = Math.min(n, ((p * (1 - p)) / standardError ** 2) * correction);
        const { lower, upper, effectiveN } = kornGraubardInterval(p, standardError, n, df);
        expect(effectiveN).toBeCloseTo(effective, 9);
        const exact = clopperPearsonInterval(p * effective, effective);
        expect(lower).toBeCloseTo(exact.lower, 9);
        expect(upper).toBeCloseTo(exact.upper, 9);
      }),
    );
  });

  it('is the exact one at n where there is no error, no degree of freedom, or one person', () => {
    expect(kornGraubardInterval(0.25, 0, 40, 30).effectiveN).toBe(40);
    expect(kornGraubardInterval(0.25, 0.1, 40, 0).effectiveN).toBe(40);
    expect(kornGraubardInterval(1, 0.1, 1, 5)).toEqual({ ...clopperPearsonInterval(1, 1), effectiveN: 1 });
  });
});

it('the interval of Wilson holds the shares that lie within z of their own standard errors at n*', () => {
  fc.assert(
    fc.property(figure, ({ p, standardError }) => {
      const effective = (p * (1 - p)) / standardError ** 2;
      const { lower, upper } = wilsonInterval(p, standardError, 1e9);
      for (const end of [lower, upper]) {
        const distance = Math.abs(p - end) / Math.sqrt((end * (1 - end)) / effective);
        expect(distance).toBeCloseTo(normalQuantile(0.975), 6);
      }
    }),
  );
});

it('the intervals on a scale need a degree of freedom', () => {
  for (const interval of [logitInterval, arcsineInterval]) {
    expect(interval(0.3, 0.1, 0)).toBeNull();
    expect(interval(0.3, 0.1, 1)).not.toBeNull();
  }
});

it('the interval of equal answers on a scale from 1 to 5 keeps room to both of its ends, with one respondent too', () => {
  const range = { least: 1, greatest: 5 };
  const unseen = 1 - 0.025 ** (1 / 40);
  const { lower, upper } = zeroVarianceInterval(4, 40, range);
  expect(lower).toBeCloseTo(4 - 3 * unseen, 12);
  expect(upper).toBeCloseTo(4 + unseen, 12);
  expect(zeroVarianceInterval(1, 1, range)).toEqual({ lower: 1, upper: 1 + 4 * 0.975 });
  expect(() => zeroVarianceInterval(5 + 5e-7, 40, range)).toThrow('requires a value within its range');
});
