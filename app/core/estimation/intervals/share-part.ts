import { criticalValue } from './interval.ts';
import { type AnswerRange, hasVariance } from './zero-variance.ts';

/** One share in a sum or difference of shares, with what its limits are computed from. */
export interface SharePart {
  sign: 1 | -1;
  share: number;
  standardError: number;
  degreesOfFreedom: number;
  /** Respondents in its base. */
  n: number;
  /** Kish's effective size of that base. */
  kishN: number;
  /** Size of a simple random sample that tells as much, see `binomialSize`. */
  binomialN: number;
  /**
   * A test takes its exact limits: a district's side. The rest of the city, which is large, is told by
   * Wilson's.
   */
  isExact: boolean;
}

const range: AnswerRange = { least: 0, greatest: 1 };

/**
 * The size of the simple random sample in which a share would be as sure: min(n, p(1 − p)/V·(z/t_df)²). The t
 * correction is Korn & Graubard's, against the normal quantile that Wilson's limits have: V itself is
 * estimated. Where everybody gave the same answer V says nothing, and n is divided by the largest design
 * effect that the indicator has in the city.
 *
 * @param degreesOfFreedom     of V; fewer than 1 count as 1
 * @param largestDesignEffect  below 1 counts as 1
 */
export function binomialSize(
  share: number,
  { standardError, n, degreesOfFreedom }: Pick<SharePart, 'standardError' | 'n' | 'degreesOfFreedom'>,
  largestDesignEffect: number,
): number {
  const spread = share * (1 - share);
  if (!(spread > 0 && hasVariance(standardError, range))) return n / Math.max(1, largestDesignEffect);
  const correction =
    criticalValue(confidence, Number.POSITIVE_INFINITY) /
    criticalValue(confidence, Math.max(1, degreesOfFreedom));
  return Math.min(n, (spread / standardError ** 2) * correction ** 2);
}

const confidence = 0.95;

/**
 * The mean of one share in two independent samples as a single share: V = (V₁ + V₂)/4, the bases added. The
 * size follows from V; at 0 or 1 sizes add.
 */
export function meanPart(a: SharePart, b: SharePart): SharePart {
  const share = (a.share + b.share) / 2;
  const standardError = Math.hypot(a.standardError, b.standardError) / 2;
  const n = a.n + b.n;
  const together = a.binomialN + b.binomialN;
  const degreesOfFreedom = a.degreesOfFreedom + b.degreesOfFreedom;
  return {
    sign: a.sign,
    share,
    standardError,
    degreesOfFreedom,
    n,
    kishN: a.kishN + b.kishN,
    binomialN: binomialSize(share, { standardError, n, degreesOfFreedom }, n / together),
    isExact: a.isExact,
  };
}
