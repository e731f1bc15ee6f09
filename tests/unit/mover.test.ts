import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clopperPearsonInterval, wilsonInterval } from '#core/estimation/intervals/interval.ts';
import { excessProbability, moverInterval } from '#core/estimation/intervals/mover.ts';
import { binomialSize, meanPart } from '#core/estimation/intervals/share-part.ts';
import { incompleteBeta } from '#core/statistics/beta.ts';
import { normalQuantile } from '#core/statistics/distributions.ts';
import { simpleShare, sumOfShares } from '#tests/support/shares.ts';

const anyShare = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const anyN = fc.integer({ min: 40, max: 2000 });

describe('the interval of a difference of shares', () => {
  it.each([
    // Newcombe (1998), method 10, table II: a to d.
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 10, 0.6075, 1],
  ])('of %i of %i and %i of %i is Newcombe’s', (a, m, b, n, lower, upper) => {
    const interval = moverInterval(sumOfShares(simpleShare(1, a / m, m), simpleShare(-1, b / n, n)));
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
  });

  it('turns with the difference, and of one share is Wilson’s', () => {
    fc.assert(
      fc.property(anyShare, anyShare, anyN, anyN, (p, q, m, n) => {
        const there = moverInterval(sumOfShares(simpleShare(1, p, m), simpleShare(-1, q, n)));
        const back = moverInterval(sumOfShares(simpleShare(1, q, n), simpleShare(-1, p, m)));
        expect(there.lower).toBeCloseTo(-back.upper, 12);
        expect(there.upper).toBeCloseTo(-back.lower, 12);
        const alone = sumOfShares(simpleShare(1, p, m));
        const own = wilsonInterval(p, alone.standardError, m);
        expect(moverInterval(alone).lower).toBeCloseTo(own.lower, 10);
        expect(moverInterval(alone).upper).toBeCloseTo(own.upper, 10);
      }),
    );
  });

  it('of large samples is that of the standard error, with what ties the shares of one wave', () => {
    const apart = sumOfShares(
      simpleShare(1, 0.3, 1e8),
      simpleShare(-1, 0.4, 1e8),
      simpleShare(-1, 0.2, 1e8),
      simpleShare(1, 0.25, 1e8),
    );
    for (const tie of [1, 0.8, 1.3]) {
      const tied = { ...apart, standardError: tie * apart.standardError };
      const { lower, upper } = moverInterval(tied);
      const half = normalQuantile(0.975) * tied.standardError;
      expect((tied.difference - lower) / half).toBeCloseTo(1, 3);
      expect((upper - tied.difference) / half).toBeCloseTo(1, 3);
    }
  });
});

describe('the test of a difference of shares', () => {
  it('is the level at which the lower limit, exact for the district and Wilson’s for the rest, is the margin', () => {
    fc.assert(
      fc.property(
        anyShare,
        anyShare,
        anyN,
        fc.double({ min: 0.02, max: 0.3, noNaN: true }),
        (p, q, n, over) => {
          const sum = sumOfShares(simpleShare(1, p, n, true), simpleShare(-1, q, 20 * n));
          const margin = sum.difference - over;
          const level = excessProbability(sum, margin);
          if (level >= 0.5 || level < 1e-9) return;
          const own = clopperPearsonInterval(p * n, n, 1 - 2 * level);
          const rest = wilsonInterval(q, Math.sqrt((q * (1 - q)) / (20 * n)), 20 * n, 1 - 2 * level);
          expect(Math.hypot(p - own.lower, rest.upper - q) / over).toBeCloseTo(1, 5);
        },
      ),
    );
  });

  it('of one share against a threshold is the exact binomial one', () => {
    for (const [yes, n, threshold] of [
      [18, 63, 0.2],
      [30, 63, 0.3],
      [5, 100, 0.02],
      [400, 1380, 0.25],
    ] as const) {
      const sum = sumOfShares(simpleShare(1, yes / n, n, true));
      const binomial = incompleteBeta(yes, n - yes + 1, threshold).lower;
      expect(excessProbability(sum, threshold) / binomial).toBeCloseTo(1, 5);
    }
  });

  it('falls with the difference and rises with the margin, and is a probability at any shares', () => {
    const extreme = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(
        extreme,
        extreme,
        anyN,
        fc.double({ min: -0.5, max: 0.5, noNaN: true }),
        (p, q, n, margin) => {
          const sum = sumOfShares(simpleShare(1, p, n, true), simpleShare(-1, q, 30 * n));
          const at = [margin, margin + 0.05, margin + 0.2].map((m) => excessProbability(sum, m));
          for (const probability of at) expect(probability >= 0 && probability <= 1).toBe(true);
          expect(at[1]).toBeGreaterThanOrEqual((at[0] ?? 1) - 1e-6);
          expect(at[2]).toBeGreaterThanOrEqual((at[1] ?? 1) - 1e-6);
        },
      ),
    );
  });

  it('needs more of a district than Wilson’s limits do: their far tail is too short at a hundred people', () => {
    const exact = excessProbability(
      sumOfShares(simpleShare(1, 0.1, 63, true), simpleShare(-1, 0.02, 1100)),
      0,
    );
    const wilson = excessProbability(sumOfShares(simpleShare(1, 0.1, 63), simpleShare(-1, 0.02, 1100)), 0);
    expect(exact).toBeGreaterThan(2 * wilson);
  });
});

describe('the size that a share is worth', () => {
  const sizeOf = (
    share: number,
    standardError: number,
    largest: number,
    degreesOfFreedom = Number.POSITIVE_INFINITY,
  ) => binomialSize(share, { standardError, n: 100, degreesOfFreedom }, largest);

  it('is p(1 − p)/V and never more than the respondents; without variance the base over the largest design effect', () => {
    expect(sizeOf(0.3, Math.sqrt(0.21 / 63), 2)).toBeCloseTo(63, 9);
    expect(sizeOf(0.3, Math.sqrt(0.21 / 150), 2)).toBe(100);
    expect([0, 1].map((share) => sizeOf(share, 0, 1.6))).toEqual([62.5, 62.5]);
    expect(sizeOf(0, 1e-12, 0.4)).toBe(100);
  });

  it('is smaller where few degrees of freedom tell of V: by the square of z over t', () => {
    // qt(0.975, 43) = 2.016692, qnorm(0.975) = 1.959964
    expect(sizeOf(0.3, Math.sqrt(0.21 / 63), 2, 43)).toBeCloseTo(63 * (1.959964 / 2.016692) ** 2, 4);
    expect(sizeOf(0.3, Math.sqrt(0.21 / 63), 2, -3)).toBe(sizeOf(0.3, Math.sqrt(0.21 / 63), 2, 1));
  });

  it('of two waves together follows from V = (V₁ + V₂)/4, and adds where nothing varies', () => {
    const both = meanPart(simpleShare(1, 0.2, 60, true), simpleShare(1, 0.3, 60, true));
    expect(both).toMatchObject({ share: 0.25, n: 120, kishN: 120, isExact: true });
    expect(both.standardError).toBeCloseTo(Math.sqrt((0.16 + 0.21) / 60) / 2, 12);
    expect(both.binomialN).toBe(120);
    expect(meanPart(simpleShare(1, 0, 60), simpleShare(1, 0, 40)).binomialN).toBeCloseTo(100, 9);
  });
});
