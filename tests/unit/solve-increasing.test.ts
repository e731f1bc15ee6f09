import { describe, expect, it } from 'vitest';
import { incompleteBeta } from '#core/statistics/beta.ts';
import { incompleteGamma } from '#core/statistics/gamma.ts';
import { solveIncreasing, solveIncreasingFrom } from '#core/statistics/root.ts';

describe('a root that is not found is refused, not returned half found', () => {
  it('finds roots of any size to the last bits', () => {
    for (const root of [1e-250, 1e-9, 0.3, 700, 1e200]) {
      const f = (x: number) => x - root;
      expect(solveIncreasing(f, 0, 1e300) / root - 1).toBeCloseTo(0, 14);
      expect(solveIncreasingFrom(1, f, () => 1, 0, 1e300) / root - 1).toBeCloseTo(0, 14);
    }
  });

  it('refuses a function that has no value where it is asked', () => {
    const broken = (x: number) => (x > 0.2 && x < 0.9 ? Number.NaN : x - 0.5);
    expect(() => solveIncreasing(broken, 0, 1)).toThrow('`solveIncreasing` requires a function with a value');
    expect(() => solveIncreasingFrom(0.5, broken, () => 1, 0, 1)).toThrow(
      '`solveIncreasingFrom` requires a function with a value',
    );
    expect(() => solveIncreasing(() => Number.NaN, 0, 1)).toThrow('requires a root between');
  });

  it('refuses parameters at which a series does not converge within its terms', () => {
    expect(() => incompleteGamma(1e14, 1e14)).toThrow('`incompleteGamma` requires parameters at which');
    expect(() => incompleteBeta(1e14, 1e14, 0.5)).toThrow('`incompleteBeta` requires parameters at which');
  });
});
