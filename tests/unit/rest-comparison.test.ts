import { expect, test } from 'vitest';
import type { PublishedEstimate, PublishedFlag } from '#core/publication/document.ts';
import { judgementOf, standingOf } from '#core/publication/rest-comparison.ts';
import { draftEstimate, unsafeIndicator } from '#tests/support/draft-publication.ts';

const rule = { levelMargin: 0.03, falseDiscoveryRate: 0.05 };

function compared(difference: number, halfWidth: number, q: number): PublishedEstimate {
  return {
    ...draftEstimate('D07', 0.4, 1800),
    versusRest: { difference, lower: difference - halfWidth, upper: difference + halfWidth, q, qMargin: q },
  };
}

function levelFlag(severity: PublishedFlag['severity']): PublishedFlag {
  return { severity, kind: 'level', indicator: 'unsafe', district: 7 } as PublishedFlag;
}

test('a district is higher or lower only where interval and test both say so', () => {
  expect(standingOf(compared(0.12, 0.03, 0.001), unsafeIndicator, rule)).toBe('surely-higher');
  expect(standingOf(compared(-0.12, 0.03, 0.001), unsafeIndicator, rule)).toBe('surely-lower');
  expect(standingOf(compared(0.12, 0.13, 0.001), unsafeIndicator, rule)).toBe('even');
  expect(standingOf(compared(0.12, 0.03, 0.051), unsafeIndicator, rule)).toBe('even');
});

test('a confirmed difference is surely the margin of the rule only where its whole interval is, or an alert tested it', () => {
  expect(standingOf(compared(0.025, 0.01, 0.001), unsafeIndicator, rule)).toBe('higher');
  expect(standingOf(compared(-0.038, 0.02, 0.001), unsafeIndicator, rule)).toBe('lower');
  expect(standingOf(compared(0.05, 0.021, 0.001), unsafeIndicator, rule)).toBe('higher');
  expect(standingOf(compared(0.05, 0.021, 0.001), unsafeIndicator, rule, [levelFlag('alert')])).toBe(
    'surely-higher',
  );
  const mean = { ...unsafeIndicator, kind: 'mean' as const };
  expect(standingOf(compared(2.5, 1, 0.001), mean, rule)).toBe('higher');
  expect(standingOf(compared(-4, 1, 0.001), mean, rule)).toBe('surely-lower');
});

test('without a figure, a comparison or enough data nothing is told', () => {
  const insufficient = levelFlag('insufficient');
  expect(standingOf(null, unsafeIndicator, rule)).toBe('untold');
  expect(standingOf(draftEstimate('D07', 0.4, 1800), unsafeIndicator, rule)).toBe('untold');
  const hidden = { ...compared(0.12, 0.03, 0.001), quality: 'suppressed' as const, value: null };
  expect(standingOf(hidden, unsafeIndicator, rule)).toBe('untold');
  expect(standingOf(compared(0.12, 0.03, 0.001), unsafeIndicator, rule, [insufficient])).toBe('untold');
});

test('higher is worse or better by the direction of the indicator, and neither without one', () => {
  expect(judgementOf('surely-higher', unsafeIndicator)).toBe('worse');
  expect(judgementOf('surely-lower', { ...unsafeIndicator, direction: 'high-is-good' })).toBe('worse');
  expect(judgementOf('surely-lower', unsafeIndicator)).toBe('better');
  expect(judgementOf('surely-higher', { ...unsafeIndicator, direction: 'neutral' })).toBe('neutral');
  expect(judgementOf('higher', unsafeIndicator)).toBe('neutral');
});
