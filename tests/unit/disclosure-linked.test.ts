import { describe, expect, it } from 'vitest';
import { hiddenCells } from '#core/disclosure/cell-suppression/hidden-cells.ts';
import {
  answerKey,
  estimateKey,
  linkedGroups,
  linkedTable,
} from '#core/disclosure/cell-suppression/linked-groups.ts';
import type { LinkedCell, LinkedTable } from '#core/disclosure/cell-suppression/linked-table.ts';
import { suppress } from '#core/disclosure/suppress.ts';
import type { ExactEstimate } from '#core/publication/exact-publication.ts';
import type { PublishedDistribution } from '#core/publication/published-distribution.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import {
  type AnswerCounts,
  answerOf,
  exactEstimate,
  exactPublication,
  unsafeIndicator,
} from '#tests/support/exact-publication.ts';

/** Three districts by sex and answer; the fourth answer is outside the base of the indicator. */
const counts: AnswerCounts = [
  [
    [60, 30, 20, 11],
    [70, 20, 15, 12],
  ],
  [
    [50, 40, 25, 13],
    [65, 30, 12, 14],
  ],
  [
    [80, 20, 11, 15],
    [75, 25, 14, 16],
  ],
];
const draft = exactPublication(counts);

function tableOf(
  estimates: ExactEstimate[],
  distributions: PublishedDistribution[] = [],
  indicators: PublishedIndicator[] = [unsafeIndicator],
): LinkedTable {
  const [group, ...others] = linkedGroups({ indicators, estimates, distributions });
  expect(others).toEqual([]);
  if (!group) throw new Error('one question is one group');
  return linkedTable(group, () => false);
}

const cellOf = (table: LinkedTable, key: string): LinkedCell => {
  const cell = table.cells.find((one) => one.key === key);
  if (!cell) throw new Error(`${key} is in no table`);
  return cell;
};

/** What each sum comes to when cells hold these contents. */
const totals = (table: LinkedTable, contentOf: (cell: LinkedCell) => number) =>
  table.equations.map((terms) =>
    terms.reduce(
      (sum, { cell, coefficient }) => sum + coefficient * contentOf(table.cells[cell] as LinkedCell),
      0,
    ),
  );

describe('the linked table of a question', () => {
  it('has the people behind each figure', () => {
    const table = tableOf(draft.estimates, draft.distributions);
    expect(cellOf(table, estimateKey('unsafe', 'D01|sex:F'))).toMatchObject({ content: 50, size: 110 });
    expect(cellOf(table, answerKey('q07', 'D02', 4)).content).toBeCloseTo(27, 9);
    expect(cellOf(table, answerKey('q07', 'D02', 4)).size).toBe(249);
    const points = { ...unsafeIndicator, kind: 'mean' as const };
    const mean = tableOf([exactEstimate('city', 62.5, 200)], [], [points]);
    expect(cellOf(mean, estimateKey('unsafe', 'city'))).toMatchObject({ content: 125, size: 200 });
  });

  it('has sums that hold, whoever moves: someone who answered otherwise changes no total', () => {
    const table = tableOf(draft.estimates, draft.distributions);
    const before = totals(table, ({ content }) => content);
    // A woman of D01 who felt safe feels unsafe, and a man of D02 the other way round: the city is the same.
    const moved = structuredClone(counts);
    const women = moved[0]?.[0] as number[];
    const men = moved[1]?.[1] as number[];
    women[0] = 59;
    women[1] = 31;
    men[0] = 66;
    men[1] = 29;
    const otherwise = exactPublication(moved);
    const other = tableOf(otherwise.estimates, otherwise.distributions);
    expect(other.cells.map(({ key }) => key)).toEqual(table.cells.map(({ key }) => key));
    const after = totals(table, ({ key }) => cellOf(other, key).content);
    after.forEach((total, index) => {
      expect(total).toBeCloseTo(before[index] ?? Number.NaN, 9);
    });
    for (const terms of table.equations) expect(terms.length).toBeGreaterThan(1);
  });

  it('ties an indicator to the answers of its own domain only', () => {
    const ofCity = draft.estimates.filter(({ domain }) => domain === 'city');
    const table = tableOf(ofCity, draft.distributions);
    const tied = table.equations.filter((terms) => terms.some(({ cell }) => cell === 0));
    expect(tied.map((terms) => terms.map(({ cell }) => table.cells[cell]?.key))).toEqual([
      [...[1, 2, 3].map((code) => answerKey('q07', 'city', code)), estimateKey('unsafe', 'city')],
    ]);
    // Beside it the answers of four domains, and each of the four answers over the districts.
    expect(table.equations).toHaveLength(1 + 4 + 4);
  });

  it('has a remainder where parts leave somebody out, hidden, with the people who are left', () => {
    const estimates = draft.estimates.filter(({ domain }) => ['city', 'D01', 'D02'].includes(domain));
    const table = tableOf(estimates);
    const rest = cellOf(table, `remainder ${estimateKey('unsafe', 'city')} D01 D02`);
    expect(rest).toMatchObject({ size: 225, hidden: true, requiredWidth: 0, loss: 0 });
    expect(rest.content).toBeCloseTo(70, 9);
    expect(totals(table, ({ content }) => content)).toEqual([expect.closeTo(0, 9)]);
  });

  it.each([
    [3, 3],
    [6, 5],
    [29, 5],
    [30, 0],
  ])('asks of a remainder of %i people to stay open by %i', (people, width) => {
    const table = tableOf([exactEstimate('city', 0.5, 100 + people), exactEstimate('D01', 0.5, 100)]);
    expect(table.cells[2]).toMatchObject({ size: people, requiredWidth: width });
  });

  it('gives a remainder neither fewer than nobody nor more than everybody', () => {
    const restOf = (city: number, district: number) =>
      tableOf([exactEstimate('city', city, 110), exactEstimate('D01', district, 100)]).cells[2]?.content;
    expect([restOf(0.1, 0.9), restOf(0.9, 0.1)]).toEqual([0, 10]);
  });

  it('has no sum where parts are more than the whole, and none over figures that nobody gave', () => {
    expect(tableOf([exactEstimate('city', 0.5, 90), exactEstimate('D01', 0.5, 100)]).equations).toEqual([]);
    const silent = tableOf([exactEstimate('city', null, 90), exactEstimate('D01', 0.5, 40)]);
    expect(silent.cells.map(({ key }) => key)).toEqual([estimateKey('unsafe', 'D01')]);
    expect(silent.equations).toEqual([]);
  });

  it('values the city above districts, districts above groups, figures above answers, many people above few', () => {
    const table = tableOf(draft.estimates, draft.distributions);
    const loss = (key: string) => cellOf(table, key).loss;
    const [city, district, group] = ['city', 'D01', 'D01|sex:F'].map((domain) =>
      loss(estimateKey('unsafe', domain)),
    ) as [number, number, number];
    expect(city).toBeGreaterThan(district);
    expect(district).toBeGreaterThan(group);
    expect(group).toBeGreaterThan(loss(answerKey('q07', 'D01', 1)));
    const sized = tableOf([exactEstimate('D01', 0.5, 200), exactEstimate('D02', 0.5, 300)]);
    expect((sized.cells[1] as LinkedCell).loss).toBeGreaterThan((sized.cells[0] as LinkedCell).loss);
  });
});

describe('what a correction hides', () => {
  const figures = (estimates: ExactEstimate[]) => ({
    indicators: [unsafeIndicator],
    estimates,
    distributions: [],
  });
  const hidden = (now: ExactEstimate[], before: ExactEstimate[]) => {
    const replaced = { exact: figures(before), published: figures(before) };
    return [...hiddenCells(figures(now), replaced).reasons].sort();
  };

  it('is the whole table when old figures would give a new hidden one away, and no remainder is counted', () => {
    const before = [
      exactEstimate('city', 0.5, 623),
      exactEstimate('D01', 0.5, 310),
      exactEstimate('D03', 0.5, 290),
    ];
    expect(hidden([...before, exactEstimate('D02', 0.5, 20)], before)).toEqual([
      [estimateKey('unsafe', 'D01'), 'complementary'],
      [estimateKey('unsafe', 'D02'), 'few-respondents'],
      [estimateKey('unsafe', 'D03'), 'complementary'],
      [estimateKey('unsafe', 'city'), 'complementary'],
    ]);
  });

  it('is not the whole table for a remainder that the old figures told already', () => {
    const before = [exactEstimate('city', 0.5, 110), exactEstimate('D01', 0.5, 100)];
    expect(hidden(before, before)).toEqual([[estimateKey('unsafe', 'D01'), 'complementary']]);
  });
});

describe('a suppressed publication', () => {
  const ranked = (domains: readonly string[], hidden: string) =>
    suppress({
      ...draft,
      distributions: [],
      estimates: domains.map((domain) => ({
        ...exactEstimate(domain, 0.5, domain === hidden ? 20 : 500),
        rankRange: domain.includes('|') ? null : { from: 1, to: 2 },
      })),
    }).estimates;

  it('keeps the ranks of the districts when none of them is hidden, though a group is', () => {
    const shown = ranked(['D01', 'D02', 'D02|sex:F'], 'D02|sex:F');
    expect(shown.map(({ rankRange }) => rankRange)).toEqual([{ from: 1, to: 2 }, { from: 1, to: 2 }, null]);
    expect(shown[2]?.quality).toBe('suppressed');
  });

  it('has no ranks when a district is hidden', () => {
    const shown = ranked(['D01', 'D02', 'D03'], 'D03');
    expect(shown.map(({ rankRange }) => rankRange)).toEqual([null, null, null]);
  });

  it('rounds a mean to a tenth of a point and a share to a tenth of a per cent', () => {
    const indicators: PublishedIndicator[] = [
      unsafeIndicator,
      { ...unsafeIndicator, id: 'points', kind: 'mean', derivedFrom: null },
    ];
    const estimates = [
      exactEstimate('city', 0.43219, 500),
      { ...exactEstimate('city', 43.219, 500), indicator: 'points', lower: 41.01, upper: 44.04 },
    ];
    const shown = suppress({ ...draft, distributions: [], indicators, estimates }).estimates;
    expect(shown.map(({ value }) => value)).toEqual([0.432, 43.2]);
  });

  it('tells how many answered a question of which one answer is hidden, and not when all are', () => {
    const distributions = (shares: number[]) => {
      const [first] = draft.distributions;
      if (!first) throw new Error('the draft has a distribution');
      const answers = shares.map((share, index) => answerOf(index + 1, first.title, share));
      return suppress({ ...draft, estimates: [], distributions: [{ ...first, n: 200, answers }] })
        .distributions[0];
    };
    const partly = distributions([0.02, 0.08, 0.5, 0.4]);
    expect(partly?.answers.map(({ share }) => share === null)).toEqual([true, true, false, false]);
    expect(partly?.n).toBe(200);
    expect(distributions([0.02, 0.98])).toMatchObject({ n: null });
  });

  it('has the interval of every answer that it shows and of none that it hides', () => {
    const [first] = draft.distributions;
    if (!first) throw new Error('the draft has a distribution');
    const answers = [0.02, 0.0804, 0.4996, 0.4].map((share, index) => ({
      ...{ code: index + 1, label: first.title, share },
      lower: share - 0.0102,
      upper: share + 0.0102,
    }));
    const [shown] = suppress({
      ...draft,
      estimates: [],
      distributions: [{ ...first, n: 200, answers }],
    }).distributions;
    expect(shown?.answers.map(({ label: _, ...figures }) => figures)).toEqual([
      { code: 1, share: null, lower: null, upper: null },
      { code: 2, share: null, lower: null, upper: null },
      { code: 3, share: 0.5, lower: 0.489, upper: 0.51 },
      { code: 4, share: 0.4, lower: 0.39, upper: 0.41 },
    ]);
  });
});
