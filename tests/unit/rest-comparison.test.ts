import { expect, test } from 'vitest';
import { judgementOf, restOf, standingOf } from '#core/analysis/rest-comparison.ts';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import { exactEstimate, unsafeIndicator } from '#tests/support/exact-publication.ts';

const rule = { falseDiscoveryRate: 0.05, headlineIndicators: [] as string[] };
const flagging = { ...rule, headlineIndicators: ['unsafe'] };

function compared(difference: number, qMargin: number, q = 0.001): PublishedEstimate {
  const [lower, upper] = [difference - 0.02, difference + 0.02];
  return { ...exactEstimate('D07', 0.4, 1800), versusRest: { difference, lower, upper, q, qMargin } };
}

function levelFlag(severity: PublishedFlag['severity']): PublishedFlag {
  return { severity, kind: 'level', indicator: 'unsafe', district: 7 } as PublishedFlag;
}

test('a district is higher or lower only where the test against the margin rejects', () => {
  expect(standingOf(compared(0.12, 0.05), unsafeIndicator, rule)).toBe('higher');
  expect(standingOf(compared(-0.12, 0.05), unsafeIndicator, rule)).toBe('lower');
  expect(standingOf(compared(0.12, 0.051), unsafeIndicator, rule)).toBe('even');
});

test('a difference that is surely there and perhaps smaller than the margin has no colour', () => {
  expect(standingOf(compared(-0.034, 0.31, 0.001), unsafeIndicator, rule)).toBe('even');
});

test('equal districts are not lower because two bad ones raise the rest of the city', () => {
  const shares = [0.4, 0.4, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2];
  const restOfShare = (index: number) =>
    shares.reduce((sum, share, other) => (other === index ? sum : sum + share), 0) / (shares.length - 1);
  const differenceOf = (index: number) => (shares[index] ?? 0) - restOfShare(index);
  expect(differenceOf(2)).toBeLessThan(-0.03);
  expect(standingOf(compared(differenceOf(2), 0.2), unsafeIndicator, rule)).toBe('even');
});

test('of an indicator that raises flags, a district is worse only where its flag is an alert', () => {
  const standing = (difference: number, severity?: PublishedFlag['severity']) =>
    standingOf(compared(difference, 0.001), unsafeIndicator, flagging, severity ? [levelFlag(severity)] : []);
  expect(standing(0.12, 'alert')).toBe('higher');
  expect(standing(0.12, 'watch')).toBe('even');
  expect(standing(0.12)).toBe('even');
  expect(standing(-0.12)).toBe('lower');
});

test('without a figure, a comparison or enough data nothing is told', () => {
  expect(standingOf(null, unsafeIndicator, rule)).toBe('untold');
  expect(standingOf(exactEstimate('D07', 0.4, 1800), unsafeIndicator, rule)).toBe('untold');
  const hidden = { ...compared(0.12, 0.001), quality: 'suppressed' as const, value: null };
  expect(standingOf(hidden, unsafeIndicator, rule)).toBe('untold');
  expect(standingOf(compared(0.12, 0.001), unsafeIndicator, flagging, [levelFlag('insufficient')])).toBe(
    'untold',
  );
});

test('higher is worse or better by the direction of the indicator, and neither without one', () => {
  expect(judgementOf('higher', unsafeIndicator)).toBe('worse');
  expect(judgementOf('lower', { ...unsafeIndicator, direction: 'high-is-good' })).toBe('worse');
  expect(judgementOf('lower', unsafeIndicator)).toBe('better');
  expect(judgementOf('higher', { ...unsafeIndicator, direction: 'neutral' })).toBe('neutral');
  expect(judgementOf('even', unsafeIndicator)).toBe('neutral');
});

test('the figure of the rest is the district’s own less its difference', () => {
  expect(restOf(compared(0.12, 0.001))).toBeCloseTo(0.28, 10);
  expect(restOf(exactEstimate('D07', 0.4, 1800))).toBeNull();
});
