import { describe, expect, it } from 'vitest';
import { betaQuantile, incompleteBeta } from '#core/statistics/beta.ts';
import {
  chiSquareUpper,
  fUpper,
  normalLower,
  normalQuantile,
  studentLower,
  studentQuantile,
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
  pt: (p) => studentLower(need(p, 't'), need(p, 'df')),
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
