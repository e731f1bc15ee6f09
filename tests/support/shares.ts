import type { SumOfShares } from '#core/estimation/intervals/mover.ts';
import type { SharePart } from '#core/estimation/intervals/share-part.ts';

/** A share of a simple random sample. */
export function simpleShare(sign: 1 | -1, share: number, n: number, isExact = false): SharePart {
  return {
    sign,
    share,
    standardError: Math.sqrt((share * (1 - share)) / n),
    degreesOfFreedom: Number.POSITIVE_INFINITY,
    n,
    kishN: n,
    binomialN: n,
    isExact,
  };
}

/** The signed sum of independent shares. */
export function sumOfShares(...parts: SharePart[]): SumOfShares {
  return {
    difference: parts.reduce((sum, { sign, share }) => sum + sign * share, 0),
    standardError: Math.hypot(...parts.map(({ standardError }) => standardError)),
    parts,
  };
}
