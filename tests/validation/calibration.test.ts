import { describe, expect, it } from 'vitest';
import type { RakingMargin } from '#core/sampling/raking-margin.ts';
import { calibrateBoundedLogit } from '#core/weighting/bounded-logit.ts';
import { calibrateLinear } from '#core/weighting/linear-calibration.ts';
import { postStratify } from '#core/weighting/post-stratify.ts';
import { rake } from '#core/weighting/rake.ts';
import { caseARespondents } from '#tests/support/case-a.ts';
import { referenceRows } from '#tests/support/reference.ts';

const weights = referenceRows('case-A/expected_weights.csv');
const population = referenceRows('case-A/population.csv');
const education = referenceRows('case-A/edu_margin.csv');

/**
 * The margin of one wave's respondents over the combinations of some columns, with the population's totals.
 */
function marginOf(wave: number, variables: readonly string[]): RakingMargin {
  const name = variables.join(' × ');
  const keyOf = (row: Record<string, string>) => variables.map((variable) => row[variable]).join('|');
  const totals = new Map<string, number>();
  for (const row of variables[0] === 'edu' ? education : population) {
    totals.set(keyOf(row), (totals.get(keyOf(row)) ?? 0) + Number(row.N));
  }
  const index = new Map([...totals.keys()].map((key, position) => [key, position]));
  return {
    name,
    group: Int32Array.from(caseARespondents(wave), (row) => index.get(keyOf(row)) ?? -1),
    totals: Float64Array.from(totals.values()),
  };
}

describe.each([1, 2])('wave %i of case A', (wave) => {
  const rows = weights.filter((row) => Number(row.wave) === wave);
  const start = Float64Array.from(rows, (row) => Number(row.w_nr));
  const largestError = (actual: Float64Array, column: string) =>
    rows.reduce((largest, row, i) => {
      const expected = Number(row[column]);
      return Math.max(largest, Math.abs((actual[i] as number) / expected - 1));
    }, 0);
  const districtAge = marginOf(wave, ['district', 'age']);
  const rake1 = [districtAge, marginOf(wave, ['sex'])];
  const rake2 = [districtAge, marginOf(wave, ['district', 'sex']), marginOf(wave, ['edu'])];
  const converged = { tolerance: 1e-13, maximumIterations: 500 };

  it('is post-stratified to district × age × sex as by R', () => {
    const cells = marginOf(wave, ['district', 'age', 'sex']);
    const result = postStratify(start, cells.group, cells.totals);
    expect(largestError(result.weights, 'w_ps')).toBeLessThan(1e-12);
    expect(result.largestDeviation).toBeLessThan(1e-12);
  });

  it.each([
    ['w_cal1', 'w_rake1', rake1],
    ['w_cal2', 'w_rake2', rake2],
  ] as const)('is raked as by R, in either of its functions: %s and %s', (calibrated, raked, margins) => {
    const result = rake(start, margins, converged);
    expect(largestError(result.weights, calibrated)).toBeLessThan(1e-9);
    expect(largestError(result.weights, raked)).toBeLessThan(1e-9);
  });

  it('is calibrated linearly as by R, in one step', () => {
    const result = calibrateLinear(start, rake1);
    expect(largestError(result.weights, 'w_greg1')).toBeLessThan(1e-9);
    expect(result.converged).toBe(true);
    expect(result.iterations).toBeLessThanOrEqual(2);
  });

  it('is calibrated within bounds as by R', () => {
    const result = calibrateBoundedLogit(start, rake1, { lower: 0.4, upper: 2.5 });
    expect(largestError(result.weights, 'w_callogit1')).toBeLessThan(1e-9);
    expect(result.converged).toBe(true);
    const factors = result.weights.map((weight, i) => weight / (start[i] as number));
    expect(Math.min(...factors)).toBeGreaterThan(0.4);
    expect(Math.max(...factors)).toBeLessThan(2.5);
  });
});
