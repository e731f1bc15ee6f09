import { describe, it } from 'vitest';
import { analysedCase, expectSameRows } from '#tests/support/analysed-reference.ts';

const { rows } = analysedCase('case-A');

describe('analyse on case A', () => {
  it('compares every district with the rest, the city and its own gap as R does', () => {
    expectSameRows(rows('contrast'), 'case-A/expected_contrast.csv');
  });

  it('writes the changes between waves, of the calibrated waves and of both stacked', () => {
    expectSameRows(rows('change'), 'case-A/expected_change.csv');
  });

  it('adjusts the p-values of every family of districts in four ways', () => {
    expectSameRows(rows('padj'), 'case-A/expected_padj.csv');
  });

  it('writes the joint ranges of ranks', () => {
    expectSameRows(rows('rank'), 'case-A/expected_rank.csv');
  });

  it('tests associations, within a wave and between waves, to the first and second order', () => {
    expectSameRows(rows('raoscott'), 'case-A/expected_raoscott.csv', {
      covered: ({ method = '' }) => ['F', 'Chisq'].includes(method),
    });
  });

  it('applies the district rule: figures, q-values, flags and the burden that sets priorities', () => {
    expectSameRows(rows('flags'), 'case-A/expected_flags.csv', { keys: ['wave', 'item', 'district'] });
  });
});
