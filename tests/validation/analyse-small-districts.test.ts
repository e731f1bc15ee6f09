import { describe, expect, it } from 'vitest';
import { analysedCase, expectSameRows } from '#tests/support/analysed-reference.ts';

const { rows } = analysedCase('case-B');

describe('analyse on case B, whose districts have 38 to 174 respondents and whose trimming does not settle', () => {
  it('writes the weights of R, also those that a hundred cycles of trimming did not bring inside the bounds', () => {
    expectSameRows(rows('weights'), 'case-B/expected_weights.csv', {
      keys: ['case_id', 'wave'],
      without: ['w_trimR'],
    });
  });

  it('writes the outcome rates', () => {
    expectSameRows(rows('aapor'), 'case-B/expected_aapor.csv');
  });

  it('compares small districts and their changes as R does', () => {
    expectSameRows(rows('contrast'), 'case-B/expected_contrast.csv');
    expectSameRows(rows('change'), 'case-B/expected_change.csv');
    expectSameRows(rows('rank'), 'case-B/expected_rank.csv');
  });

  it('keeps districts below the base rule in the families, and calls their level insufficient', () => {
    expectSameRows(rows('flags'), 'case-B/expected_flags.csv', { keys: ['wave', 'item', 'district'] });
    const levels = rows('flags').map(({ level }) => level);
    expect(new Set(levels)).toEqual(new Set(['insufficient', 'none', 'watch', 'alert']));
  });
});
