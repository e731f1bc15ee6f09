import type { CellMention } from './window-test.ts';

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
  /** `unsafeWeight` beyond the city's share: Σw(unsafe) − (city's Σw(unsafe) / city's Σw) · Σw. Sums to zero. */
  excess: number;
}

/**
 * Counts per cell of a grid, empty cells included, in the order of `cells` (method 3.7, display).
 *
 * @param cells  every cell of the area, each once
 * @throws when a mention lies in a cell outside the grid
 */
export function countCells(cells: readonly string[], mentions: readonly WeightedMention[]): CellCounts[] {
  const tallies = new Map(cells.map((cell) => [cell, emptyTally()]));
  let weight = 0;
  let unsafeWeight = 0;
  for (const mention of mentions) {
    const tally = tallies.get(mention.cell);
    if (!tally) throw new Error(`\`countCells\` requires the cell ${mention.cell} in the grid`);
    tally.mentions += 1;
    tally.weight += mention.weight;
    tally.people.add(mention.respondent);
    weight += mention.weight;
    if (!mention.unsafe) continue;
    tally.unsafeMentions += 1;
    tally.unsafeWeight += mention.weight;
    tally.unsafePeople.add(mention.respondent);
    unsafeWeight += mention.weight;
  }
  const share = weight > 0 ? unsafeWeight / weight : 0;
  return [...tallies].map(([cell, { people, unsafePeople, ...tally }]) => ({
    cell,
    ...tally,
    respondents: people.size,
    unsafeRespondents: unsafePeople.size,
    excess: tally.unsafeWeight - share * tally.weight,
  }));
}

function emptyTally() {
  return {
    mentions: 0,
    unsafeMentions: 0,
    weight: 0,
    unsafeWeight: 0,
    people: new Set<number>(),
    unsafePeople: new Set<number>(),
  };
}
