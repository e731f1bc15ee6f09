import { noOutcomes, type OutcomeCounts, type OutcomeGroup } from '../fieldwork/outcome-rates.ts';

/**
 * Issued cases of one cell of the nonresponse adjustment: counts by outcome group, and the same weighted by
 * base weight.
 */
export interface NonresponseCell {
  key: string;
  counts: OutcomeCounts;
  weighted: OutcomeCounts;
}

/** When a cell is too weak to stand by itself. */
export interface NonresponseOptions {
  /** Cells with fewer respondents are merged with their neighbour. */
  minimumRespondents: number;
  /**
   * Cells whose factor is more than this many times the factor of all cells together are merged with their
   * neighbour.
   */
  maximumFactorRatio: number;
}

/** Method 3.3. */
export const defaultNonresponseOptions: NonresponseOptions = {
  minimumRespondents: 20,
  maximumFactorRatio: 3,
};

/**
 * The factors by which base weights are multiplied, and the merges behind them in the order in which they
 * were made.
 */
export interface NonresponseResult {
  /** Factor of each cell, by its key. */
  factors: Map<string, number>;
  merges: { from: string; into: string; reason: 'few-respondents' | 'large-factor' }[];
}

interface MergedCell {
  keys: string[];
  respondents: number;
  respondentWeight: number;
  eligibleWeight: number;
}

/** Share of eligible cases among those whose eligibility is known: the city-wide e of the adjustment. */
export function eligibilityRate(counts: OutcomeCounts): number {
  const eligible = counts.I + counts.P + counts.R + counts.NC + counts.O;
  const known = eligible + counts.NE;
  return known > 0 ? eligible / known : 1;
}

/**
 * Weighting-class adjustment: in each cell, respondents stand for the eligible cases and for the share `e` of
 * those of unknown eligibility: f = [Σd(E) + e·Σd(U)] / Σd(I + P). The cells are those of one district in the
 * order of age; one with too few respondents or an extreme factor is merged with the neighbour that has fewer
 * respondents, and so on. A district without any respondent has no factors.
 */
export function adjustNonresponse(
  cells: readonly NonresponseCell[],
  e: number,
  options: NonresponseOptions = defaultNonresponseOptions,
): NonresponseResult {
  const merges: NonresponseResult['merges'] = [];
  let merged: MergedCell[] = cells.map((cell) => mergedCell(cell, e));
  for (;;) {
    const whole = factorOf(merged);
    const weak = merged.findIndex((cell) => weakness(cell, whole, options) !== null);
    if (weak < 0 || merged.length === 1) break;
    const neighbour = lighterNeighbour(merged, weak);
    const from = merged[weak] as MergedCell;
    const into = merged[neighbour] as MergedCell;
    const reason = weakness(from, whole, options) ?? 'few-respondents';
    merges.push({ from: from.keys.join('+'), into: into.keys.join('+'), reason });
    const [left, right] = weak < neighbour ? [from, into] : [into, from];
    merged = merged.toSpliced(Math.min(weak, neighbour), 2, joinCells(left, right));
  }
  const factors = new Map<string, number>();
  for (const cell of merged) {
    if (cell.respondentWeight === 0) continue;
    for (const key of cell.keys) factors.set(key, cell.eligibleWeight / cell.respondentWeight);
  }
  return { factors, merges };
}

/**
 * A class of the adjustment. Those with the same `family` may be merged with each other, in the order in
 * which they stand.
 */
export interface NonresponseClass {
  key: string;
  family: string;
}

/**
 * The adjustment of a wave from the outcomes of its released cases: one e of all cases, and
 * `adjustNonresponse` within each family of classes.
 *
 * @param outcomes  of every released case, also those of strata that no class holds: they count for e
 * @param classes  what is adjusted by, in the order of neighbours
 * @param standingOf  class and base weight of a stratum by its key; undefined for one that nobody stands for
 */
export function adjustClasses(
  outcomes: Iterable<{ stratum: string; group: OutcomeGroup; count: number }>,
  classes: readonly NonresponseClass[],
  standingOf: (stratum: string) => { class: string; base: number } | undefined,
  options: NonresponseOptions = defaultNonresponseOptions,
): NonresponseResult & { e: number } {
  const city = noOutcomes();
  const cells = new Map(
    classes.map(({ key }) => [key, { key, counts: noOutcomes(), weighted: noOutcomes() }]),
  );
  for (const { stratum, group, count } of outcomes) {
    city[group] += count;
    const standing = standingOf(stratum);
    const cell = standing && cells.get(standing.class);
    if (!cell) continue;
    cell.counts[group] += count;
    cell.weighted[group] += count * standing.base;
  }
  const e = eligibilityRate(city);
  const adjusted = [...new Set(classes.map(({ family }) => family))].map((family) => {
    const neighbours = classes.filter((other) => other.family === family);
    return adjustNonresponse(
      neighbours.flatMap(({ key }) => cells.get(key) ?? []),
      e,
      options,
    );
  });
  return {
    e,
    factors: new Map(adjusted.flatMap(({ factors }) => [...factors])),
    merges: adjusted.flatMap(({ merges }) => merges),
  };
}

function mergedCell({ key, counts, weighted }: NonresponseCell, e: number): MergedCell {
  const sum = (...groups: OutcomeGroup[]) => groups.reduce((total, group) => total + weighted[group], 0);
  return {
    keys: [key],
    respondents: counts.I + counts.P,
    respondentWeight: sum('I', 'P'),
    eligibleWeight: sum('I', 'P', 'R', 'NC', 'O') + e * sum('UH', 'UO'),
  };
}

function joinCells(left: MergedCell, right: MergedCell): MergedCell {
  return {
    keys: [...left.keys, ...right.keys],
    respondents: left.respondents + right.respondents,
    respondentWeight: left.respondentWeight + right.respondentWeight,
    eligibleWeight: left.eligibleWeight + right.eligibleWeight,
  };
}

function factorOf(cells: readonly MergedCell[]): number {
  const respondents = cells.reduce((sum, cell) => sum + cell.respondentWeight, 0);
  return respondents > 0 ? cells.reduce((sum, cell) => sum + cell.eligibleWeight, 0) / respondents : 0;
}

function weakness(
  cell: MergedCell,
  whole: number,
  options: NonresponseOptions,
): 'few-respondents' | 'large-factor' | null {
  if (cell.respondents < options.minimumRespondents) return 'few-respondents';
  return cell.eligibleWeight / cell.respondentWeight > options.maximumFactorRatio * whole
    ? 'large-factor'
    : null;
}

function lighterNeighbour(cells: readonly MergedCell[], index: number): number {
  const before = cells[index - 1];
  const after = cells[index + 1];
  if (!before) return index + 1;
  if (!after) return index - 1;
  return before.respondents <= after.respondents ? index - 1 : index + 1;
}
