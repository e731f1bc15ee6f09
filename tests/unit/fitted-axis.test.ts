import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fittedAxis, isCut } from '#app/components/charts/fitted-axis.ts';

const percents = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1 });

describe('an axis that is fitted to its values', () => {
  it('holds all of them, within 0 to 100, in twenty points or more and whole steps', () => {
    fc.assert(
      fc.property(percents, (values) => {
        const { from, to, step } = fittedAxis(values);
        expect(from).toBeLessThanOrEqual(Math.min(...values));
        expect(to).toBeGreaterThanOrEqual(Math.max(...values));
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(100);
        expect(to - from).toBeGreaterThanOrEqual(20);
        expect(Number.isInteger(from / 5)).toBe(true);
        expect(step).toBeGreaterThan(0);
      }),
    );
  });

  it('begins at zero where the values are near it, and says so where it does not', () => {
    expect(fittedAxis([12, 31])).toMatchObject({ from: 0, to: 40 });
    expect(isCut(fittedAxis([12, 31]))).toBe(false);
    expect(fittedAxis([31, 44])).toMatchObject({ from: 30, to: 50 });
    expect(isCut(fittedAxis([31, 44]))).toBe(true);
  });

  it('of nothing is whole', () => {
    expect(fittedAxis([])).toEqual({ from: 0, to: 100, step: 20 });
  });
});
