import type { DomainKey } from './estimate.ts';
import type { SurveyDesign } from './variance/design.ts';
import { type DomainCells, domainCells } from './variance/domain-mean.ts';

/** Two groups of people whose figures are compared inside a district. */
export interface GapSides {
  high: DomainCells;
  low: DomainCells;
}

/** The design of a wave and the cells of every domain that something is estimated of. */
export interface WaveDomains {
  design: SurveyDesign;
  /** Districts in the order of their numbers; their domains are named by `districtKey`. */
  districts: number[];
  /** @throws for a domain that is not among `keys` */
  cellsOf(domain: DomainKey): DomainCells;
  /** Null when the sample cannot tell the groups of the gap apart. Who may be of either is of neither. */
  sidesOf(gap: string): GapSides | null;
  keys: DomainKey[];
}

/** Who belongs to what, asked of respondents by their number. */
export interface DomainPlan {
  districts: number[];
  /** In the order of the output; `city` and every district are among them. */
  domains: readonly { key: DomainKey; includes(respondent: number): boolean }[];
  /**
   * Null for a gap whose groups cannot be told apart; the parts of a respondent who may be of either are both
   * false.
   */
  gap(name: string): { isHigh(respondent: number): boolean; isLow(respondent: number): boolean } | null;
}

/** The cells of the domains of a plan, found once for all that is estimated by the design. */
export function domainsOfDesign(design: SurveyDesign, { districts, domains, gap }: DomainPlan): WaveDomains {
  const cells = new Map(domains.map(({ key, includes }) => [key, domainCells(design, includes)]));
  return {
    design,
    districts,
    keys: [...cells.keys()],
    cellsOf(domain) {
      const found = cells.get(domain);
      if (!found) throw new Error(`\`domainsOfDesign\` requires a domain of its plan, not ${domain}`);
      return found;
    },
    sidesOf(name) {
      const sides = gap(name);
      return sides && { high: domainCells(design, sides.isHigh), low: domainCells(design, sides.isLow) };
    },
  };
}
