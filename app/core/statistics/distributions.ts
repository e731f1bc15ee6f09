import { betaKernel, incompleteBeta } from './beta.ts';
import { incompleteGamma } from './gamma.ts';
import { solveIncreasing, solveIncreasingFrom } from './root.ts';

/** P(Z ≤ z) for the standard normal. Agrees with R's `pnorm`. */
export function normalLower(z: number): number {
  return normalUpper(-z);
}

/**
 * P(Z > z) for the standard normal, accurate far out in the tail. Agrees with R's `pnorm(lower.tail =
 * FALSE)`.
 *
 * @throws for NaN
 */
export function normalUpper(z: number): number {
  if (Number.isNaN(z)) throw new Error('`normalUpper` requires a number, not NaN');
  const { lower, upper } = incompleteGamma(0.5, (z * z) / 2);
  return z >= 0 ? upper / 2 : 0.5 + lower / 2;
}

/**
 * The z with P(Z ≤ z) = `probability`. Agrees with R's `qnorm`.
 *
 * @throws when `probability` does not lie between 0 and 1
 */
export function normalQuantile(probability: number): number {
  requireProbability('normalQuantile', probability);
  if (probability > 0.5) return -normalQuantile(1 - probability);
  if (probability === 0.5) return 0;
  return -solveIncreasing((z) => probability - normalUpper(z), 0, 40);
}

/**
 * P(T > t) for Student's t, accurate in the tail; P(T ≤ t) is that of −t. The degrees of freedom may be
 * fractional or infinite. Agrees with R's `pt(lower.tail = FALSE)`.
 *
 * @throws when the degrees of freedom are not positive
 */
export function studentUpper(t: number, degreesOfFreedom: number): number {
  if (!(degreesOfFreedom > 0))
    throw new Error(`\`studentUpper\` requires positive degrees of freedom, not ${degreesOfFreedom}`);
  if (degreesOfFreedom === Number.POSITIVE_INFINITY) return normalUpper(t);
  const square = t * t;
  const total = degreesOfFreedom + square;
  const { lower, upper } = incompleteBeta(
    degreesOfFreedom / 2,
    0.5,
    degreesOfFreedom / total,
    square / total,
  );
  return t >= 0 ? lower / 2 : 0.5 + upper / 2;
}

/**
 * The t with P(T ≤ t) = `probability`. Agrees with R's `qt`.
 *
 * @throws when `probability` does not lie between 0 and 1
 */
export function studentQuantile(probability: number, degreesOfFreedom: number): number {
  requireProbability('studentQuantile', probability);
  if (degreesOfFreedom === Number.POSITIVE_INFINITY) return normalQuantile(probability);
  if (probability > 0.5) return -studentQuantile(1 - probability, degreesOfFreedom);
  if (probability === 0.5) return 0;
  let high = 4;
  while (studentUpper(high, degreesOfFreedom) > probability) high *= 2;
  return -solveIncreasingFrom(
    high / 2,
    (t) => probability - studentUpper(t, degreesOfFreedom),
    (t) => studentDensity(t, degreesOfFreedom),
    0,
    high,
  );
}

function studentDensity(t: number, degreesOfFreedom: number): number {
  const total = degreesOfFreedom + t * t;
  return betaKernel(degreesOfFreedom / 2, 0.5, degreesOfFreedom / total, (t * t) / total) / t;
}

/** P(X > x) for chi-square. Agrees with R's `pchisq(lower.tail = FALSE)`. */
export function chiSquareUpper(x: number, degreesOfFreedom: number): number {
  if (x <= 0) return 1;
  return incompleteGamma(degreesOfFreedom / 2, x / 2).upper;
}

/** P(X > x) for F with d1 and d2 degrees of freedom. Agrees with R's `pf(lower.tail = FALSE)`. */
export function fUpper(x: number, d1: number, d2: number): number {
  if (x <= 0) return 1;
  const total = d1 * x + d2;
  return incompleteBeta(d2 / 2, d1 / 2, d2 / total, (d1 * x) / total).lower;
}

function requireProbability(caller: string, probability: number): void {
  if (!(probability > 0 && probability < 1)) {
    throw new Error(`\`${caller}\` requires a probability between 0 and 1, not ${probability}`);
  }
}
