import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber } from '#app/use-cases/analyse-folder/format-number.ts';

describe('a number with 17 significant digits', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [5400, '5400'],
    [0.1, '0.10000000000000001'],
    [71.8, '71.799999999999997'],
    [1.9179724687071822e-8, '1.9179724687071822e-08'],
    [0.0001, '0.0001'],
    [0.00001, '1.0000000000000001e-05'],
    [-0.15414429409573416, '-0.15414429409573416'],
    [670358.0566435289, '670358.05664352886'],
    [4.418534686187887e-118, '4.4185346861878873e-118'],
    [1.2345678901234567e19, '1.2345678901234567e+19'],
    [1e17, '1e+17'],
    [Number.NaN, 'NA'],
    [Number.POSITIVE_INFINITY, 'Inf'],
    [Number.NEGATIVE_INFINITY, '-Inf'],
  ])('writes %d as C and R do', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it('reads back as the same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(formatNumber(value))).toBe(value + 0);
      }),
    );
  });
});
