import { deviance, stirlingError } from './gamma.ts';

/** log of x successes in n trials under probability p, in Loader's saddle-point form. */
function logBinomial(x: number, n: number, p: number): number {
  const q = 1 - p;
  if (x === 0) return n === 0 ? 0 : p < 0.1 ? -deviance(n, n * q) - n * p : n * Math.log(q);
  if (x === n) return q < 0.1 ? -deviance(n, n * p) - n * q : n * Math.log(p);
  const exponent =
    stirlingError(n) - stirlingError(x) - stirlingError(n - x) - deviance(x, n * p) - deviance(n - x, n * q);
  return exponent - 0.5 * Math.log((2 * Math.PI * x * (n - x)) / n);
}

/** P(X = x): x marked among `drawn` of a population with `marked` marked ones. Agrees with R's `dhyper`. */
export function hypergeometricDensity(x: number, population: number, marked: number, drawn: number): number {
  const unmarked = population - marked;
  if (x < Math.max(0, drawn - unmarked) || x > Math.min(drawn, marked)) return 0;
  if (drawn === 0 || drawn === population) return 1;
  const p = drawn / population;
  return Math.exp(
    logBinomial(x, marked, p) + logBinomial(drawn - x, unmarked, p) - logBinomial(drawn, population, p),
  );
}

/**
 * P(X ≥ x) for the hypergeometric distribution: `drawn` units without replacement from `population`, of which
 * `marked` are marked. Agrees with R's `phyper(x - 1, marked, population - marked, drawn, lower.tail =
 * FALSE)`.
 */
export function hypergeometricUpper(x: number, population: number, marked: number, drawn: number): number {
  const low = Math.max(0, drawn - (population - marked));
  const high = Math.min(drawn, marked);
  if (x <= low) return 1;
  if (x > high) return 0;
  const mode = Math.floor(((drawn + 1) * (marked + 1)) / (population + 2));
  if (x > mode) return sumFrom(x, high, population, marked, drawn);
  return 1 - sumDown(x - 1, low, population, marked, drawn);
}

function sumFrom(x: number, high: number, population: number, marked: number, drawn: number): number {
  let term = hypergeometricDensity(x, population, marked, drawn);
  let sum = term;
  for (let k = x; k < high && term > sum * 1e-17; k += 1) {
    term *= ((marked - k) * (drawn - k)) / ((k + 1) * (population - marked - drawn + k + 1));
    sum += term;
  }
  return sum;
}

function sumDown(x: number, low: number, population: number, marked: number, drawn: number): number {
  let term = hypergeometricDensity(x, population, marked, drawn);
  let sum = term;
  for (let k = x; k > low && term > sum * 1e-17; k -= 1) {
    term *= (k * (population - marked - drawn + k)) / ((marked - k + 1) * (drawn - k + 1));
    sum += term;
  }
  return sum;
}
