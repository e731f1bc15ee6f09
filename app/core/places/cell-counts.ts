import { compensatedSum } from '../statistics/compensated-sum.ts';
import type { CellMention } from './window-test.ts';

/** A mention with the final weight of its respondent. */
export interface WeightedMention extends CellMention {
  weight: number;
}

/** What was named in a cell. It describes where people named places; it does not decide what is flagged. */
export interface CellCounts {
  cell: string;
  mentions: number;
  unsafeMentions: number;
  /** Σw of all mentions and of the unsafe ones. */
  weight: number;
  unsafeWeight: number;
  /** Distinct people, and those with an unsafe mention. */
  respondents: number;
  unsafeRespondents: number;
  /**
   * `unsafeWeight` beyond the city's share: Σw(unsafe) − (city's Σw(unsafe) / city's Σw) · Σw. Sums to zero.
   */
  excess: number;
}

/**
 * Counts per cell of a grid, empty cells included, in the order of `cells` (method 3.7, display).
 *
 * @param cells  every cell of the area, each once
 * @throws when a mention lies in a cell outside the grid
 */
export function countCells(cells: readonly string[], mentions: readonly WeightedMention[]): CellCounts[] {
  const inCell = new Map(cells.map((cell): [string, WeightedMention[]] => [cell, []]));
  for (const mention of mentions) {
    const tally = inCell.get(mention.cell);
    if (!tally) throw new Error(`\`countCells\` requires the cell ${mention.cell} in the grid`);
    tally.push(mention);
  }
  const counts = [...inCell].map(([cell, all]) => {
    const unsafe = all.filter((mention) => mention.unsafe);
    return {
      cell,
      mentions: all.length,
      unsafeMentions: unsafe.length,
      weight: weightOf(all),
      unsafeWeight: weightOf(unsafe),
      respondents: peopleIn(all),
      unsafeRespondents: peopleIn(unsafe),
    };
  });
  const weight = compensatedSum(counts.map((count) => count.weight));
  const unsafeWeight = compensatedSum(counts.map((count) => count.unsafeWeight));
  const share = weight > 0 ? unsafeWeight / weight : 0;
  return counts.map((count) => ({ ...count, excess: count.unsafeWeight - share * count.weight }));
}

const weightOf = (mentions: readonly WeightedMention[]): number =>
  compensatedSum(mentions.map(({ weight }) => weight));

const peopleIn = (mentions: readonly WeightedMention[]): number =>
  new Set(mentions.map(({ respondent }) => respondent)).size;
