import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arcsineInterval,
  type Interval,
  kornGraubardInterval,
  logitInterval,
  studentInterval,
  wilsonInterval,
} from '#core/estimation/intervals/interval.ts';
import { zeroVarianceInterval } from '#core/estimation/intervals/zero-variance.ts';

type Method = (p: number, standardError: number, n: number, confidence?: number) => Interval | null;

const methods: Record<string, Method> = {
  logit: (p, se, n, confidence) => logitInterval(p, se, n - 1, confidence),
  arcsine: (p, se, n, confidence) => arcsineInterval(p, se, n - 1, confidence),
  Wilson: (p, se, n, confidence) => wilsonInterval(p, se, n, confidence),
  'Korn–Graubard': (p, se, n, confidence) => kornGraubardInterval(p, se, n, n - 1, confidence),
};

/** A share with the error that a design effect between 1 and 2 brings. */
const share = fc
  .record({
    p: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
    n: fc.integer({ min: 50, max: 2000 }),
    designEffect: fc.double({ min: 1, max: 2, noNaN: true }),
  })
  .map(({ p, n, designEffect }) => ({ p, n, standardError: Math.sqrt((designEffect * p * (1 - p)) / n) }));

describe.each(Object.keys(methods))('the interval of %s', (name) => {
  const method = methods[name] as Method;
  const intervalOf = (...given: Parameters<Method>): Interval => {
    const interval = method(...given);
    if (!interval) throw new Error('a share between 0 and 1 has an interval');
    return interval;
  };

  it('holds the share, lies between 0 and 1, and mirrors that of the complement', () => {
    fc.assert(
      fc.property(share, ({ p, n, standardError }) => {
        const { lower, upper } = intervalOf(p, standardError, n);
        expect(0 <= lower && lower < p && p < upper && upper <= 1).toBe(true);
        const mirrored = intervalOf(1 - p, standardError, n);
        expect(Math.abs(mirrored.lower - (1 - upper))).toBeLessThan(1e-9);
        expect(Math.abs(mirrored.upper - (1 - lower))).toBeLessThan(1e-9);
      }),
    );
  });

  it('is wider for more confidence and for a larger error', () => {
    fc.assert(
      fc.property(share, ({ p, n, standardError }) => {
        const width = ({ lower, upper }: Interval) => upper - lower;
        const usual = width(intervalOf(p, standardError, n));
        expect(width(intervalOf(p, standardError, n, 0.99))).toBeGreaterThan(usual);
        expect(width(intervalOf(p, standardError * 1.1, n))).toBeGreaterThan(usual);
      }),
    );
  });
});

describe('where everybody gave the same answer', () => {
  const size = fc.integer({ min: 1, max: 3000 });

  it.each([0, 1])('the interval of a share of %i is exact at n, and never of width 0', (p) => {
    fc.assert(
      fc.property(size, (n) => {
        const rule = zeroVarianceInterval(p, n, { least: 0, greatest: 1 });
        const exact = kornGraubardInterval(p, 0, n, n - 1);
        expect(rule.lower).toBeCloseTo(exact.lower, 12);
        expect(rule.upper).toBeCloseTo(exact.upper, 12);
        expect(rule.upper - rule.lower).toBeGreaterThan(0);
        const wilson = wilsonInterval(p, 0, n);
        expect(Math.min(wilson.lower, 1 - wilson.upper)).toBeGreaterThanOrEqual(-1e-15);
      }),
    );
  });

  it('logit and arcsine have no interval, and say so', () => {
    for (const p of [0, 1]) {
      expect(logitInterval(p, 0, 99)).toBeNull();
      expect(arcsineInterval(p, 0, 99)).toBeNull();
    }
  });

  it('a mean keeps room on both sides for those who were not asked, less with more respondents', () => {
    fc.assert(
      fc.property(size, fc.double({ min: 1, max: 99, noNaN: true }), (n, value) => {
        const { lower, upper } = zeroVarianceInterval(value, n, { least: 0, greatest: 100 });
        expect(0 <= lower && lower < value && value < upper && upper <= 100).toBe(true);
        const more = zeroVarianceInterval(value, 2 * n, { least: 0, greatest: 100 });
        expect(more.lower > lower && more.upper < upper).toBe(true);
      }),
    );
    // Of 100 equal answers, up to 3.6 % may hide another: 1 − 0.025^(1/100).
    expect(zeroVarianceInterval(50, 100, { least: 0, greatest: 100 }).lower).toBeCloseTo(48.189, 3);
  });

  it('refuses nobody, and an answer that is not possible', () => {
    const range = { least: 0, greatest: 1 };
    expect(() => zeroVarianceInterval(0, 0, range)).toThrow('requires at least one respondent');
    expect(() => zeroVarianceInterval(2, 10, range)).toThrow('requires a value within its range');
  });
});

it('the interval of a mean has t standard errors on both sides, and one of a known figure has none', () => {
  expect(studentInterval(40, 2, Number.POSITIVE_INFINITY).upper).toBeCloseTo(43.9199279690801, 10);
  expect(studentInterval(40, 2, 10).lower).toBeCloseTo(40 - 2 * 2.2281388519649385, 10);
  expect(studentInterval(40, 0, 10)).toEqual({ lower: 40, upper: 40 });
});
