import type { Neighbours } from './window-test.ts';

/**
 * Groups of cells that touch, directly or through others of the list; groups and their cells are in the order
 * of the cells.
 */
export function joinTouching(cells: readonly string[], neighbours: Neighbours): string[][] {
  const left = new Set([...cells].sort());
  const groups: string[][] = [];
  for (const first of left) {
    const group: string[] = [];
    const waiting = [first];
    left.delete(first);
    for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
      group.push(cell);
      for (const next of neighbours(cell)) if (left.delete(next)) waiting.push(next);
    }
    groups.push(group.sort());
  }
  return groups;
}
