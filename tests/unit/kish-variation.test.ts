import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coefficientOfVariation, kish } from '#core/weighting/kish.ts';

describe('the coefficient of variation of weights', () => {
  it('squared, plus 1, is the design effect of Kish', () => {
    const weights = fc.array(fc.double({ min: 0.1, max: 50, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(weights, (values) => {
        const own = Float64Array.from(values);
        expect(1 + coefficientOfVariation(own) ** 2).toBeCloseTo(kish(own).designEffect, 10);
      }),
    );
  });

  it('is exact to the last digits for weights that are nearly equal', () => {
    const weights = Float64Array.from([1e6 - 1e-3, 1e6 + 1e-3]);
    expect(coefficientOfVariation(weights) / 1e-9).toBeCloseTo(1, 6);
  });
});
