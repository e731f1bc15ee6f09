import { expect, test } from 'vitest';
import { detectableDifferences } from '#core/flagging/detectable.ts';

const points = (share: number) => Math.round(share * 1000) / 10;

test('1,800 people in a district can show what the method says they can', () => {
  const { level, change, gap, gapPooled } = detectableDifferences(1800);
  expect([level, change, gap, gapPooled].map(points)).toEqual([4.7, 6.5, 9.5, 6.7]);
});

test('a hundred people in a district can show only very large differences', () => {
  const { level, change } = detectableDifferences(100);
  expect([level, change].map(points)).toEqual([20.1, 27.6]);
});
