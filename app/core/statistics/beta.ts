import { deviance, stirlingError } from './gamma.ts';
import { solveIncreasingFrom } from './root.ts';

/**
 * xᵃ(1−x)ᵇ/B(a, b): the density of Beta(a, b) times x(1−x), as a binomial density in Loader's saddle-point
 * form: no digits are lost for large a and b.
 */
export function betaKernel(a: number, b: number, x: number, complement = 1 - x): number {
  const n = a + b;
  const logarithm =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * complement);
  return Math.exp(logarithm) * Math.sqrt((a * b) / (2 * Math.PI * n));
}

/**
 * Regularised incomplete beta function Iₓ(a, b) and its complement, both accurate in their tails (continued
 * fraction of DiDonato & Morris 1992 by the modified Lentz method). `complement` is 1 − x, given apart so
 * that x near 1 keeps its digits. Agrees with R's `pbeta`.
 *
 * @throws when a or b is not positive, or x lies outside [0, 1]
 */
export function incompleteBeta(
  a: number,
  b: number,
  x: number,
  complement = 1 - x,
): { lower: number; upper: number } {
  if (!(a > 0) || !(b > 0))
    throw new Error(`\`incompleteBeta\` requires positive parameters, not ${a} and ${b}`);
  if (!(x >= 0 && x <= 1)) throw new Error(`\`incompleteBeta\` requires a point between 0 and 1, not ${x}`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (complement === 0) return { lower: 1, upper: 0 };
  const kernel = betaKernel(a, b, x, complement);
  if (x <= (a + 1) / (a + b + 2)) {
    const lower = (kernel * betaContinuedFraction(a, b, x)) / a;
    return { lower, upper: 1 - lower };
  }
  const upper = (kernel * betaContinuedFraction(b, a, complement)) / b;
  return { lower: 1 - upper, upper };
}

function betaContinuedFraction(a: number, b: number, x: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  if (Math.abs(d) < tiny) d = tiny;
  d = 1 / d;
  let fraction = d;
  for (let m = 1; m < 100_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + even * d;
    if (Math.abs(d) < tiny) d = tiny;
    c = 1 + even / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    fraction *= d * c;
    d = 1 + odd * d;
    if (Math.abs(d) < tiny) d = tiny;
    c = 1 + odd / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < Number.EPSILON) return fraction;
  }
  throw new Error(
    `\`incompleteBeta\` requires parameters at which its fraction converges, not ${a}, ${b} at ${x}`,
  );
}

/**
 * The point whose lower tail under Beta(a, b) is `probability`. Agrees with R's `qbeta`.
 *
 * @throws when `probability` lies outside [0, 1]
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  if (!(probability >= 0 && probability <= 1)) {
    throw new Error(`\`betaQuantile\` requires a probability between 0 and 1, not ${probability}`);
  }
  if (probability === 0) return 0;
  if (probability === 1) return 1;
  return solveIncreasingFrom(
    a / (a + b),
    (x) => incompleteBeta(a, b, x).lower - probability,
    (x) => betaKernel(a, b, x, 1 - x) / (x * (1 - x)),
    0,
    1,
  );
}
