import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coefficientOfVariation, kish } from '#core/weighting/kish.ts';
import { type MarginCell, populationMargin } from '#core/weighting/population-margin.ts';

/** Two districts of three ages. */
const cells: MarginCell[] = ['A', 'B'].flatMap((district, d) =>
  ['young', 'middle', 'old'].map((age, a) => ({
    key: `${district}|${age}`,
    levels: [d, a],
    population: 10 * (1 + d) + a,
  })),
);
const total = cells.reduce((sum, { population }) => sum + population, 0);
const ones = (n: number) => new Float64Array(n).fill(1);

describe('a margin of a population', () => {
  it('has the population of each cell when all have respondents', () => {
    const cellOf = Int32Array.from([0, 1, 2, 3, 4, 5]);
    const { margin, merges, missingShare } = populationMargin(
      'district × age',
      cells,
      cellOf,
      ones(6),
      total,
    );
    expect([...margin.totals]).toEqual(cells.map(({ population }) => population));
    expect([...margin.group]).toEqual([...cellOf]);
    expect([merges, missingShare]).toEqual([[], 0]);
  });

  it('merges an empty cell with a neighbour of the same district before one that is nearer in another', () => {
    const { margin, merges } = populationMargin('m', cells, Int32Array.from([0, 3, 4, 5]), ones(4), total);
    expect(merges).toEqual([
      { from: 'A|middle', into: 'A|young' },
      { from: 'A|old', into: 'A|young' },
    ]);
    expect(margin.totals[0]).toBe(10 + 11 + 12);
  });

  it('prefers the next cell when the previous is as near', () => {
    const { merges } = populationMargin('m', cells, Int32Array.from([0, 2, 3, 4, 5]), ones(5), total);
    expect(merges).toEqual([{ from: 'A|middle', into: 'A|old' }]);
  });

  it('lets an empty district be represented by the nearest cell', () => {
    const { merges } = populationMargin('m', cells, Int32Array.from([3, 4, 5]), ones(3), total);
    expect(merges.map(({ into }) => into)).toEqual(['B|young', 'B|young', 'B|young']);
  });

  it('does not mind a cell without people and without respondents', () => {
    const deserted = cells.map((cell, index) => (index === 1 ? { ...cell, population: 0 } : cell));
    const { merges } = populationMargin('m', deserted, Int32Array.from([0, 2, 3, 4, 5]), ones(5), total - 11);
    expect(merges).toEqual([]);
  });

  it('refuses a margin that nobody answered', () => {
    expect(() => populationMargin('m', cells, Int32Array.from([-1]), ones(1), total)).toThrow(
      '`populationMargin` requires respondents: m has none',
    );
  });

  it('always adds up to the total, and those without an answer keep their share', () => {
    const someone = fc.array(fc.tuple(fc.integer({ min: -1, max: 5 }), fc.integer({ min: 1, max: 9 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(someone, fc.constantFrom(total, 1, 90_000), (people, wanted) => {
        fc.pre(people.some(([cell]) => cell >= 0));
        const start = Float64Array.from(people, ([, weight]) => weight);
        const cellOf = Int32Array.from(people, ([cell]) => cell);
        const { margin, missingShare } = populationMargin('m', cells, cellOf, start, wanted);
        const sum = margin.totals.reduce((all, part) => all + part, 0);
        expect(sum / wanted).toBeCloseTo(1, 12);
        const silent = people.reduce((all, [cell, weight]) => all + (cell < 0 ? weight : 0), 0);
        expect(missingShare).toBeCloseTo(silent / start.reduce((all, weight) => all + weight, 0), 12);
        expect(margin.group.every((group) => group >= 0 && group < margin.totals.length)).toBe(true);
        expect(margin.totals.every((part) => part > 0)).toBe(true);
      }),
    );
  });
});

describe('the coefficient of variation of weights', () => {
  it('squared, plus 1, is the design effect of Kish', () => {
    const weights = fc.array(fc.double({ min: 0.1, max: 50, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(weights, (values) => {
        const own = Float64Array.from(values);
        expect(1 + coefficientOfVariation(own) ** 2).toBeCloseTo(kish(own).designEffect, 10);
      }),
    );
  });

  it('is exact to the last digits for weights that are nearly equal', () => {
    const weights = Float64Array.from([1e6 - 1e-3, 1e6 + 1e-3]);
    expect(coefficientOfVariation(weights) / 1e-9).toBeCloseTo(1, 6);
  });
});
