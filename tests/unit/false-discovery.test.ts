import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '#core/statistics/false-discovery.ts';

describe('Benjamini–Hochberg q-values', () => {
  const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 });

  it('are at least the p-values, at most 1, in the same order, and do not depend on the order of the tests', () => {
    fc.assert(
      fc.property(pValues, (p) => {
        const q = benjaminiHochberg(p);
        const reversed = benjaminiHochberg([...p].reverse()).reverse();
        expect(q).toEqual(reversed);
        p.forEach((value, i) => {
          expect(q[i]).toBeGreaterThanOrEqual(value);
          expect(q[i]).toBeLessThanOrEqual(1);
          p.forEach((other, j) => {
            if (value < other) expect(q[i]).toBeLessThanOrEqual(q[j] ?? 0);
          });
        });
      }),
      { seed: 1 },
    );
  });

  it('reject what the step-up procedure of 1995 rejects', () => {
    fc.assert(
      fc.property(pValues, fc.constantFrom(0.05, 0.1), (p, rate) => {
        const sorted = [...p].sort((a, b) => a - b);
        const last = sorted.findLastIndex((value, i) => value <= ((i + 1) / p.length) * rate);
        const limit = last < 0 ? -1 : (sorted[last] ?? -1);
        benjaminiHochberg(p).forEach((q, i) => {
          if (Math.abs(q - rate) > 1e-9) expect(q <= rate).toBe((p[i] ?? 1) <= limit);
        });
      }),
      { seed: 2 },
    );
  });

  it('refuse what is no probability', () => {
    expect(() => benjaminiHochberg([0.1, Number.NaN])).toThrow('requires p-values between 0 and 1');
    expect(() => benjaminiHochberg([1.1])).toThrow('requires p-values between 0 and 1');
    expect(benjaminiHochberg([])).toEqual([]);
  });
});
