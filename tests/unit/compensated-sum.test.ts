import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compensatedSum } from '#core/statistics/compensated-sum.ts';

it('keeps what a plain sum loses beside large values', () => {
  expect(compensatedSum([1, 1e100, 1, -1e100])).toBe(2);
  expect(compensatedSum(new Array<number>(10).fill(0.1))).toBe(1);
  expect(compensatedSum([])).toBe(0);
});

it('is the exact sum, rounded, of whole numbers scaled by a power of two, whatever their order', () => {
  const values = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { maxLength: 200 });
  fc.assert(
    fc.property(values, (whole) => {
      const exact = whole.reduce((sum, value) => sum + value, 0) / 1024 + 0;
      const scaled = whole.map((value) => value / 1024);
      expect(compensatedSum(scaled) + 0).toBe(exact);
      expect(compensatedSum([...scaled].reverse()) + 0).toBe(exact);
    }),
  );
});
