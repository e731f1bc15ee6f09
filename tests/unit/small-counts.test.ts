import { describe, expect, it } from 'vitest';
import { moverInterval } from '#core/estimation/intervals/mover.ts';
import { hypergeometricUpper } from '#core/statistics/hypergeometric.ts';
import { simpleShare, sumOfShares } from '#tests/support/shares.ts';

// Two groups of one size with one true share, unweighted: every count on either side, with its probability. A
// rule calls `more` against `fewer` a difference or not. All rules treat the sides alike and, where they call
// a pair of counts a difference, call every pair further apart (more against as many or fewer) one. 32 is
// what 50 women of a district are worth at a design effect of 1.58, 63 what its 100 respondents are.

type Rule = (more: number, fewer: number) => boolean;

function binomial(n: number, share: number): number[] {
  const probabilities = [(1 - share) ** n];
  for (let k = 1; k <= n; k += 1) {
    probabilities.push((((probabilities[k - 1] as number) * share) / (1 - share)) * ((n - k + 1) / k));
  }
  return probabilities;
}

/** Percent of samples in which the rule calls nothing a difference. */
function coverage(n: number, share: number, isDifference: Rule): number {
  const of = binomial(n, share);
  let called = 0;
  for (let fewer = 0; fewer < n; fewer += 1) {
    for (let more = fewer + 1; more <= n; more += 1) {
      if (isDifference(more, fewer)) called += 2 * (of[more] as number) * (of[fewer] as number);
    }
  }
  return 100 * (1 - called);
}

/** The rule that calls these pairs a difference, those further apart, and nothing else. */
const only =
  (...pairs: (readonly [number, number])[]): Rule =>
  (more, fewer) =>
    pairs.some(([x, y]) => more >= x && fewer <= y);
/** The rule that calls everything a difference but these pairs and those nearer to each other. */
const allBut =
  (...pairs: (readonly [number, number])[]): Rule =>
  (more, fewer) =>
    !pairs.some(([x, y]) => more <= x && fewer >= y);

const fisher = (n: number, more: number, fewer: number) =>
  2 * hypergeometricUpper(more, 2 * n, n, more + fewer);

describe('any rule for two groups of 32 of whom 2 % say yes', () => {
  it('covers more than 99.2 % unless it calls 3 against none a difference, which Fisher’s test gives p = 0.24', () => {
    expect(coverage(32, 0.02, allBut([3, 0]))).toBeCloseTo(99.27, 2);
    expect(fisher(32, 3, 0)).toBeCloseTo(0.238, 3);
  });

  it('and that does call it one covers at most 91.8 % where 5 % say yes', () => {
    expect(coverage(32, 0.05, only([3, 0]))).toBeCloseTo(91.71, 2);
  });
});

describe('any rule for two groups of 32 of whom 5 % say yes', () => {
  it('covers more than 98.4 % unless it calls 4 against none or 5 against one a difference', () => {
    expect(coverage(32, 0.05, allBut([4, 0], [5, 1]))).toBeCloseTo(98.47, 2);
    expect(fisher(32, 4, 0)).toBeCloseTo(0.113, 3);
    expect(fisher(32, 5, 1)).toBeCloseTo(0.196, 3);
  });
});

describe('any rule for two groups of 63 of whom 2 % say yes', () => {
  it('covers 94 to 97 % only if it calls both 4 against none and 5 against one a difference', () => {
    expect(coverage(63, 0.02, allBut([4, 0]))).toBeCloseTo(98.29, 2);
    expect(coverage(63, 0.02, allBut([3, 0], [5, 1]))).toBeCloseTo(97.66, 2);
    expect(coverage(63, 0.02, only([3, 0]))).toBeCloseTo(92.6, 2);
    expect(fisher(63, 4, 0)).toBeCloseTo(0.119, 3);
    expect(fisher(63, 5, 1)).toBeCloseTo(0.207, 3);
  });

  it('and that does call them so covers at most 91.6 % where 5 % say yes', () => {
    expect(coverage(63, 0.05, only([4, 0], [5, 1]))).toBeCloseTo(91.53, 2);
  });
});

describe('the interval of a difference of two simple random samples', () => {
  const rule =
    (n: number): Rule =>
    (more, fewer) =>
      moverInterval(sumOfShares(simpleShare(1, more / n, n), simpleShare(-1, fewer / n, n))).lower > 0;

  it.each([
    [32, [99.96, 99.15, 97.14, 94.85, 94.0]],
    [63, [99.5, 97.16, 95.7, 94.96, 93.91]],
  ])('of %i covers, at 2, 5, 10, 30 and 50 %, by exact count: %j', (n, expected) => {
    const covered = [0.02, 0.05, 0.1, 0.3, 0.5].map((share) => coverage(n, share, rule(n)));
    covered.forEach((value, index) => {
      expect(value).toBeCloseTo(expected[index] as number, 2);
    });
  });
});
