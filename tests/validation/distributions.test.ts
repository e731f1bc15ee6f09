import { describe, expect, it } from 'vitest';
import { betaQuantile, incompleteBeta } from '#core/statistics/beta.ts';
import {
  chiSquareUpper,
  fUpper,
  normalLower,
  normalQuantile,
  normalUpper,
  studentQuantile,
  studentUpper,
} from '#core/statistics/distributions.ts';
import { hypergeometricDensity, hypergeometricUpper } from '#core/statistics/hypergeometric.ts';
import { referenceRows } from '#tests/support/reference.ts';

/** Parameters of a reference row, written `a=0.3;b=0.3` and `x=0.05`; q values such as `p=1e-10`. */
function parametersOf(row: Record<string, string>): Record<string, number> {
  const text = `${row.design};${row.item}`;
  return Object.fromEntries(
    [...text.matchAll(/([a-z]\w*)=([-\d.e+]+)/g)].map(([, name, value]) => [name, Number(value)]),
  );
}

const need = (parameters: Record<string, number>, name: string): number => {
  const value = parameters[name];
  if (value === undefined) throw new Error(`the reference row lacks ${name}`);
  return value;
};

const computed: Record<string, (parameters: Record<string, number>) => number> = {
  pnorm: (p) => normalLower(need(p, 'z')),
  qnorm: (p) => normalQuantile(need(p, 'p')),
  pt: (p) => studentUpper(-need(p, 't'), need(p, 'df')),
  qt: (p) => studentQuantile(need(p, 'p'), need(p, 'df')),
  pbeta: (p) => incompleteBeta(need(p, 'a'), need(p, 'b'), need(p, 'x')).lower,
  qbeta: (p) => betaQuantile(need(p, 'p'), need(p, 'a'), need(p, 'b')),
  pchisq_upper: (p) => chiSquareUpper(need(p, 'x'), need(p, 'k')),
  pf_upper: (p) => fUpper(need(p, 'f'), need(p, 'd1'), need(p, 'd2')),
};

const rows = referenceRows('api/expected.csv');

describe.each(Object.keys(computed))('%s', (block) => {
  it('agrees with R in both tails', () => {
    const covered = rows.filter((row) => row.block === block);
    expect(covered.length).toBeGreaterThan(8);
    for (const row of covered) {
      const expected = Number(row.value);
      const actual = computed[block]?.(parametersOf(row)) ?? Number.NaN;
      const error = Math.abs(actual - expected) / Math.max(Math.abs(expected), 1e-300);
      expect(
        expected === 0 ? Math.abs(actual) : error,
        `${block} ${row.design} ${row.item}: ${actual}`,
      ).toBeLessThan(1e-12);
    }
  });
});

/** What the reference has no rows for: the other tail, far out, where 1 − p would have no digits left. */
describe('the other tail', () => {
  const same = (actual: number, expected: number) =>
    expect(Math.abs(actual / expected - 1), `${actual} for ${expected}`).toBeLessThan(1e-12);

  it('of the normal is its asymptotic series far out, and both tails add up to one', () => {
    for (const z of [20, 30, 37]) {
      let [term, series] = [1, 1];
      for (let k = 1; k < 20; k += 1) {
        term *= -(2 * k - 1) / (z * z);
        series += term;
      }
      same(normalUpper(z), (Math.exp((-z * z) / 2) / (z * Math.sqrt(2 * Math.PI))) * series);
    }
    for (const z of [-9, -1.3, 0, 0.4, 6]) same(normalUpper(z) + normalLower(z), 1);
  });

  it('of t adds up to one with that of −t, and is that of the normal when the degrees of freedom have no end', () => {
    for (const t of [-8, -0.7, 0, 2.5]) {
      for (const df of [1, 5, 292, 32256]) same(studentUpper(t, df) + studentUpper(-t, df), 1);
      same(studentUpper(t, Number.POSITIVE_INFINITY), normalUpper(t));
    }
  });

  it('of t with one and two degrees of freedom is the closed form', () => {
    for (const t of [0.5, 3, 1000, 1e6]) {
      same(studentUpper(t, 1), Math.atan2(1, t) / Math.PI);
      same(studentUpper(t, 2), 1 / (2 + t * t + t * Math.sqrt(2 + t * t)));
    }
  });

  it('of χ² is that of the exponential and of the squared normal', () => {
    for (const x of [1e-12, 1e-3, 0.5, 3, 20, 90, 600, 1400]) {
      same(chiSquareUpper(x, 2), Math.exp(-x / 2));
      same(chiSquareUpper(x, 1), 2 * normalUpper(Math.sqrt(x)));
    }
  });

  it('of F adds up to one with that of the reciprocal, and is the square of t', () => {
    for (const [d1, d2] of [
      [1, 8],
      [3.7, 150.5],
      [60.2, 5256],
    ] as const) {
      for (const f of [1e-6, 0.2, 1, 6]) {
        same(fUpper(f, d1, d2) + fUpper(1 / f, d2, d1), 1);
        same(fUpper(f * f, 1, d2), 2 * studentUpper(f, d2));
      }
    }
  });

  it('of the beta distribution is that of the mirrored one, with the point and its complement apart', () => {
    for (const [a, b, x] of [
      [0.3, 2.5, 1e-9],
      [10, 150, 0.3],
      [900.25, 10, 0.8],
    ] as const) {
      same(incompleteBeta(a, b, x).upper, incompleteBeta(b, a, 1 - x, x).lower);
      same(incompleteBeta(a, b, x).lower + incompleteBeta(a, b, x).upper, 1);
    }
  });
});

describe('the hypergeometric tail', () => {
  it('is the sum of its densities, which add up to one', () => {
    for (const [population, marked, drawn] of [
      [40, 12, 9],
      [500, 60, 30],
      [9000, 700, 45],
    ] as const) {
      const densities = Array.from({ length: drawn + 1 }, (_, x) =>
        hypergeometricDensity(x, population, marked, drawn),
      );
      expect(densities.reduce((sum, density) => sum + density, 0)).toBeCloseTo(1, 12);
      for (let x = 0; x <= drawn; x += 1) {
        const tail = densities.slice(x).reduceRight((sum, density) => sum + density, 0);
        const actual = hypergeometricUpper(x, population, marked, drawn);
        expect(Math.abs(actual - tail)).toBeLessThanOrEqual(1e-12 * Math.max(tail, 1e-12) + 1e-15);
      }
    }
  });

  it('equals the exact fraction of a small urn', () => {
    // Four of ten marked, three drawn: P(X ≥ 2) = (C(4,2)·6 + C(4,3)) / C(10,3) = 40 / 120.
    expect(hypergeometricUpper(2, 10, 4, 3)).toBeCloseTo(40 / 120, 14);
  });
});
