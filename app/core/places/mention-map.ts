import { countCells, type WeightedMention } from './cell-counts.ts';
import { giStar, windowsAround } from './gi-star.ts';
import { type LocatedMention, neighboursOnEarth, onGrid } from './on-grid.ts';
import { pairsByCell } from './window-test.ts';

/**
 * What people named in a cell, exact. It never leaves the firm: `suppress` decides which cells may be shown,
 * and how coarsely.
 */
export interface DescribedCell {
  /** H3 index. */
  cell: string;
  /** Distinct people who called a place in the cell unsafe. */
  unsafeRespondents: number;
  /**
   * Gi* of the excess of unsafe mentions in the cell and its neighbours; null where the map has no spread.
   */
  score: number | null;
}

/** What the map of mentions is made of: everybody's mentions, in cells of an H3 resolution. */
export interface MentionMapInput {
  mentions: readonly LocatedMention[];
  /** Final weight of each respondent. */
  weights: Readonly<ArrayLike<number>>;
  /** Every cell of the city, each once: empty ones count in the mean of the map. */
  cityCells: readonly string[];
  resolution: number;
}

/**
 * The map of mentions (method 3.7, display): in which parts of the city people call places unsafe more or
 * less often than in the city as a whole. It weighs people, one mention per person and cell, unsafe when any
 * of theirs there is. Descriptive: it must not decide what is flagged.
 *
 * @returns the cells that were named, ordered by cell
 */
export function describeMentions({
  mentions,
  weights,
  cityCells,
  resolution,
}: MentionMapInput): DescribedCell[] {
  const pairs: WeightedMention[] = [];
  for (const [cell, respondents] of pairsByCell(onGrid(mentions, resolution))) {
    for (const [respondent, unsafe] of respondents) {
      pairs.push({ cell, respondent, unsafe, weight: weights[respondent] ?? 0 });
    }
  }
  const cells = [...new Set([...cityCells, ...pairs.map(({ cell }) => cell)])].sort();
  const counts = countCells(cells, pairs);
  const scores = giStar(
    counts.map(({ excess }) => excess),
    windowsAround(cells, neighboursOnEarth, 1),
  );
  return counts.flatMap(({ cell, respondents, unsafeRespondents }, index) =>
    respondents === 0 ? [] : [{ cell, unsafeRespondents, score: scores[index]?.z ?? null }],
  );
}
