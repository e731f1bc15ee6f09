/**
 * Degrees of freedom that a published figure has at least: exact ones would give the exact base away. No
 * fewer than these, when a stratum of the design has two respondents or more.
 *
 * @param n       respondents in the base, as published
 * @param strata  of the design that the domain lies in
 */
export function leastDegreesOfFreedom(n: number, strata: number): number {
  return n - Math.min(strata, Math.floor(n / 2));
}
