import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellMerge, cellMargin, type MarginCell } from '#core/weighting/margins/cell-margin.ts';

/** Two districts of three ages, in one margin with those whose age is not known. */
const districts = ['A', 'B'];
const cells: MarginCell[] = districts.flatMap((district, d) => [
  { key: `${district}|?`, district, levels: null, population: 0 },
  ...['young', 'middle', 'old'].map((age, a) => ({
    key: `${district}|${age}`,
    district,
    levels: [a],
    population: 10 * (1 + d) + a,
  })),
]);
const indexOf = new Map(cells.map(({ key }, index) => [key, index]));
const cellOf = (...keys: string[]) => Int32Array.from(keys, (key) => indexOf.get(key) ?? -1);
const ones = (n: number) => new Float64Array(n).fill(1);
const everyAge = ['A|young', 'A|middle', 'A|old', 'B|young', 'B|middle', 'B|old'];
const marginOf = (of: Int32Array, given: readonly MarginCell[] = cells) => {
  const merges: CellMerge[] = [];
  const { group, totals } = cellMargin('district × age', given, of, ones(of.length), merges);
  const totalOf = (respondent: number) => totals[group[respondent] as number];
  return { totalOf, totals, merges: merges.map(({ from, into }) => `${from} into ${into}`) };
};

describe('a margin of a population', () => {
  it('has the population of each cell when all have respondents', () => {
    const { totalOf, merges } = marginOf(cellOf(...everyAge));
    expect(everyAge.map((_, respondent) => totalOf(respondent))).toEqual([10, 11, 12, 20, 21, 22]);
    expect(merges).toEqual([]);
  });

  it('merges an empty cell with a neighbour of the same district, however far', () => {
    const { totalOf, merges } = marginOf(cellOf('A|young', 'B|young', 'B|middle', 'B|old'));
    expect(merges).toEqual(['A|middle into A|young', 'A|old into A|young']);
    expect(totalOf(0)).toBe(10 + 11 + 12);
  });

  it('prefers the next cell when the previous is as near', () => {
    const { merges } = marginOf(cellOf(...everyAge.filter((key) => key !== 'A|middle')));
    expect(merges).toEqual(['A|middle into A|old']);
  });

  it('counts how far a level is by the order of the levels, also past one that nobody lives in', () => {
    const ages = cells.filter(({ district, levels }) => district === 'A' && levels);
    const withGap = ages.flatMap((cell, index) =>
      index === 1 ? [] : [{ ...cell, levels: [index === 0 ? 0 : 4] }],
    );
    const empty = { key: 'A|between', district: 'A', levels: [2], population: 7 };
    const listed = [...withGap.slice(0, 1), empty, ...withGap.slice(1)];
    expect(marginOf(Int32Array.of(0, 2), listed).merges).toEqual(['A|between into A|old']);
    const nearer = listed.map((cell) => (cell === empty ? { ...cell, levels: [1] } : cell));
    expect(marginOf(Int32Array.of(0, 2), nearer).merges).toEqual(['A|between into A|young']);
  });

  it('looks first among the cells that share the outer variables, then as near as possible in them', () => {
    const ofTwo = ['young', 'middle', 'old'].flatMap((age, a) =>
      ['F', 'M'].map((sex, s) => ({ key: `${age}|${sex}`, district: 'city', levels: [a, s], population: 5 })),
    );
    const mergesWith = (...present: string[]) =>
      marginOf(
        Int32Array.from(present, (wanted) => ofTwo.findIndex(({ key }) => key === wanted)),
        ofTwo,
      ).merges;
    expect(mergesWith('young|F', 'middle|F', 'middle|M', 'old|F')).toEqual([
      'young|M into young|F',
      'old|M into old|F',
    ]);
    expect(mergesWith('young|F', 'young|M', 'old|F')).toEqual([
      'middle|F into old|F',
      'middle|M into old|F',
      'old|M into old|F',
    ]);
  });

  it('refuses an empty district: no other stands for it', () => {
    expect(() => marginOf(cellOf('B|young', 'B|middle', 'B|old'))).toThrow(
      '`cellMargin` requires respondents in every district: A has none',
    );
  });

  it('does not mind a cell without people and without respondents', () => {
    const deserted = cells.map((cell) => (cell.key === 'A|middle' ? { ...cell, population: 0 } : cell));
    const of = cellOf(...everyAge.filter((key) => key !== 'A|middle'));
    expect(marginOf(of, deserted).merges).toEqual([]);
  });

  it('always adds up to each district, in which those of no level keep their share', () => {
    const someone = fc.array(
      fc.tuple(fc.integer({ min: 0, max: cells.length - 1 }), fc.integer({ min: 1, max: 9 })),
    );
    fc.assert(
      fc.property(someone, (some) => {
        const people = [...districts.map((district) => [indexOf.get(`${district}|old`) ?? 0, 3]), ...some];
        const start = Float64Array.from(people, ([, weight]) => weight as number);
        const of = Int32Array.from(people, ([cell]) => cell as number);
        const { group, totals } = cellMargin('m', cells, of, start, []);
        for (const district of districts) {
          const isOurs = (i: number) => cells[of[i] as number]?.district === district;
          const own = [...start.keys()].filter(isOurs);
          const groups = new Set(own.map((i) => group[i] as number));
          const sum = [...groups].reduce((all, g) => all + (totals[g] as number), 0);
          expect(sum).toBeCloseTo(district === 'A' ? 33 : 63, 9);
          const silent = own.filter((i) => cells[of[i] as number]?.levels === null);
          const weight = (of: readonly number[]) => of.reduce((all, i) => all + (start[i] as number), 0);
          const theirs = silent.length === 0 ? 0 : (totals[group[silent[0] as number] as number] as number);
          expect(theirs / sum).toBeCloseTo(weight(silent) / weight(own), 9);
        }
      }),
    );
  });
});
