import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCells } from '#core/estimation/variance/cells.ts';
import { normalEquations, solveNormalEquations } from '#core/estimation/variance/normal-equations.ts';

const margins = fc
  .record({
    cells: fc.array(
      fc.record({
        age: fc.nat({ max: 3 }),
        sex: fc.nat({ max: 1 }),
        district: fc.nat({ max: 2 }),
        weight: fc.double({ min: 0.5, max: 20, noNaN: true }),
      }),
      { minLength: 1, maxLength: 30 },
    ),
    scores: fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 30, maxLength: 30 }),
  })
  .map(({ cells, scores }) => ({
    groups: [
      Int32Array.from(cells, ({ age }) => age),
      Int32Array.from(cells, ({ sex }) => sex),
      Int32Array.from(cells, ({ district }) => district),
    ],
    weight: Float64Array.from(cells, ({ weight }) => weight),
    scores: scores.slice(0, cells.length),
  }));

describe('the regression of scores on overlapping margins', () => {
  it('leaves residuals that add up to zero in every group of every margin', () => {
    fc.assert(
      fc.property(margins, ({ groups, weight, scores }) => {
        const equations = normalEquations(groups, [4, 2, 3], weight);
        const sums = (values: (cell: number) => number) => {
          const total = new Float64Array(equations.size);
          for (const column of equations.columns) {
            column.forEach((at, cell) => {
              total[at] = (total[at] as number) + (weight[cell] as number) * values(cell);
            });
          }
          return total;
        };
        const coefficients = new Float64Array(equations.size);
        solveNormalEquations(
          equations,
          sums((cell) => scores[cell] as number),
          coefficients,
        );
        const residual = (cell: number) =>
          equations.columns.reduce(
            (rest, column) => rest - (coefficients[column[cell] as number] as number),
            scores[cell] as number,
          );
        for (const sum of sums(residual)) expect(Math.abs(sum)).toBeLessThan(1e-6);
      }),
    );
  });
});

describe('cells', () => {
  it('hold everyone once, by the first who came, and nobody makes none', () => {
    const { count, of, first } = makeCells([Int32Array.of(2, 1, 2, 1), Int32Array.of(0, 0, 0, -1)]);
    expect([count, [...of], [...first]]).toEqual([3, [0, 1, 0, 2], [0, 1, 3]]);
    expect(makeCells([new Int32Array(0)])).toMatchObject({ count: 0 });
    expect(makeCells([])).toMatchObject({ count: 0 });
  });
});
