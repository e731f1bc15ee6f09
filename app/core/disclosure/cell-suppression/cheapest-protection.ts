import { createBoundedSystem } from './bounded-simplex.ts';
import type { LinkedTable } from './linked-table.ts';

/**
 * What one person of movement in the target is worth; above the cost of any chain of cells that could carry
 * it.
 */
const reward = 10_000;
const negligible = 1e-7;

/** What `cheapestProtection` proposes for one hidden cell and one way. */
export interface Protection {
  /** Shown cells that must be hidden. */
  cells: number[];
  /** How far the target can then move, in people. */
  reached: number;
}

/**
 * The cheapest shown cells to hide so that the content of `target` could be up to `amount` people higher
 * (`way` 1) or lower (-1) without contradicting what stays shown. A linear program: move the target, let
 * hidden cells follow at no cost and shown ones at their `loss` per person moved; those that moved must be
 * hidden (the linear-programming heuristic of Kelly, Golden & Assad 1992, one target at a time).
 */
export function cheapestProtection(
  table: LinkedTable,
  target: number,
  way: 1 | -1,
  amount: number,
): Protection {
  const lower: number[] = [];
  const upper: number[] = [];
  const addVariable = (from: number, to: number): number => {
    lower.push(from);
    return upper.push(to) - 1;
  };
  const value = addVariable(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  const moves = table.cells.map((cell, index) => {
    const room = cell.size - cell.content;
    if (index === target) {
      const most = Math.min(amount, way > 0 ? room : cell.content);
      return { up: addVariable(way > 0 ? 0 : -most, way > 0 ? most : 0), down: -1 };
    }
    if (cell.hidden) return { up: addVariable(-cell.content, room), down: -1 };
    return { up: addVariable(0, room), down: addVariable(0, cell.content) };
  });

  const newRow = (): number[] => new Array<number>(lower.length).fill(0);
  const rows = table.equations.map((equation) => {
    const row = newRow();
    for (const { cell, coefficient } of equation) {
      const move = moves[cell];
      if (!move) continue;
      row[move.up] = (row[move.up] ?? 0) + coefficient;
      if (move.down >= 0) row[move.down] = (row[move.down] ?? 0) - coefficient;
    }
    return row;
  });
  const objective = newRow();
  objective[value] = 1;
  moves.forEach(({ up, down }, index) => {
    if (index === target) objective[up] = -reward * way;
    if (down < 0) return;
    const cost = table.cells[index]?.loss ?? 0;
    objective[up] = cost;
    objective[down] = cost;
  });

  const system = createBoundedSystem([objective, ...rows], lower, upper);
  system.extreme(value, 1);
  const cells = moves.flatMap(({ up, down }, index) => {
    if (down < 0) return [];
    return (system.point[up] ?? 0) + (system.point[down] ?? 0) > negligible ? [index] : [];
  });
  return { cells, reached: Math.abs(system.point[moves[target]?.up ?? -1] ?? 0) };
}
