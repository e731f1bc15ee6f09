import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBoundedSystem } from '#core/disclosure/cell-suppression/bounded-simplex.ts';

const coefficient: fc.Arbitrary<number> = fc.constantFrom(-2, -1, 0, 1, 1, 2);
const polytope = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 3 }))
  .chain(([size, equations]) =>
    fc.record({
      rows: fc.array(fc.array(coefficient, { minLength: size, maxLength: size }), {
        minLength: equations,
        maxLength: equations,
      }),
      lower: fc.array(fc.integer({ min: -4, max: 0 }), { minLength: size, maxLength: size }),
      upper: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: size, maxLength: size }),
    }),
  );

/** Solves a square system by Cramer's rule; null when it is singular. */
function solve(matrix: number[][], right: number[]): number[] | null {
  const determinant = (rows: number[][]): number =>
    rows.length === 0
      ? 1
      : (rows[0] as number[]).reduce(
          (sum, value, column) =>
            sum +
            (column % 2 === 0 ? 1 : -1) *
              value *
              determinant(rows.slice(1).map((row) => row.filter((_, other) => other !== column))),
          0,
        );
  const whole = determinant(matrix);
  if (whole === 0) return null;
  return right.map(
    (_, column) =>
      determinant(
        matrix.map((row, index) =>
          row.map((value, other) => (other === column ? (right[index] as number) : value)),
        ),
      ) / whole,
  );
}

const subsets = (size: number): number[][] =>
  Array.from({ length: 2 ** size }, (_, bits) =>
    Array.from({ length: size }, (_value, index) => index).filter((index) => (bits >> index) & 1),
  );

/**
 * The vertices of {A y = 0, lower ≤ y ≤ upper} by trying everything: some variables lie on a bound, the
 * others follow from as many equations.
 */
function vertices(rows: number[][], lower: number[], upper: number[]): number[][] {
  const size = lower.length;
  const found: number[][] = [];
  for (const free of subsets(size)) {
    for (const used of subsets(rows.length).filter((some) => some.length === free.length)) {
      const fixed = lower.flatMap((_, index) => (free.includes(index) ? [] : [index]));
      for (const high of subsets(fixed.length)) {
        const point = new Array<number>(size).fill(0);
        fixed.forEach((index, position) => {
          point[index] = (high.includes(position) ? upper : lower)[index] as number;
        });
        const equations = used.map((row) => rows[row] as number[]);
        const solved = solve(
          equations.map((row) => free.map((index) => row[index] as number)),
          equations.map((row) =>
            fixed.reduce((sum, index) => sum - (row[index] as number) * (point[index] as number), 0),
          ),
        );
        if (!solved) continue;
        free.forEach((index, position) => {
          point[index] = solved[position] as number;
        });
        found.push(point);
      }
    }
  }
  const near = 1e-9;
  return found.filter(
    (point) =>
      point.every(
        (value, index) =>
          value >= (lower[index] as number) - near && value <= (upper[index] as number) + near,
      ) &&
      rows.every(
        (row) =>
          Math.abs(row.reduce((sum, value, index) => sum + value * (point[index] as number), 0)) < near,
      ),
  );
}

describe('the search for extremes', () => {
  it('finds the largest and the smallest value of every variable over all vertices, one search after another', () => {
    fc.assert(
      fc.property(polytope, ({ rows, lower, upper }) => {
        const corners = vertices(rows, lower, upper);
        const system = createBoundedSystem(rows, lower, upper);
        lower.forEach((_, variable) => {
          const values = corners.map((corner) => corner[variable] as number);
          expect(system.extreme(variable, 1)).toBeCloseTo(Math.max(...values), 6);
          expect(system.extreme(variable, -1)).toBeCloseTo(Math.min(...values), 6);
          expect(system.point[variable]).toBeCloseTo(Math.min(...values), 6);
          for (const row of rows) {
            const sum = row.reduce((total, value, index) => total + value * (system.point[index] ?? 0), 0);
            expect(sum).toBeCloseTo(0, 6);
          }
        });
      }),
      { numRuns: 200 },
    );
  });

  it('says when a variable has no bound, and when only another one that it follows has one', () => {
    const endless = Number.POSITIVE_INFINITY;
    const alone = createBoundedSystem([], [-1], [endless]);
    expect([alone.extreme(0, 1), alone.extreme(0, -1)]).toEqual([endless, -1]);
    const together = createBoundedSystem([[1, -2, 0]], [-endless, -3, -endless], [endless, 4, endless]);
    expect([together.extreme(0, 1), together.extreme(0, -1)]).toEqual([8, -6]);
    expect([together.extreme(2, 1), together.extreme(2, -1)]).toEqual([endless, -endless]);
  });

  it('ends on Beale’s polytope, where the steepest step alone would go round for ever', () => {
    // Beale (1955), with slacks and the value as the first variable; at the origin every step has length
    // zero.
    const rows = [
      [1, -0.75, 150, -0.02, 6, 0, 0, 0],
      [0, 0.25, -60, -0.04, 9, 1, 0, 0],
      [0, 0.5, -90, -0.02, 3, 0, 1, 0],
      [0, 0, 0, 1, 0, 0, 0, 1],
    ];
    const endless = Number.POSITIVE_INFINITY;
    const lower = [-endless, 0, 0, 0, 0, 0, 0, -1];
    const upper = [endless, endless, endless, endless, endless, endless, endless, 0];
    expect(createBoundedSystem(rows, lower, upper).extreme(0, 1)).toBeCloseTo(0.05, 9);
  });
});
