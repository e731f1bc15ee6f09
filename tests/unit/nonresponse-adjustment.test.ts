import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  noOutcomes,
  type OutcomeCounts,
  outcomeGroups,
  outcomeRates,
} from '#core/fieldwork/outcome-rates.ts';
import {
  adjustNonresponse,
  defaultNonresponseOptions,
  eligibilityRate,
  type NonresponseCell,
} from '#core/weighting/nonresponse.ts';

const counts: fc.Arbitrary<OutcomeCounts> = fc
  .tuple(...outcomeGroups.map(() => fc.integer({ min: 0, max: 60 })))
  .map(
    (numbers) => Object.fromEntries(outcomeGroups.map((group, i) => [group, numbers[i]])) as OutcomeCounts,
  );

const weighted = (issued: OutcomeCounts, weight: number): OutcomeCounts =>
  Object.fromEntries(outcomeGroups.map((group) => [group, issued[group] * weight])) as OutcomeCounts;

/** Ages of one district: counts of issued cases and the base weight of each age. */
const district: fc.Arbitrary<NonresponseCell[]> = fc
  .array(fc.tuple(counts, fc.double({ min: 1, max: 30, noNaN: true })), { minLength: 1, maxLength: 7 })
  .map((ages) =>
    ages.map(([issued, weight], age) => ({
      key: `age ${age}`,
      counts: issued,
      weighted: weighted(issued, weight),
    })),
  );

/** Ages of base weight 10, each with its respondents and refusals. */
const ages = (...cells: [respondents: number, refusals: number][]): NonresponseCell[] =>
  cells.map(([I, R], age) => {
    const issued = { ...noOutcomes(), I, R };
    return { key: String(age), counts: issued, weighted: weighted(issued, 10) };
  });

const mergesOf = (cells: NonresponseCell[]) =>
  adjustNonresponse(cells, 1).merges.map(({ from, into, reason }) => `${from} into ${into}: ${reason}`);

describe('the eligibility rate', () => {
  it("is AAPOR's e, the eligible among those whose eligibility is known", () => {
    fc.assert(
      fc.property(counts, (issued) => {
        expect(eligibilityRate(issued)).toBe(outcomeRates(issued).e ?? 1);
      }),
    );
  });

  it('is 1 where nothing is known, and 0 where all that is known is not eligible', () => {
    expect(eligibilityRate({ ...noOutcomes(), UH: 8, UO: 2 })).toBe(1);
    expect(eligibilityRate({ ...noOutcomes(), UH: 8, NE: 2 })).toBe(0);
  });
});

describe('the nonresponse adjustment', () => {
  const rate = fc.double({ min: 0, max: 1, noNaN: true });

  it('lets the respondents of a district stand for all who are eligible, known and estimated, however cells merge', () => {
    fc.assert(
      fc.property(district, rate, (cells, e) => {
        fc.pre(cells.some((cell) => cell.counts.I + cell.counts.P > 0));
        const { factors } = adjustNonresponse(cells, e);
        let adjusted = 0;
        let eligible = 0;
        for (const { key, weighted: w } of cells) {
          adjusted += (factors.get(key) ?? 0) * (w.I + w.P);
          eligible += w.I + w.P + w.R + w.NC + w.O + e * (w.UH + w.UO);
        }
        expect(Math.abs(adjusted / eligible - 1)).toBeLessThan(1e-12);
      }),
    );
  });

  it('gives each age the inverse of its own weighted response rate when all have enough respondents', () => {
    fc.assert(
      fc.property(district, rate, (cells, e) => {
        const options = { minimumRespondents: 1, maximumFactorRatio: Number.POSITIVE_INFINITY };
        fc.pre(cells.every((cell) => cell.counts.I + cell.counts.P > 0));
        const { factors, merges } = adjustNonresponse(cells, e, options);
        expect(merges).toEqual([]);
        for (const {
          key,
          counts: { I, P, R, NC, O, UH, UO },
        } of cells) {
          expect(factors.get(key)).toBeCloseTo((I + P + R + NC + O + e * (UH + UO)) / (I + P), 9);
        }
      }),
    );
  });

  it('merges an age with fewer than 20 respondents with the neighbour that has fewer', () => {
    expect(mergesOf(ages([20, 20], [20, 20], [20, 20]))).toEqual([]);
    expect(mergesOf(ages([30, 20], [19, 20], [31, 20]))).toEqual(['1 into 0: few-respondents']);
    expect(mergesOf(ages([31, 20], [19, 20], [30, 20]))).toEqual(['1 into 2: few-respondents']);
    expect(mergesOf(ages([30, 20], [19, 20], [30, 20]))).toEqual(['1 into 0: few-respondents']);
  });

  it('merges the youngest with the next and the oldest with the one before', () => {
    expect(mergesOf(ages([19, 20], [40, 20], [20, 20]))).toEqual(['0 into 1: few-respondents']);
    expect(mergesOf(ages([20, 20], [40, 20], [19, 20]))).toEqual(['2 into 1: few-respondents']);
  });

  it('goes on until the merged ages have enough, and keeps them in the order of age', () => {
    const cells = ages([40, 0], [9, 11], [10, 10], [15, 5], [50, 0]);
    expect(mergesOf(cells)).toEqual(['1 into 2: few-respondents', '1+2 into 3: few-respondents']);
    const { factors } = adjustNonresponse(cells, 1);
    expect([...factors.keys()]).toEqual(['0', '1', '2', '3', '4']);
    expect(['1', '2', '3'].map((key) => factors.get(key))).toEqual([60 / 34, 60 / 34, 60 / 34]);
    expect(mergesOf(ages([50, 0], [15, 5], [10, 10], [9, 11], [40, 0]))).toEqual([
      '1 into 2: few-respondents',
      '3 into 1+2: few-respondents',
    ]);
  });

  it('merges an age whose factor is more than three times that of the district', () => {
    // The district's factor is 2; the first age has exactly three times as much.
    expect(mergesOf(ages([20, 100], [140, 60]))).toEqual([]);
    expect(mergesOf(ages([20, 101], [140, 59]))).toEqual(['0 into 1: large-factor']);
  });

  it('keeps a district of few respondents whole, and has no factor for one without any', () => {
    const few = adjustNonresponse(ages([2, 1], [0, 3], [1, 1]), 1);
    expect([...new Set(few.factors.values())]).toEqual([8 / 3]);
    const none = adjustNonresponse(ages([0, 4], [0, 3]), 1);
    expect(none.factors.size).toBe(0);
    expect(adjustNonresponse([], 1)).toEqual({ factors: new Map(), merges: [] });
  });

  it('has as default 20 respondents and three times the factor of the district', () => {
    expect(defaultNonresponseOptions).toEqual({ minimumRespondents: 20, maximumFactorRatio: 3 });
  });
});
