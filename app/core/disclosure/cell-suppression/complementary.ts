import { cheapestProtection } from './cheapest-protection.ts';
import { unprotectedCells } from './feasibility-audit.ts';
import type { LinkedCell, LinkedTable } from './linked-table.ts';

/**
 * Hides further cells until no hidden cell can be narrowed below its required width by anyone who knows all
 * shown cells. For one unprotected cell after another it hides the cheapest cells that leave this one open;
 * they are then audited too. Where no choice can open a cell, everything tied to it is hidden.
 *
 * @returns indices of the cells hidden in addition; `table` itself is not changed
 */
export function complementarySuppression(table: LinkedTable): number[] {
  const cells = table.cells.map((cell) => ({ ...cell }));
  const working: LinkedTable = { cells, equations: table.equations };
  const added: number[] = [];
  const hide = (indices: readonly number[]): void => {
    for (const index of indices) {
      const cell = cells[index] as LinkedCell;
      if (cell.hidden) continue;
      cell.hidden = true;
      added.push(index);
    }
  };

  const proven = new Set<number>();
  const settled = new Set<number>();
  for (;;) {
    const target = unprotectedCells(working, proven).find((cell) => !settled.has(cell));
    if (target === undefined) return added;
    const { content, size, requiredWidth } = cells[target] as LinkedCell;
    const way = size - content >= content ? 1 : -1;
    const first = cheapestProtection(working, target, way, requiredWidth);
    hide(first.cells);
    let open = first.reached;
    if (open < requiredWidth) {
      const second = cheapestProtection(working, target, way > 0 ? -1 : 1, requiredWidth - open);
      hide(second.cells);
      open += second.reached;
    }
    if (open < requiredWidth - 1e-6) hide(tiedCells(working, target));
    settled.add(target);
  }
}

/** Every cell that a chain of sums leads to. */
function tiedCells(table: LinkedTable, start: number): number[] {
  const tied = new Set([start]);
  for (let before = 0; before !== tied.size; ) {
    before = tied.size;
    for (const equation of table.equations) {
      if (!equation.some(({ cell }) => tied.has(cell))) continue;
      for (const { cell } of equation) tied.add(cell);
    }
  }
  return [...tied];
}
