import { describe, it } from 'vitest';
import { analysedCase, expectSameRows } from '#tests/support/analysed-reference.ts';

const { rows } = analysedCase('case-A');
const ownOfR = ['rake1_R', 'rake2_R', 'trimR'];

describe('analyse on case A', () => {
  it('writes the means, standard errors and design effects of R', () => {
    expectSameRows(rows('mean'), 'case-A/expected_mean.csv', {
      covered: ({ design = '' }) => !ownOfR.includes(design),
    });
  });

  it('writes the share of every answer on a scale of points', () => {
    expectSameRows(rows('dist'), 'case-A/expected_dist.csv');
  });

  it('writes the intervals of shares by every method but R’s own', () => {
    const methods = ['xlogit', 'asin', 'mean', 'kg_nchs', 'wilson_neff'];
    expectSameRows(rows('ci'), 'case-A/expected_ci.csv', {
      covered: ({ method = '' }) => methods.includes(method),
    });
  });

  it('writes the intervals of unweighted counts', () => {
    expectSameRows(rows('ci_unweighted'), 'case-A/expected_ci_unweighted.csv');
  });
});
