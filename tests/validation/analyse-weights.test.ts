import { describe, expect, it } from 'vitest';
import { analysedCase, expectSameRows } from '#tests/support/analysed-reference.ts';
import { type ReferenceRow, referenceRows } from '#tests/support/reference.ts';

const { rows } = analysedCase('case-A');
const isOurs = (row: ReferenceRow) => row.design !== 'trimR';

describe('analyse on case A', () => {
  it('writes the weights of R, but for those of R’s own trimming', () => {
    expectSameRows(rows('weights'), 'case-A/expected_weights.csv', {
      keys: ['case_id', 'wave'],
      without: ['w_trimR'],
    });
  });

  it('writes Kish’s measures of every kind of weights', () => {
    expectSameRows(rows('kish'), 'case-A/expected_kish.csv', { covered: isOurs });
  });

  it('writes how trimming went', () => {
    expectSameRows(rows('trim'), 'case-A/expected_trim.csv', { covered: isOurs });
  });

  it('writes after how many rounds raking converged', () => {
    expectSameRows(rows('rake'), 'case-A/expected_rake.csv');
  });
});

describe('the comparison', () => {
  const expected = referenceRows('case-A/expected_rake.csv');
  const changed = (change: (row: ReferenceRow) => ReferenceRow[]) => expected.flatMap(change);

  it('fails for a value that is 1e-8 off, a missing row, an extra row and a lacking column', () => {
    const compare = (actual: ReferenceRow[]) => () => expectSameRows(actual, 'case-A/expected_rake.csv');
    expect(compare(expected)).not.toThrow();
    expect(compare(changed((row) => [{ ...row, value: String(Number(row.value) * (1 + 1e-8)) }]))).toThrow();
    expect(compare(changed((row) => [{ ...row, value: 'NA' }]))).toThrow();
    expect(compare(expected.slice(1))).toThrow();
    expect(compare([...expected, ...expected.slice(0, 1)])).toThrow();
    expect(compare(changed(({ stat, ...row }) => [row]))).toThrow();
  });
});
