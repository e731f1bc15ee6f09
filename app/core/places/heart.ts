import { joinTouching } from './touching.ts';
import { type CellMention, type Neighbours, pairsByCell } from './window-test.ts';

/** In each mentioned cell: unsafe pairs beyond the city's share of unsafe pairs. */
export type Excess = ReadonlyMap<string, number>;

/**
 * Unsafe pairs (respondent, cell) less what the city's share of unsafe pairs lets expect, by mentioned cell.
 * Unweighted; sums to zero.
 */
export function unsafeExcess(mentions: readonly CellMention[]): Excess {
  const counts = [...pairsByCell(mentions)].map(([cell, respondents]) => ({
    cell,
    pairs: respondents.size,
    unsafe: [...respondents.values()].filter(Boolean).length,
  }));
  const pairs = counts.reduce((sum, count) => sum + count.pairs, 0);
  const unsafe = counts.reduce((sum, count) => sum + count.unsafe, 0);
  return new Map(counts.map((count) => [count.cell, count.unsafe - (count.pairs * unsafe) / pairs]));
}

/**
 * The cell to which an area owes most of its excess: where to stand, and where a place takes its name from.
 */
export function heartOf(cells: Iterable<string>, excess: Excess): string {
  let heart = '';
  let most = Number.NEGATIVE_INFINITY;
  for (const cell of [...cells].sort()) {
    const own = excess.get(cell) ?? Number.NEGATIVE_INFINITY;
    if (heart !== '' && own <= most) continue;
    heart = cell;
    most = own;
  }
  return heart;
}

/**
 * Places from flagged cells: those that touch belong together, and so does the heart of their windows.
 * Without it the cell that everybody means could stay outside its place, with a ring of flagged neighbours
 * around it, because its own window reaches further into busy streets.
 */
export function placesAround(
  flagged: readonly string[],
  neighbours: Neighbours,
  excess: Excess,
): { cells: string[]; heart: string }[] {
  const hearts = joinTouching(flagged, neighbours).map((cells) =>
    heartOf(new Set(cells.flatMap((cell) => [cell, ...neighbours(cell)])), excess),
  );
  return joinTouching([...flagged, ...hearts], neighbours).map((cells) => ({
    cells,
    heart: heartOf(cells, excess),
  }));
}
