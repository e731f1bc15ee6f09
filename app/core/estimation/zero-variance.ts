import type { Interval } from './interval.ts';

/**
 * The interval of a share or mean when all n respondents gave the same answer and the estimated error is therefore 0, which it is
 * not: with the stated confidence at most q = 1 − (α/2)^(1/n) of the people answer otherwise (Clopper & Pearson 1934 at 0
 * of n), and they could answer anything within the range. For a share it is the Korn–Graubard interval at n.
 *
 * @param value  the common answer
 * @param range  the least and the greatest possible answer: 0 and 1 for a share, 0 and 100 for a mean of points
 */
export function zeroVarianceInterval(
  value: number,
  n: number,
  range: { least: number; greatest: number },
  confidence = 0.95,
): Interval {
  if (!(n >= 1)) throw new Error('`zeroVarianceInterval` requires at least one respondent');
  if (!(value >= range.least && value <= range.greatest)) {
    throw new Error('`zeroVarianceInterval` requires a value within its range');
  }
  const unseen = -Math.expm1(Math.log((1 - confidence) / 2) / n);
  return {
    lower: value - unseen * (value - range.least),
    upper: value + unseen * (range.greatest - value),
  };
}
