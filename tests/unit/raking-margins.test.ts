import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageBands, parseStratumKey, sexes, stratumKey } from '#core/sampling/stratum.ts';
import { scaledMargin } from '#core/weighting/margins/answer-margin.ts';
import type { CellMerge } from '#core/weighting/margins/cell-margin.ts';
import { districtMargin } from '#core/weighting/margins/district-margin.ts';
import { educationMargin } from '#core/weighting/margins/education-margin.ts';

/** Two districts, every age band and sex; the population of a stratum tells its place. */
const strata = [1, 2].flatMap((district, d) =>
  ageBands.flatMap((ageBand, a) =>
    sexes.map((sex, s) => {
      const key = stratumKey(district, ageBand, sex);
      return { ...parseStratumKey(key), population: 1000 * (d + 1) + 10 * a + s };
    }),
  ),
);
const indexOf = new Map(strata.map(({ key }, index) => [key, index]));
const stratumOf = (...keys: string[]) => Int32Array.from(keys, (key) => indexOf.get(key) ?? -1);
const ages = (district: number, ...bands: (typeof ageBands)[number][]) =>
  bands.map((band) => stratumKey(district, band, 'F'));
const populationOf = (start: string) =>
  strata.reduce((sum, { key, population }) => sum + (key.startsWith(start) ? population : 0), 0);

describe.each(['ageBand', 'sex'] as const)('the margin of districts by %s', (dimension) => {
  const respondents = fc
    .array(fc.integer({ min: 0, max: strata.length - 1 }), { maxLength: 30 })
    .map((some) => Int32Array.from([0, strata.length - 1, ...some]));

  it('gives every group the population of its cells, and every district its own, whatever is merged', () => {
    fc.assert(
      fc.property(respondents, (of) => {
        const merges: CellMerge[] = [];
        const { group, totals } = districtMargin(dimension, strata, of, merges);
        const byDistrict = new Map<string, Set<number>>();
        of.forEach((index, i) => {
          const own = `D0${strata[index]?.district}`;
          byDistrict.set(own, (byDistrict.get(own) ?? new Set()).add(group[i] as number));
        });
        for (const [own, groups] of byDistrict) {
          const sum = [...groups].reduce((all, g) => all + (totals[g] as number), 0);
          expect(sum).toBe(populationOf(own));
        }
        const cells = new Set(strata.map((stratum) => `${stratum.district} ${stratum[dimension]}`)).size;
        expect(totals.length).toBe(cells - merges.length);
        expect(totals.length).toBe(new Set(group).size);
      }),
    );
  });
});

describe('a cell of a district without respondents', () => {
  const everyAgeBut = (...missing: (typeof ageBands)[number][]) =>
    ages(1, ...ageBands.filter((band) => !missing.includes(band)));
  const mergesOf = (dimension: 'ageBand' | 'sex', of: Int32Array) => {
    const merges: CellMerge[] = [];
    const margin = districtMargin(dimension, strata.slice(0, 14), of, merges);
    return { margin, merges: merges.map(({ from, into, reason }) => `${from} into ${into}: ${reason}`) };
  };

  it('is represented by the next age, or by the one before when that is nearer', () => {
    expect(mergesOf('ageBand', stratumOf(...everyAgeBut('35-44'))).merges).toEqual([
      'D01|35-44 into D01|45-54: no-respondents',
    ]);
    expect(mergesOf('ageBand', stratumOf(...everyAgeBut('18-24', '75+'))).merges).toEqual([
      'D01|18-24 into D01|25-34: no-respondents',
      'D01|75+ into D01|65-74: no-respondents',
    ]);
    expect(mergesOf('ageBand', stratumOf(...everyAgeBut('35-44', '45-54', '55-64'))).merges).toEqual([
      'D01|35-44 into D01|25-34: no-respondents',
      'D01|45-54 into D01|65-74: no-respondents',
      'D01|55-64 into D01|65-74: no-respondents',
    ]);
  });

  it('adds its population to the group that stands for it', () => {
    const { margin } = mergesOf('ageBand', stratumOf(...everyAgeBut('35-44')));
    expect(margin.name).toBe('district × age');
    expect([...margin.group]).toEqual([0, 1, 2, 3, 4, 5]);
    expect([...margin.totals]).toEqual(
      ['D01|18', 'D01|25', 'D01|35', 'D01|55', 'D01|65', 'D01|75'].map((start) =>
        start === 'D01|35' ? populationOf('D01|35') + populationOf('D01|45') : populationOf(start),
      ),
    );
  });

  it('is no cell when nobody lives there, but is one when somebody answered from there', () => {
    const deserted = strata.map((stratum) =>
      stratum.district === 1 && stratum.ageBand === '35-44' ? { ...stratum, population: 0 } : stratum,
    );
    const merges: CellMerge[] = [];
    const others = ages(2, ...ageBands);
    const silent = districtMargin('ageBand', deserted, stratumOf(...everyAgeBut('35-44'), ...others), merges);
    expect([merges.length, silent.totals.length]).toEqual([0, 13]);
    const surprising = districtMargin('ageBand', deserted, stratumOf(...everyAgeBut(), ...others), merges);
    expect([merges.length, surprising.totals.length, surprising.totals[2]]).toEqual([0, 14, 0]);
  });

  it('lets one sex stand for the other', () => {
    const { margin, merges } = mergesOf('sex', stratumOf(stratumKey(1, '18-24', 'M')));
    expect(margin.name).toBe('district × sex');
    expect(merges).toEqual(['D01|F into D01|M: no-respondents']);
    expect([...margin.totals]).toEqual([populationOf('D01')]);
  });

  it('is not sought in another district: one where nobody answered is refused', () => {
    expect(() => districtMargin('sex', strata, stratumOf(...ages(1, '18-24')), [])).toThrow(
      '`cellMargin` requires respondents in every district: D02 has none',
    );
  });
});

describe('respondents of no level', () => {
  const person = fc.record({
    district: fc.constantFrom(1, 2),
    sex: fc.constantFrom('F', 'M', 'other', null),
    start: fc.double({ min: 1, max: 40, noNaN: true }),
  });
  const whole = { ageBand: '18-24', population: 0 } as const;
  const cells = [
    ...[1, 2].flatMap((district) => [
      { ...whole, district, sex: 'F' as const, population: 600 * district },
      { ...whole, district, sex: 'M' as const, population: 400 * district },
    ]),
    ...[1, 2].flatMap((district) => (['other', null] as const).map((sex) => ({ ...whole, district, sex }))),
  ];

  it('keep the share of their district that they have, in groups of their own; the others share out the rest', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 12 }), (some) => {
        const people = [
          ...[1, 2].flatMap((district) => (['F', 'M'] as const).map((sex) => ({ district, sex, start: 10 }))),
          ...some,
        ];
        const cellOf = Int32Array.from(people, (one) =>
          cells.findIndex(({ district, sex }) => district === one.district && sex === one.sex),
        );
        const start = Float64Array.from(people, (one) => one.start);
        const { group, totals } = districtMargin('sex', cells, cellOf, [], start);
        for (const district of [1, 2]) {
          const total = (sex: string | null) =>
            totals[group[people.findIndex((one) => one.district === district && one.sex === sex)] ?? -1] ?? 0;
          const own = people.filter((one) => one.district === district);
          const all = own.reduce((sum, one) => sum + one.start, 0);
          for (const sex of ['other', null]) {
            const theirs = own.reduce((sum, one) => sum + (one.sex === sex ? one.start : 0), 0);
            expect(total(sex)).toBeCloseTo((theirs / all) * 1000 * district, 8);
          }
          expect(total('F') / total('M')).toBeCloseTo(1.5, 9);
          const sum = ['F', 'M', 'other', null].reduce((whole, sex) => whole + total(sex), 0);
          expect(sum).toBeCloseTo(1000 * district, 8);
        }
      }),
    );
  });

  it('stand for their whole district when nobody there is of a level', () => {
    const first = cells.filter(({ district }) => district === 1);
    const { group, totals } = districtMargin('sex', first, Int32Array.of(2, 3, 3), []);
    expect([...group].map((g) => Math.round(totals[g] as number))).toEqual([333, 667, 667]);
    expect(totals.reduce((sum, total) => sum + total, 0)).toBeCloseTo(1000, 9);
  });
});

describe('the margin of education', () => {
  const population = [
    { education: 3, population: 500 },
    { education: 1, population: 200 },
    { education: 2, population: 300 },
  ];
  const ones = (n: number) => new Float64Array(n).fill(1);
  const answer = fc.tuple(fc.constantFrom(1, 2, 3, null), fc.double({ min: 1, max: 40, noNaN: true }));

  it('lets those without an answer keep their share, and shares out the rest as in the population', () => {
    fc.assert(
      fc.property(fc.array(answer), (some) => {
        const people = [...[1, 2, 3].map((education) => [education, 10] as const), ...some];
        const weights = Float64Array.from(people, ([, weight]) => weight);
        const { group, totals } = educationMargin(
          population,
          people.map(([education]) => education),
          weights,
          [],
        );
        const sumOf = (silent: boolean) =>
          people.reduce(
            (sum, [education, weight]) => sum + ((education === null) === silent ? weight : 0),
            0,
          );
        expect(totals.length).toBe(sumOf(true) > 0 ? 4 : 3);
        [0.2, 0.3, 0.5].forEach((share, g) => {
          expect(totals[g]).toBeCloseTo(share * sumOf(false), 9);
        });
        if (sumOf(true) > 0) expect(totals[3]).toBeCloseTo(sumOf(true), 9);
        expect([...group]).toEqual(people.map(([education]) => (education ?? 4) - 1));
      }),
    );
  });

  it('merges a level that nobody gave with the next higher one, and the highest with the one below', () => {
    const merges: CellMerge[] = [];
    const middle = educationMargin(population, [1, 3, null], ones(3), merges);
    expect(merges).toEqual([{ from: 'education 2', into: 'education 3', reason: 'no-respondents' }]);
    expect([...middle.group]).toEqual([0, 1, 2]);
    expect([...middle.totals].map((total) => Math.round(total * 1e9) / 1e9)).toEqual([0.4, 1.6, 1]);

    const lowest = educationMargin(population, [2, 1], ones(2), merges);
    expect(merges[1]).toEqual({ from: 'education 3', into: 'education 2', reason: 'no-respondents' });
    expect([...lowest.totals].map((total) => Math.round(total * 1e9) / 1e9)).toEqual([0.4, 1.6]);
  });

  it('is refused when nobody gave an education', () => {
    expect(() => educationMargin(population, [null, null], ones(2), [])).toThrow(
      '`answerMargin` requires respondents who answered: nobody gave education',
    );
  });

  it('keeps its proportions when scaled to another total', () => {
    const margin = educationMargin(population, [1, 2, 3], ones(3), []);
    const scaled = scaledMargin(margin, 50_000);
    expect(scaled.group).toBe(margin.group);
    [10_000, 15_000, 25_000].forEach((total, g) => {
      expect(scaled.totals[g]).toBeCloseTo(total, 8);
    });
  });
});
