import { describe, expect, it } from 'vitest';
import { cheapestProtection } from '#core/disclosure/cell-suppression/cheapest-protection.ts';
import { complementarySuppression } from '#core/disclosure/cell-suppression/complementary.ts';
import {
  feasibilityIntervals,
  unprotectedCells,
} from '#core/disclosure/cell-suppression/feasibility-audit.ts';
import type { LinkedCell, LinkedTable } from '#core/disclosure/cell-suppression/linked-table.ts';

type Shown = [content: number, size: number, loss?: number];

/** Cells whose sum is published; the first one is hidden, and the only one that must stay open. */
function sumOf(...figures: Shown[]): LinkedTable {
  const cells = figures.map(
    ([content, size, loss = 1], index): LinkedCell => ({
      key: `${index}`,
      content,
      size,
      hidden: index === 0,
      requiredWidth: index === 0 ? Math.min(5, size) : 0,
      loss,
    }),
  );
  return { cells, equations: [cells.map((_, cell) => ({ cell, coefficient: 1 }))] };
}

const complements = (table: LinkedTable) => complementarySuppression(table).sort((a, b) => a - b);

describe('the cheapest protection of a figure', () => {
  it('is made of the cells that lose least and can follow as far as is asked', () => {
    const table = sumOf([10, 100], [50, 100, 3], [50, 100, 2], [50, 100, 4]);
    expect(cheapestProtection(table, 0, 1, 5)).toEqual({ cells: [2], reached: 5 });
    expect(cheapestProtection(table, 0, -1, 5)).toEqual({ cells: [2], reached: 5 });
  });

  it('takes a second cell where the first cannot follow all the way, and does not go further than is asked', () => {
    const table = sumOf([10, 100], [2, 100, 1], [50, 100, 2], [50, 100, 4]);
    expect(cheapestProtection(table, 0, 1, 5)).toEqual({ cells: [1, 2], reached: 5 });
    expect(cheapestProtection(table, 0, 1, 2)).toEqual({ cells: [1], reached: 2 });
    expect(cheapestProtection(table, 0, -1, 5)).toEqual({ cells: [1], reached: 5 });
  });

  it('ends where the figure can be no higher or no lower, or nothing can follow', () => {
    expect(cheapestProtection(sumOf([97, 100], [50, 100]), 0, 1, 5)).toEqual({ cells: [1], reached: 3 });
    expect(cheapestProtection(sumOf([2, 100], [50, 100]), 0, -1, 5)).toEqual({ cells: [1], reached: 2 });
    expect(cheapestProtection(sumOf([50, 100], [0, 100]), 0, 1, 5)).toEqual({ cells: [], reached: 0 });
    expect(cheapestProtection(sumOf([50, 100], [9, 9]), 0, -1, 5)).toEqual({ cells: [], reached: 0 });
  });

  it('costs nothing where a hidden cell can follow', () => {
    const table = sumOf([10, 100], [50, 100], [50, 100, 9]);
    (table.cells[2] as LinkedCell).hidden = true;
    expect(cheapestProtection(table, 0, 1, 5)).toEqual({ cells: [], reached: 5 });
  });
});

describe('complements of a hidden figure', () => {
  it('let it move where it has most room: one near all of its people moves down', () => {
    // The free cell can only rise; a rise of the hidden one would need the dear one.
    expect(complements(sumOf([28, 30], [0, 100, 1], [50, 100, 9]))).toEqual([1]);
    expect(complements(sumOf([2, 30], [0, 100, 1], [50, 100, 9]))).toEqual([2]);
  });

  it('let it move both ways where one is too short, by no more than is missing', () => {
    // Up by 4 with the second cell, which is full; down by 1 with the third; two could only follow with the
    // fourth as well.
    const table = sumOf([2, 6], [10, 10, 1], [10, 11, 5], [10, 100, 20], [10, 100, 30]);
    expect(complements(table)).toEqual([1, 2]);
  });

  it('are everything that is tied to it where no choice can open it, and nothing else', () => {
    const table = sumOf([3, 30], [0, 0], [0, 0], [40, 100], [50, 100]);
    table.equations = [
      [0, 1].map((cell) => ({ cell, coefficient: 1 })),
      [1, 2].map((cell) => ({ cell, coefficient: 1 })),
      [3, 4].map((cell) => ({ cell, coefficient: 1 })),
    ];
    expect(complements(table)).toEqual([1, 2]);
  });

  it('are not needed where the figure is open already', () => {
    const table = sumOf([10, 100], [50, 100], [50, 100]);
    (table.cells[1] as LinkedCell).hidden = true;
    expect(complements(table)).toEqual([]);
  });
});

describe('a hidden figure that no sum ties', () => {
  it('is open without end when nobody knows how many people it is about', () => {
    const table: LinkedTable = { ...sumOf([2, Number.POSITIVE_INFINITY], [3, 10]), equations: [] };
    expect(unprotectedCells(table)).toEqual([]);
    expect(feasibilityIntervals(table)).toEqual([{ cell: 0, lower: 0, upper: Number.POSITIVE_INFINITY }]);
  });

  it('is protected by exactly the people that its width requires', () => {
    const table = (size: number): LinkedTable => {
      const { cells } = sumOf([2, size]);
      return { cells: cells.map((cell) => ({ ...cell, requiredWidth: 5 })), equations: [] };
    };
    expect(unprotectedCells(table(5))).toEqual([]);
    expect(unprotectedCells(table(4))).toEqual([0]);
  });
});
