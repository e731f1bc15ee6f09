import { domainContrast } from '#core/estimation/domain-contrast.ts';
import {
  arcsineInterval,
  type Interval,
  logitInterval,
  studentInterval,
} from '#core/estimation/intervals/interval.ts';
import { type DomainCells, domainMean } from '#core/estimation/variance/domain-mean.ts';
import type { ItemSums } from '#core/estimation/variance/item-sums.ts';
import { raoScott } from '#core/estimation/variance/rao-scott.ts';
import { linearisedVariance } from '#core/estimation/variance/variance.ts';
import { studentUpper } from '#core/statistics/distributions.ts';
import type { SchoolSample } from './api-schools.ts';
import { levelsOf } from './levels.ts';

export function totalOf(sample: SchoolSample, sums: ItemSums): Record<string, number> {
  const { design } = sample;
  const score = {
    slope: new Float64Array(design.cells.count).fill(1),
    intercept: new Float64Array(design.cells.count),
    cells: Int32Array.from({ length: design.cells.count }, (_, cell) => cell),
  };
  return {
    est: sums.value.reduce((sum, value) => sum + value, 0),
    se: Math.sqrt(linearisedVariance(design, sums, score)),
  };
}

export function meanOf(
  sample: SchoolSample,
  values: Float64Array,
  domain: DomainCells,
): Record<string, number> {
  const mean = domainMean(sample.design, sample.item(values), domain);
  if (!mean) throw new Error('nobody is in the domain');
  return {
    est: mean.mean,
    se: mean.standardError,
    deff_replace: mean.designEffect,
    degf: mean.degreesOfFreedom,
    n: mean.n,
  };
}

/** R's `svyvar`: the mean of squared deviations, n/(n − 1) times. */
export function varianceOf(sample: SchoolSample, values: Float64Array): Record<string, number> {
  const { est = Number.NaN, n = Number.NaN } = meanOf(sample, values, sample.everyone);
  const squares = values.map((value) => ((value - est) ** 2 * n) / (n - 1));
  return meanOf(sample, squares, sample.everyone);
}

/** R's `svyratio`: residuals over the total of the denominator. */
export function ratioOf(
  sample: SchoolSample,
  above: Float64Array,
  below: Float64Array,
): Record<string, number> {
  const [numerator, denominator] = [above, below].map((values) => totalOf(sample, sample.item(values)).est);
  if (!numerator || !denominator) throw new Error('a ratio needs two totals');
  const est = numerator / denominator;
  const residuals = above.map((value, i) => (value - est * (below[i] as number)) / denominator);
  return { est, se: totalOf(sample, sample.item(residuals)).se ?? Number.NaN };
}

/** R's `svyttest`: the regression spends a degree of freedom. */
export function testOf(sample: SchoolSample, item: string, variable: string): Record<string, number> {
  const difference = domainContrast(sample.design, sample.item(sample.column(item)), [
    { sign: 1, domain: sample.domain(variable, 'Yes') },
    { sign: -1, domain: sample.domain(variable, 'No') },
  ]);
  if (!difference) throw new Error('both groups need somebody');
  const df = difference.degreesOfFreedom - 1;
  const t = difference.difference / difference.standardError;
  const { lower, upper } = studentInterval(difference.difference, difference.standardError, df);
  const p = 2 * studentUpper(Math.abs(t), df);
  return { diff: difference.difference, t, df, p, ci_lo: lower, ci_hi: upper };
}

export function intervalOf(sample: SchoolSample, method: string): Record<string, number> {
  const yes = Float64Array.from(sample.rows, (row) => Number(row['sch.wide'] === 'Yes'));
  const { est = 0, se = 0, degf = 0, n = 0 } = meanOf(sample, yes, sample.everyone);
  const methods: Record<string, () => Interval | null> = {
    xlogit: () => logitInterval(est, se, degf),
    asin: () => arcsineInterval(est, se, degf),
    mean: () => studentInterval(est, se, degf),
  };
  const interval = methods[method]?.();
  return { est, se, degf, n, lo: interval?.lower ?? Number.NaN, hi: interval?.upper ?? Number.NaN };
}

export function associationOf(sample: SchoolSample, item: string, method: string): Record<string, number> {
  const levels = item
    .split('*')
    .map((variable) => levelsOf(sample.rows.map((row) => row[variable] ?? '')).index);
  const test = raoScott(sample.design, levels[0] ?? new Int32Array(), levels[1] ?? new Int32Array());
  if (!test) throw new Error('the table has one row');
  return method === 'F'
    ? { stat: test.f, ndf: test.numeratorDegreesOfFreedom, ddf: test.denominatorDegreesOfFreedom, p: test.p }
    : { stat: test.chiSquare, df: test.degreesOfFreedom, p: test.firstOrderP };
}
