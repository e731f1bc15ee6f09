import type { Interval } from './interval.ts';

/** The least and the greatest possible answer: 0 and 1 for a share, 0 and 100 for a mean of points. */
export interface AnswerRange {
  least: number;
  greatest: number;
}

/**
 * What rounding leaves of the error of equal answers: the variance is a difference of sums of squares, and
 * its root keeps half of their digits. A single different answer among a million makes more.
 */
const roundingShare = 1e-7;

/** Whether an estimated error is more than what rounding leaves when everybody gave the same answer. */
export function hasVariance(standardError: number, { least, greatest }: AnswerRange): boolean {
  return standardError > roundingShare * (greatest - least);
}

/**
 * The interval of a share or mean when all n respondents gave the same answer and the estimated error is
 * therefore 0, which it is not: with the stated confidence at most q = 1 − (α/2)^(1/n) of the people answer
 * otherwise (Clopper & Pearson 1934 at 0 of n), and they could answer anything within the range. For a share
 * it is the Korn–Graubard interval at n.
 *
 * @param value  the common answer
 * @throws when there is no respondent, or the answer lies outside the range
 */
export function zeroVarianceInterval(
  value: number,
  n: number,
  { least, greatest }: AnswerRange,
  confidence = 0.95,
): Interval {
  if (!(n >= 1)) throw new Error(`\`zeroVarianceInterval\` requires at least one respondent, not ${n}`);
  const slack = roundingShare * (greatest - least);
  if (!(value >= least - slack && value <= greatest + slack)) {
    throw new Error(
      `\`zeroVarianceInterval\` requires a value within its range of ${least} to ${greatest}, not ${value}`,
    );
  }
  const unseen = -Math.expm1(Math.log((1 - confidence) / 2) / n);
  return {
    lower: value - unseen * Math.max(0, value - least),
    upper: value + unseen * Math.max(0, greatest - value),
  };
}
