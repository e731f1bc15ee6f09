/** Lanczos coefficients for g = 607/128, n = 15 (Godfrey 2001): relative error below 1e-15 for x > 0. */
const lanczos = [
  0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202,
  0.00003399464998481189, 0.00004652362892704858, -0.00009837447530487956, 0.0001580887032249125,
  -0.00021026444172410488, 0.00021743961811521265, -0.0001643181065367639, 0.00008441822398385275,
  -0.000026190838401581408, 0.0000036899182659531625,
] as const;

const halfLogTwoPi = 0.9189385332046728;

/** Natural logarithm of the gamma function for x > 0 (Lanczos 1964). Agrees with R's `lgamma`. */
function logGamma(x: number): number {
  let series: number = lanczos[0];
  for (let i = 1; i < lanczos.length; i += 1) series += (lanczos[i] ?? 0) / (x + i - 1);
  const shifted = x - 1 + 607 / 128 + 0.5;
  return (x - 0.5) * Math.log(shifted) - shifted + halfLogTwoPi + Math.log(series);
}

/** Exact for the half-integers and small values where the difference below would lose digits. */
const stirlingErrors = stirlingTable();

function stirlingTable(): number[] {
  const table = [0];
  for (let i = 1; i <= 30; i += 1) {
    const n = i / 2;
    table.push(logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - halfLogTwoPi);
  }
  return table;
}

/**
 * log(n!) minus Stirling's formula, and 0 for n = 0 (Loader 2000, "Fast and accurate computation of binomial
 * probabilities").
 *
 * @throws when n is not 0 or more
 */
export function stirlingError(n: number): number {
  if (!(n >= 0)) throw new Error(`\`stirlingError\` requires a number of 0 or more, not ${n}`);
  if (n <= 15) {
    const twice = n + n;
    if (Number.isInteger(twice)) return stirlingErrors[twice] ?? 0;
    return logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - halfLogTwoPi;
  }
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / n;
}

/** Deviance part x·log(x/m) + m − x, without cancellation near x = m (Loader 2000). */
export function deviance(x: number, mean: number): number {
  if (Math.abs(x - mean) < 0.1 * (x + mean)) {
    const ratio = (x - mean) / (x + mean);
    let sum = (x - mean) * ratio;
    let power = 2 * x * ratio;
    for (let j = 1; j < 1000; j += 1) {
      power *= ratio * ratio;
      const next = sum + power / (2 * j + 1);
      if (next === sum) return next;
      sum = next;
    }
  }
  return x * Math.log(x / mean) + mean - x;
}

/**
 * Regularised upper incomplete gamma function Q(a, x) and its complement, both accurate in their tails.
 *
 * @throws unless a > 0 and x ≥ 0
 */
export function incompleteGamma(a: number, x: number): { lower: number; upper: number } {
  if (!(a > 0) || !(x >= 0))
    throw new Error(`\`incompleteGamma\` requires a > 0 and x ≥ 0, not ${a} and ${x}`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  // x^a e^-x / Γ(a + 1) by Loader's form of the Poisson density.
  const density = Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);
  if (x < a + 1) {
    let term = 1;
    let sum = 1;
    for (let n = 1; term > sum * Number.EPSILON * 0.1; n += 1) {
      if (n > mostTerms)
        throw new Error(`\`incompleteGamma\` requires parameters at which it converges, not ${a} and ${x}`);
      term *= x / (a + n);
      sum += term;
    }
    const lower = density * sum;
    return { lower, upper: 1 - lower };
  }
  const upper = density * a * gammaContinuedFraction(a, x);
  return { lower: 1 - upper, upper };
}

/** Legendre's continued fraction for Γ(a, x)·eˣ/xᵃ by the modified Lentz method. */
function gammaContinuedFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let i = 1; i < mostTerms; i += 1) {
    const numerator = -i * (i - a);
    b += 2;
    d = numerator * d + b;
    if (Math.abs(d) < tiny) d = tiny;
    c = b + numerator / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < Number.EPSILON) return fraction;
  }
  throw new Error(`\`incompleteGamma\` requires parameters at which it converges, not ${a} and ${x}`);
}

const mostTerms = 100_000;
