import { betaKernel, incompleteBeta } from '../../statistics/beta.ts';
import { normalUpper } from '../../statistics/distributions.ts';
import { criticalValue, type Interval } from './interval.ts';
import type { SharePart } from './share-part.ts';

/** A signed sum of shares. Its standard error knows of what ties the shares of one wave together. */
export interface SumOfShares {
  difference: number;
  standardError: number;
  parts: readonly SharePart[];
}

/** Beyond this many standard errors a probability is below 1e-15 and no smaller one is told. */
const farthest = 8;
/** Relative, of a reach and before the last step of a limit: p-values come out to six digits or more. */
const precision = 1e-7;

/**
 * Interval of a difference of two shares, or of a sum of more with signs, by recovering variances from the
 * limits of each share (MOVER: Zou & Donner 2008; Newcombe 1998): L = Δ̂ − √Σ(distance of each share to its
 * limit on the side that lowers Δ)², U in the same way. Limits are Wilson's at `binomialN`. The shares of one
 * wave are nearly independent; what their common raking ties is carried by the factor V(Δ̂)/ΣV(share), by
 * which the squares are multiplied.
 */
export function moverInterval(sum: SumOfShares, confidence = 0.95): Interval {
  const z = criticalValue(confidence, Number.POSITIVE_INFINITY);
  return {
    lower: sum.difference - reach(sum, z, null),
    upper: sum.difference + reach(flipped(sum), z, null),
  };
}

/**
 * One-sided p-value of H₀: Δ ≤ `margin`: the level at which the lower limit of `moverInterval` is the margin,
 * with exact (Clopper–Pearson, at Korn & Graubard's effective size) limits for the parts that ask for it,
 * because Wilson's far tail is too short at small n. At most one half when Δ̂ lies above the margin; below
 * it, the complement of the test the other way.
 */
export function excessProbability(sum: SumOfShares, margin: number): number {
  const distance = sum.difference - margin;
  if (distance < 0) return 1 - tailBeyond(flipped(sum), -distance);
  return tailBeyond(sum, distance);
}

/**
 * P of a standard normal beyond the z at which the sum reaches so far down; one half when it does at once.
 */
function tailBeyond(sum: SumOfShares, distance: number): number {
  // Each limit is sought from where it was for the z before.
  const limits = sum.parts.map(() => Number.NaN);
  const short = (z: number) => reach(sum, z, limits) - distance;
  let [low, high] = [0, farthest];
  let [before, atBefore] = [0, short(0)];
  if (atBefore >= 0) return 0.5;
  let z = Math.min(farthest, distance / sum.standardError || 1);
  for (let step = 0; step < 60; step += 1) {
    const value = short(z);
    if (Math.abs(value) <= precision * distance) return normalUpper(z);
    if (value < 0) low = z;
    else high = z;
    if (low === farthest) return normalUpper(farthest);
    // The reach is nearly a straight line in z: secants, kept inside the bracket.
    const secant = z - (value * (z - before)) / (value - atBefore);
    [before, atBefore] = [z, value];
    z =
      secant > low && secant < high ? secant : value < 0 && secant >= farthest ? farthest : (low + high) / 2;
  }
  return normalUpper(z);
}

/**
 * How far below the sum its lower limit lies at z standard errors of a normal distribution: by Wilson's
 * limits alone, or, for a test, by exact ones where they are asked for, which are left in `limits`.
 */
function reach(sum: SumOfShares, z: number, limits: number[] | null): number {
  let squares = 0;
  sum.parts.forEach(({ sign, share, binomialN, isExact }, index) => {
    const own = sign > 0 ? share : 1 - share;
    let limit: number;
    if (limits && isExact) {
      limit = exactLower(own, binomialN, z, limits[index] as number);
      limits[index] = limit;
    } else limit = wilsonLower(own, binomialN, z);
    squares += (own - limit) ** 2;
  });
  return Math.sqrt(dependence(sum) * squares);
}

function flipped({ difference, standardError, parts }: SumOfShares): SumOfShares {
  return {
    difference: -difference,
    standardError,
    parts: parts.map((part) => ({ ...part, sign: part.sign > 0 ? -1 : 1 })),
  };
}

/**
 * The variance of the sum over the sum of the variances; 1 for independent shares, and where nothing varies.
 */
function dependence({ standardError, parts }: SumOfShares): number {
  const apart = parts.reduce((total, part) => total + part.standardError ** 2, 0);
  return apart > 0 ? standardError ** 2 / apart : 1;
}

/** Lower limit of Wilson (1927) at z. */
function wilsonLower(share: number, n: number, z: number): number {
  const square = (z * z) / n;
  const centre = (share + square / 2) / (1 + square);
  const half = (z / (1 + square)) * Math.sqrt((share * (1 - share)) / n + square / (4 * n));
  return Math.max(0, centre - half);
}

/**
 * Lower limit of Clopper & Pearson (1934) at one-sided level P(Z > z), for a fractional count: Newton's
 * method on the logarithm of the beta distribution, which is concave.
 *
 * @param start  a limit nearby; without one, Wilson's
 */
function exactLower(share: number, n: number, z: number, start: number): number {
  const yes = share * n;
  if (yes <= 0) return 0;
  const [a, b] = [yes, n - yes + 1];
  const wanted = Math.log(normalUpper(z));
  let limit = start > 0 && start < 1 ? start : wilsonLower(share, n, z) || share / 2;
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step += 1) {
    const { lower } = incompleteBeta(a, b, limit);
    const off = Math.log(lower) - wanted;
    if (off > 0) high = limit;
    else low = limit;
    const newton = limit - (off * lower * limit * (1 - limit)) / betaKernel(a, b, limit);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    const moved = Math.abs(next - limit);
    limit = next;
    // A step squares the error.
    if (moved <= precision * limit) return limit;
  }
  return limit;
}
