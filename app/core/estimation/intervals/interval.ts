import { betaQuantile } from '../../statistics/beta.ts';
import { studentQuantile } from '../../statistics/distributions.ts';

/** A confidence interval, in the units of its figure. */
export interface Interval {
  lower: number;
  upper: number;
}

/** Below this many effective "yes" (or "no") answers the logit interval is not trusted (method 3.4). */
export const fewAnswers = 10;

const twoSided = (confidence: number) => 1 - (1 - confidence) / 2;

const criticalValues = new Map<number, Map<number, number>>();

/**
 * Student's t with P(−t ≤ T ≤ t) = `confidence`. Kept: the figures of a wave share few degrees of freedom.
 */
export function criticalValue(confidence: number, degreesOfFreedom: number): number {
  const known = criticalValues.get(confidence) ?? new Map<number, number>();
  criticalValues.set(confidence, known);
  let critical = known.get(degreesOfFreedom);
  if (critical === undefined) {
    critical = studentQuantile(twoSided(confidence), degreesOfFreedom);
    known.set(degreesOfFreedom, critical);
  }
  return critical;
}

/**
 * value ± t·se, for means and differences, at one degree of freedom or more. Agrees with R's `confint` of
 * `svymean`.
 */
export function studentInterval(
  value: number,
  standardError: number,
  degreesOfFreedom: number,
  confidence = 0.95,
): Interval {
  const half =
    standardError === 0 ? 0 : criticalValue(confidence, Math.max(1, degreesOfFreedom)) * standardError;
  return { lower: value - half, upper: value + half };
}

/**
 * Interval of a share on the logit scale: logit p ± t·se/(p(1 − p)). Null at p = 0 or 1, where it is not
 * defined. Agrees with R's `svyciprop(method = "xlogit")`.
 */
export function logitInterval(
  p: number,
  standardError: number,
  degreesOfFreedom: number,
  confidence = 0.95,
): Interval | null {
  if (p <= 0 || p >= 1 || degreesOfFreedom <= 0) return null;
  const centre = Math.log(p / (1 - p));
  const half = (criticalValue(confidence, degreesOfFreedom) * standardError) / (p * (1 - p));
  const back = (x: number) => 1 / (1 + Math.exp(-x));
  return { lower: back(centre - half), upper: back(centre + half) };
}

/**
 * Interval of a share on the arcsine scale, which holds its variance still: arcsin √p ± t·se/(2√(p(1 − p))).
 * Null at p = 0 or 1. Agrees with R's `svyciprop(method = "asin")`.
 */
export function arcsineInterval(
  p: number,
  standardError: number,
  degreesOfFreedom: number,
  confidence = 0.95,
): Interval | null {
  if (p <= 0 || p >= 1 || degreesOfFreedom <= 0) return null;
  const centre = Math.asin(Math.sqrt(p));
  const half = (criticalValue(confidence, degreesOfFreedom) * standardError) / (2 * Math.sqrt(p * (1 - p)));
  return { lower: Math.sin(centre - half) ** 2, upper: Math.sin(centre + half) ** 2 };
}

/**
 * The effective sample size of Korn & Graubard (1998), with a t correction and at most n:
 * n* = min(n, p(1 − p)/V·(t_{n−1}/t_df)²). With V = 0, n* = n.
 */
export function kornGraubardSize(
  p: number,
  standardError: number,
  n: number,
  degreesOfFreedom: number,
  confidence = 0.95,
): number {
  if (!(standardError > 0 && n > 1 && degreesOfFreedom > 0)) return n;
  const correction = (criticalValue(confidence, n - 1) / criticalValue(confidence, degreesOfFreedom)) ** 2;
  return Math.min(n, ((p * (1 - p)) / standardError ** 2) * correction);
}

/**
 * Korn & Graubard (1998): the exact binomial interval at the effective sample size n* of `kornGraubardSize`.
 * It stays inside 0 and 1 and holds for rare answers.
 */
export function kornGraubardInterval(
  p: number,
  standardError: number,
  n: number,
  degreesOfFreedom: number,
  confidence = 0.95,
): Interval & { effectiveN: number } {
  const effectiveN = kornGraubardSize(p, standardError, n, degreesOfFreedom, confidence);
  return { ...clopperPearsonInterval(p * effectiveN, effectiveN, confidence), effectiveN };
}

/**
 * The exact binomial interval of x among n, which may be fractional (Clopper & Pearson 1934). Agrees with R's
 * `binom.test`.
 */
export function clopperPearsonInterval(x: number, n: number, confidence = 0.95): Interval {
  const tail = twoSided(confidence);
  return {
    lower: x <= 0 ? 0 : betaQuantile(1 - tail, x, n - x + 1),
    upper: x >= n ? 1 : betaQuantile(tail, x + 1, n - x),
  };
}

/** Wilson's interval at the effective sample size p(1 − p)/V (Franco, Little, Louis & Slud 2019). */
export function wilsonInterval(p: number, standardError: number, n: number, confidence = 0.95): Interval {
  const effectiveN = standardError > 0 ? (p * (1 - p)) / standardError ** 2 : n;
  const z = criticalValue(confidence, Number.POSITIVE_INFINITY);
  const square = (z * z) / effectiveN;
  const centre = (p + square / 2) / (1 + square);
  const half = (z / (1 + square)) * Math.sqrt((p * (1 - p)) / effectiveN + square / (4 * effectiveN));
  return { lower: centre - half, upper: centre + half };
}
