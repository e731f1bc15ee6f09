import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complementarySuppression } from '#core/disclosure/cell-suppression/complementary.ts';
import {
  feasibilityIntervals,
  unprotectedCells,
} from '#core/disclosure/cell-suppression/feasibility-audit.ts';
import type { LinkedTable } from '#core/disclosure/cell-suppression/linked-table.ts';

interface AuditCase {
  name: string;
  counts: number[][];
  hidden: number[][];
  cells: { row: number; col: number; lo: number; hi: number; disclosed: boolean }[];
}

const { cases } = JSON.parse(
  readFileSync(new URL('../validation/reference/case-A/suppression_audit.json', import.meta.url), 'utf8'),
) as { cases: AuditCase[] };

/** A two-way table of counts whose row and column totals are published. */
function twoWay(counts: number[][], hidden: (row: number, column: number) => boolean): LinkedTable {
  const columns = counts[0]?.length ?? 0;
  return {
    cells: counts.flatMap((line, row) =>
      line.map((content, column) => ({
        key: `${row},${column}`,
        content,
        size: Number.POSITIVE_INFINITY,
        hidden: hidden(row, column),
        requiredWidth: 5,
        loss: 1,
      })),
    ),
    equations: [
      ...counts.map((line, row) =>
        line.map((_, column) => ({ cell: row * columns + column, coefficient: 1 })),
      ),
      ...(counts[0] ?? []).map((_, column) =>
        counts.map((_line, row) => ({ cell: row * columns + column, coefficient: 1 })),
      ),
    ],
  };
}

describe('the feasibility audit', () => {
  it.each(cases)(
    'finds what an intruder can say about each hidden cell: $name',
    ({ counts, hidden, cells }) => {
      const table = twoWay(counts, (row, column) => hidden[row]?.[column] === 1);
      const columns = counts[0]?.length ?? 0;
      const intervals = feasibilityIntervals(table).map(({ cell, lower, upper }) => ({
        row: Math.floor(cell / columns),
        col: cell % columns,
        lo: Math.round(lower * 1e6) / 1e6,
        hi: Math.round(upper * 1e6) / 1e6,
      }));
      expect(intervals).toEqual(cells.map(({ row, col, lo, hi }) => ({ row, col, lo, hi })));
    },
  );

  it.each(cases)(
    'calls a cell unprotected exactly when its interval is too narrow: $name',
    ({ counts, hidden, cells }) => {
      const table = twoWay(counts, (row, column) => hidden[row]?.[column] === 1);
      const columns = counts[0]?.length ?? 0;
      const narrow = cells.filter(({ lo, hi }) => hi - lo < 5).map(({ row, col }) => row * columns + col);
      expect(unprotectedCells(table)).toEqual(narrow);
    },
  );
});

const countTable = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

describe('complementary suppression', () => {
  it('leaves no hidden cell that can be narrowed to fewer than 5 people, whatever the table', () => {
    fc.assert(
      fc.property(countTable, (counts) => {
        const table = twoWay(counts, (row, column) => (counts[row]?.[column] ?? 0) < 10);
        const added = complementarySuppression(table);
        for (const index of added) {
          const cell = table.cells[index];
          if (cell) cell.hidden = true;
        }
        if (table.cells.every((cell) => cell.hidden)) return;
        for (const { lower, upper } of feasibilityIntervals(table)) {
          expect(upper - lower).toBeGreaterThanOrEqual(5 - 1e-6);
        }
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it('hides nothing when nothing is hidden', () => {
    const table = twoWay(
      [
        [12, 30],
        [25, 40],
      ],
      () => false,
    );
    expect(complementarySuppression(table)).toEqual([]);
  });
});
