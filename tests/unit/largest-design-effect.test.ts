import { expect, it } from 'vitest';
import { largestDesignEffect } from '#core/analysis/largest-design-effect.ts';

it('the margin of an answer is told with the largest design effect of its domain, and never below that of the weights', () => {
  const figures = [{ designEffect: 1.04 }, { designEffect: null }, { designEffect: 1.36 }];
  expect(largestDesignEffect(1.22, figures)).toBe(1.36);
  expect(largestDesignEffect(1.22, [{ designEffect: 1.04 }, { designEffect: null }])).toBe(1.22);
  expect(largestDesignEffect(1.22, [])).toBe(1.22);
});
