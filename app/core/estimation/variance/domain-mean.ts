import type { PrimaryUnits, SurveyDesign } from './design.ts';
import type { ItemSums } from './item-sums.ts';
import { type LinearisedScore, linearisedVariance } from './variance.ts';

/** The cells that belong to a domain, in ascending order. */
export type DomainCells = Int32Array;

/** A weighted mean (a share when values are 0 and 1) in a domain, with its linearised standard error. */
export interface DomainMean {
  mean: number;
  standardError: number;
  /** Respondents of the domain inside the base, and of these with a value above 0. */
  n: number;
  positive: number;
  /** Σw over the base. */
  weight: number;
  /** Σw over the base as a share (0–1) of Σw over the whole domain: how much of its people the mean is of. */
  baseShare: number;
  /** (Σw)²/Σw² over the base (Kish 1965). */
  kishN: number;
  /**
   * Primary units (respondents where nothing is clustered) minus strata that the domain's respondents come
   * from.
   */
  degreesOfFreedom: number;
  /** Ratio to the variance of a simple random sample with replacement of the same n. */
  designEffect: number;
}

/** The cells for which `includes` holds, asked once per cell with a respondent of it. */
export function domainCells(design: SurveyDesign, includes: (respondent: number) => boolean): DomainCells {
  return Int32Array.from(design.cells.first.keys()).filter((cell) =>
    includes(design.cells.first[cell] as number),
  );
}

/**
 * p = Σ_D w y / Σ_D w with score u = 1_D (y − p)/Σ_D w (method 3.4). Null when nobody of the domain is in the
 * base. Agrees with R's `svymean` of a subset of a calibrated design, `deff = "replace"`.
 */
export function domainMean(design: SurveyDesign, sums: ItemSums, domain: DomainCells): DomainMean | null {
  const part = domainSums(design, sums, domain);
  if (part.n === 0 || part.weight === 0) return null;
  const mean = part.value / part.weight;
  const variance = linearisedVariance(design, sums, contrastScore(design, [{ sign: 1, domain, part }]));
  const spread = Math.max(0, part.squaredValue / part.weight - mean * mean);
  const simpleVariance = part.n > 1 ? spread / (part.n - 1) : 0;
  return {
    mean,
    standardError: Math.sqrt(variance),
    n: part.n,
    positive: part.positive,
    weight: part.weight,
    baseShare: Math.min(1, part.weight / wholeWeight(design, domain)),
    kishN: (part.weight * part.weight) / part.squaredWeight,
    degreesOfFreedom: part.units - part.strata,
    designEffect: simpleVariance > 0 ? variance / simpleVariance : 1,
  };
}

function wholeWeight({ weightOfCell }: SurveyDesign, domain: DomainCells): number {
  return domain.reduce((sum, cell) => sum + (weightOfCell[cell] as number), 0);
}

/**
 * Sums of an item over a domain's cells, within the item's base: respondents, those with a value above 0, Σw,
 * Σw², Σw·y, Σw·y², and the strata and primary units that they come from (each is a unit where nothing is
 * clustered).
 */
export interface DomainSums {
  n: number;
  positive: number;
  weight: number;
  squaredWeight: number;
  value: number;
  squaredValue: number;
  strata: number;
  units: number;
}

/** Adds up what `itemSums` holds for the cells of a domain. */
export function domainSums(design: SurveyDesign, sums: ItemSums, domain: DomainCells): DomainSums {
  const part: DomainSums = {
    n: 0,
    positive: 0,
    weight: 0,
    squaredWeight: 0,
    value: 0,
    squaredValue: 0,
    strata: 0,
    units: 0,
  };
  const seen = new Uint8Array(design.strata.names.length);
  for (let at = 0; at < domain.length; at += 1) {
    const cell = domain[at] as number;
    if ((sums.n[cell] as number) === 0) continue;
    part.n += sums.n[cell] as number;
    part.positive += sums.positive[cell] as number;
    part.weight += sums.weight[cell] as number;
    part.squaredWeight += sums.squaredWeight[cell] as number;
    part.value += sums.value[cell] as number;
    part.squaredValue += sums.squaredValue[cell] as number;
    seen[design.stratumOfCell[cell] as number] = 1;
  }
  part.strata = seen.reduce((count, flag) => count + flag, 0);
  part.units = design.units ? unitsWithin(design.units, sums, domain) : part.n;
  return part;
}

function unitsWithin({ count, ofCell }: PrimaryUnits, { n }: ItemSums, domain: DomainCells): number {
  const seen = new Uint8Array(count);
  for (const cell of domain) if ((n[cell] as number) > 0) seen[ofCell[cell] as number] = 1;
  return seen.reduce((sum, flag) => sum + flag, 0);
}

/** A domain's mean with its sign in a contrast. Its `part` must not be empty. */
export interface ContrastTerm {
  sign: number;
  domain: DomainCells;
  part: DomainSums;
}

/** Scores add: the score of Σ signₖ·pₖ is Σ signₖ·1_Dₖ (y − pₖ)/Σ_Dₖ w. */
export function contrastScore(
  { cells, workspace }: SurveyDesign,
  terms: readonly ContrastTerm[],
): LinearisedScore {
  const { slope, intercept, touched } = workspace;
  slope.fill(0);
  intercept.fill(0);
  for (const { sign, domain, part } of terms) {
    const share = sign / part.weight;
    const offset = (share * part.value) / part.weight;
    for (let at = 0; at < domain.length; at += 1) {
      const cell = domain[at] as number;
      slope[cell] = (slope[cell] as number) + share;
      intercept[cell] = (intercept[cell] as number) + offset;
    }
  }
  const [only] = terms;
  if (only && terms.length === 1) return { slope, intercept, cells: only.domain };
  let count = 0;
  for (let cell = 0; cell < cells.count; cell += 1) {
    if (slope[cell] === 0 && intercept[cell] === 0) continue;
    touched[count] = cell;
    count += 1;
  }
  return { slope, intercept, cells: touched.subarray(0, count) };
}
