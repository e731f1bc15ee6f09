import { describe, expect, it } from 'vitest';
import { analysedCase, expectSameRows } from '#tests/support/analysed-reference.ts';
import { referenceRows } from '#tests/support/reference.ts';

const { rows } = analysedCase('case-B');
const respondents = referenceRows('case-B/respondents.csv');

describe('analyse on case B, whose districts have 38 to 174 respondents and whose trimming does not settle', () => {
  it('writes the weights of R, also those that a hundred cycles of trimming did not bring inside the bounds', () => {
    expectSameRows(rows('weights'), 'case-B/expected_weights.csv', {
      keys: ['case_id', 'wave'],
      without: ['w_trimR'],
    });
  });

  it('writes beside them weights that are to be used: as few outside the bounds as before trimming, or fewer', () => {
    const trimmed = rows('trimmed');
    expect(trimmed.map(({ case_id }) => case_id)).toEqual(rows('weights').map(({ case_id }) => case_id));
    const outside = (wave: string, of: readonly Record<string, string>[], column: string) => {
      const own = of.flatMap((row, index) => (row.wave === wave ? [{ row, index }] : []));
      const districtOf = (index: number) => respondents[index]?.district ?? '';
      const sums = new Map<string, { sum: number; n: number }>();
      for (const { row, index } of own) {
        const { sum, n } = sums.get(districtOf(index)) ?? { sum: 0, n: 0 };
        sums.set(districtOf(index), { sum: sum + Number(row[column]), n: n + 1 });
      }
      return own.filter(({ row, index }) => {
        const { sum, n } = sums.get(districtOf(index)) ?? { sum: 1, n: 1 };
        const ratio = Number(row[column]) / (sum / n);
        return ratio > 1.8 * (1 + 1e-8) || ratio < 0.6 * (1 - 1e-8);
      }).length;
    };
    for (const wave of ['1', '2']) {
      const raked = outside(wave, rows('weights'), 'w_rake2');
      expect(outside(wave, trimmed, 'w_trimmed'), wave).toBeLessThanOrEqual(raked);
    }
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
