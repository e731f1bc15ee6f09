import { type BoundedSystem, createBoundedSystem } from './bounded-simplex.ts';
import type { LinkedTable } from './linked-table.ts';

const slack = 1e-6;

/**
 * What can be said about the content of a hidden cell, an index into the table's cells: a number of people
 * from `lower` to `upper`.
 */
export interface FeasibilityInterval {
  cell: number;
  lower: number;
  upper: number;
}

/**
 * For each hidden cell, the smallest and largest content over all fillings between 0 and the cell's size that
 * agree with everything shown: what an intruder can say about it (Fischetti & Salazar 2000, the attacker's
 * problem, in its linear relaxation, which is exact for two-way tables).
 */
export function feasibilityIntervals(table: LinkedTable): FeasibilityInterval[] {
  const { hidden, system } = systemOf(table);
  return hidden.map((cell, variable) => {
    const content = contentOf(table, cell);
    const lower = content + system.extreme(variable, -1);
    const upper = content + system.extreme(variable, 1);
    return { cell, lower, upper };
  });
}

/**
 * Hidden cells whose content is open by less than their `requiredWidth`. `proven` holds cells that are known
 * to be safe; it grows, and stays true when more cells are hidden, because every filling that was feasible
 * still is.
 */
export function unprotectedCells(table: LinkedTable, proven: Set<number> = new Set()): number[] {
  const { hidden, system } = systemOf(table);
  const smallest = new Array<number>(hidden.length).fill(0);
  const largest = new Array<number>(hidden.length).fill(0);
  const unprotected: number[] = [];
  const isOpen = (variable: number): boolean => {
    const required = table.cells[hidden[variable] as number]?.requiredWidth ?? 0;
    return (largest[variable] as number) - (smallest[variable] as number) >= required - slack;
  };
  const remember = (): void => {
    system.point.forEach((value, variable) => {
      if (value < (smallest[variable] as number)) smallest[variable] = value;
      if (value > (largest[variable] as number)) largest[variable] = value;
    });
  };
  hidden.forEach((cell, variable) => {
    if (proven.has(cell)) return;
    let ended = true;
    for (const direction of [1, -1] as const) {
      if (isOpen(variable)) break;
      const extreme = system.extreme(variable, direction);
      if (Number.isFinite(extreme)) remember();
      else if (Number.isNaN(extreme)) ended = false;
      else (direction > 0 ? largest : smallest)[variable] = extreme;
    }
    if (ended && isOpen(variable)) proven.add(cell);
    else unprotected.push(cell);
  });
  return unprotected;
}

function contentOf(table: LinkedTable, cell: number): number {
  return table.cells[cell]?.content ?? 0;
}

/**
 * The polytope of the hidden contents, measured from the true ones, so that the true filling is its origin.
 */
function systemOf(table: LinkedTable): { hidden: number[]; system: BoundedSystem } {
  const hidden: number[] = [];
  const variableOf = new Map<number, number>();
  table.cells.forEach((cell, index) => {
    if (!cell.hidden) return;
    variableOf.set(index, hidden.length);
    hidden.push(index);
  });
  const rows: number[][] = [];
  for (const equation of table.equations) {
    const row = new Array<number>(hidden.length).fill(0);
    let unknowns = 0;
    for (const { cell, coefficient } of equation) {
      const variable = variableOf.get(cell);
      if (variable === undefined) continue;
      row[variable] = (row[variable] as number) + coefficient;
      unknowns += 1;
    }
    if (unknowns > 0) rows.push(row);
  }
  const lower = hidden.map((cell) => -contentOf(table, cell));
  const upper = hidden.map((cell) => (table.cells[cell]?.size ?? 0) - contentOf(table, cell));
  return { hidden, system: createBoundedSystem(rows, lower, upper) };
}
