import type { Difference } from './difference.ts';
import type { SurveyDesign } from './variance/design.ts';
import { contrastScore, type DomainCells, domainSums } from './variance/domain-mean.ts';
import type { ItemSums } from './variance/item-sums.ts';
import { linearisedVariance } from './variance/variance.ts';

/**
 * Σ signₖ·pₖ over domains of one wave, with the standard error that takes their dependence into account:
 * district minus rest of the city (+1, −1), a gap (+1, −1), a gap against the rest's gap (+1, −1, −1, +1).
 * Null when one of the domains has nobody in the base. Degrees of freedom are those of the whole design, as
 * in R's `svycontrast`.
 */
export function domainContrast(
  design: SurveyDesign,
  sums: ItemSums,
  domains: readonly { sign: number; domain: DomainCells }[],
): Difference | null {
  const terms = domains.map((term) => ({ ...term, part: domainSums(design, sums, term.domain) }));
  if (terms.some(({ part }) => part.n === 0 || part.weight === 0)) return null;
  return {
    difference: terms.reduce((sum, { sign, part }) => sum + (sign * part.value) / part.weight, 0),
    standardError: Math.sqrt(linearisedVariance(design, sums, contrastScore(design, terms))),
    degreesOfFreedom: design.strata.units.reduce((sum, m) => sum + m - 1, 0),
  };
}

/** The cells that are in the first domain and not in the second. */
export function cellsWithout(domain: DomainCells, excluded: DomainCells): DomainCells {
  const out = new Set(excluded);
  return domain.filter((cell) => !out.has(cell));
}

/** The cells that are in both domains. */
export function cellsInBoth(domain: DomainCells, other: DomainCells): DomainCells {
  const kept = new Set(other);
  return domain.filter((cell) => kept.has(cell));
}
