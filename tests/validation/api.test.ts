import { describe, expect, it } from 'vitest';
import { kornGraubardInterval, wilsonInterval } from '#core/estimation/intervals/interval.ts';
import { benjaminiYekutieli, bonferroni, holm } from '#core/statistics/adjusted-p-values.ts';
import { benjaminiHochberg } from '#core/statistics/false-discovery.ts';
import { rake } from '#core/weighting/rake.ts';
import { type SchoolSample, schoolDesigns, schoolMargin, schools } from '#tests/support/api-schools.ts';
import { type ReferenceRow, referenceRows } from '#tests/support/reference.ts';
import {
  associationOf,
  intervalOf,
  meanOf,
  ratioOf,
  testOf,
  totalOf,
  varianceOf,
} from '#tests/support/school-statistics.ts';

type Row = Record<'block' | 'design' | 'item' | 'method' | 'stat' | 'value', string>;
const complete = (row: ReferenceRow) => row as Row;
const expected = referenceRows('api/expected.csv').map(complete);

/** Blocks of distribution functions, which `distributions.test.ts` compares. */
const distributions = ['pnorm', 'qnorm', 'pt', 'qt', 'pbeta', 'qbeta', 'pchisq_upper', 'pf_upper'];

/** What the method does not have, and why; the last test sees that nothing else is left out. */
const notCovered: { because: string; is(row: Row): boolean }[] = [
  { because: 'no regression is fitted', is: ({ block }) => block === 'glm' },
  {
    because: 'weights are calibrated to counts of people, not to totals of a measured variable',
    is: ({ design }) => /greg|logit/.test(design),
  },
  {
    because: "R's variance after `rake` centres residuals without weights; ours is that after `calibrate`",
    is: ({ design, block, stat }) => design.endsWith('_rake') && (block === 'var' || stat !== 'est'),
  },
  {
    because: 'the design effect that contains the finite population factor is not shown',
    is: ({ stat }) => stat === 'deff',
  },
  {
    because: "R's own intervals: fitted by iteration, or with the n of the whole sample",
    is: ({ block, method }) => block === 'ci' && ['logit', 'likelihood', 'beta'].includes(method),
  },
  {
    because: 'Wilson with the correction for continuity is not used',
    is: ({ method }) => method === 'wilson_cc',
  },
  {
    because: 'tests of association other than those of Rao and Scott are not used',
    is: ({ block, method }) => block === 'chisq' && !['F', 'Chisq'].includes(method),
  },
  { because: "Hochberg's adjustment is not used", is: ({ method }) => method === 'hochberg' },
  {
    because: 'a stratum with one respondent is collapsed; see the test below',
    is: ({ block, stat }) => block === 'lonely' && stat === 'se',
  },
];

const samples = new Map(Object.keys(schoolDesigns).map((name) => [name, schools(name)]));
const sampleOf = (name: string): SchoolSample => {
  const sample = samples.get(name);
  if (!sample) throw new Error(`there is no sample of schools ${name}`);
  return sample;
};

/** Shares of a simple random sample: without a variance of the design, both intervals are exact at n. */
function simpleIntervalOf(item: string, method: string): Record<string, number> {
  const [x = 0, n = 0] = item.split('/').map(Number);
  const { lower, upper } = (
    method === 'wilson'
      ? wilsonInterval
      : (p: number, se: number, size: number) => kornGraubardInterval(p, se, size, size - 1)
  )(x / n, 0, n);
  return { lo: lower, hi: upper };
}

const adjustments: Record<string, (p: readonly number[]) => number[]> = {
  BH: benjaminiHochberg,
  BY: benjaminiYekutieli,
  holm,
  bonferroni,
};

function adjustedOf(p: string, method: string): Record<string, number> {
  const family = expected.filter((row) => row.block === 'padjust' && row.method === method);
  const position = family.findIndex(({ item }) => item === p);
  const adjusted = adjustments[method]?.(family.map(({ item }) => Number(item)));
  return { q: adjusted?.[position] ?? Number.NaN };
}

function rakedWeights(design = 'dstrat_rake'): Float64Array {
  const { rows } = sampleOf(design.replace('_rake', ''));
  const start = Float64Array.from(rows, (row) => Number(row.pw));
  const margins = [schoolMargin(rows, 'stype'), schoolMargin(rows, 'sch.wide')];
  return rake(start, margins, { tolerance: 1e-13, maximumIterations: 500 }).weights;
}

function rakedMean({ design, item, block }: Row): Record<string, number> {
  const { column } = sampleOf(design.replace('_rake', ''));
  const weights = rakedWeights(design);
  const total = column(item).reduce((sum, value, i) => sum + value * (weights[i] as number), 0);
  return { est: block === 'total' ? total : total / weights.reduce((sum, weight) => sum + weight, 0) };
}

function computed(row: Row): Record<string, number> {
  const { block, design, item, method } = row;
  if (block === 'padjust') return adjustedOf(item, method);
  if (block === 'prop') return simpleIntervalOf(item, method);
  if (design.endsWith('_rake')) return rakedMean(row);
  const sample = sampleOf(design);
  if (block === 'mean' || block === 'lonely') return meanOf(sample, sample.column(item), sample.everyone);
  if (block === 'total') return totalOf(sample, sample.item(sample.column(item)));
  if (block === 'var') return varianceOf(sample, sample.column(item));
  if (block === 'by_stype') return meanOf(sample, sample.column(item), sample.domain('stype', method));
  if (block === 'by_schwide') return meanOf(sample, sample.column(item), sample.domain('sch.wide', method));
  if (block === 'ci') return intervalOf(sample, method);
  if (block === 'chisq') return associationOf(sample, item, method);
  const [first = '', second = ''] = item.split(/[/~]/);
  if (block === 'ratio') return ratioOf(sample, sample.column(first), sample.column(second));
  return testOf(sample, first, second);
}

const covered = expected.filter(
  (row) => !distributions.includes(row.block) && !notCovered.some(({ is }) => is(row)),
);

describe.each([...new Set(covered.map(({ block }) => block))])('the block %s', (block) => {
  it('has the values of R to nine digits', () => {
    for (const row of covered.filter((candidate) => candidate.block === block)) {
      const actual = computed(row)[row.stat] ?? Number.NaN;
      const value = Number(row.value);
      const error = value === 0 ? Math.abs(actual) : Math.abs(actual / value - 1);
      expect(error, `${Object.values(row).join(' ')}: ${actual}`).toBeLessThan(1e-9);
    }
  });
});

describe('a stratum with a single school', () => {
  /** Σ of the strata's variances of a mean under weights, with the strata of the labels. */
  const varianceWith = (strata: (row: ReferenceRow) => string): number => {
    const { rows, column } = sampleOf('apistrat_lonely');
    const values = column('api00');
    const weights = rows.map((row) => Number(row.pw));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const mean = values.reduce((sum, value, i) => sum + value * (weights[i] as number), 0) / total;
    const scores = rows.map((row, i) => ({
      stratum: strata(row),
      z: ((weights[i] as number) * ((values[i] as number) - mean)) / total,
    }));
    return [...new Set(scores.map(({ stratum }) => stratum))].reduce((sum, name) => {
      const own = scores.filter(({ stratum }) => stratum === name).map(({ z }) => z);
      const centre = own.reduce((all, z) => all + z, 0) / own.length;
      return sum + (own.length / (own.length - 1)) * own.reduce((all, z) => all + (z - centre) ** 2, 0);
    }, 0);
  };
  const errorOf = (convention: string) =>
    Number(
      expected.find(({ block, method, stat }) => block === 'lonely' && method === convention && stat === 'se')
        ?.value,
    );

  it('is collapsed with its neighbour, which is recorded', () => {
    const sample = sampleOf('apistrat_lonely');
    expect(sample.design.strata.collapsed).toEqual([{ from: 'M', into: 'H' }]);
    const { se = Number.NaN } = meanOf(sample, sample.column('api00'), sample.everyone);
    const collapsed = varianceWith(({ stype }) => (stype === 'E' ? 'E' : 'H or M'));
    expect(se / Math.sqrt(collapsed)).toBeCloseTo(1, 12);
  });

  it("is never counted as certain, as by R's `certainty` and `remove`, nor charged an average, as by `average`", () => {
    const sample = sampleOf('apistrat_lonely');
    const { se = Number.NaN } = meanOf(sample, sample.column('api00'), sample.everyone);
    expect(errorOf('certainty')).toBe(errorOf('remove'));
    expect(se).toBeGreaterThan(errorOf('certainty'));
    expect(se).toBeLessThan(errorOf('average'));
    // `adjust` measures the school from the whole sample's mean, collapsing from that of the schools most
    // like it.
    expect(Math.abs(se / errorOf('adjust') - 1)).toBeLessThan(0.01);
  });
});

it.each(['dstrat_rake', 'dclus1_rake'])('rakes the weights of the schools as R does: %s', (name) => {
  const rows = referenceRows('api/expected_weights.csv').filter(({ design }) => design === name);
  const weights = rakedWeights(name);
  expect(rows).toHaveLength(weights.length);
  for (const [i, row] of rows.entries()) {
    expect(Math.abs((weights[i] as number) / Number(row.w) - 1), `school ${i}`).toBeLessThan(1e-9);
  }
});

it('compares every value of the textbook data, or says why not', () => {
  expect(covered.length).toBeGreaterThan(300);
  const unreasoned = notCovered.filter(({ is }) => !expected.some(is));
  expect(unreasoned).toEqual([]);
});
