import { describe, expect, it } from 'vitest';
import { analysed } from '#tests/support/analysed-small-folder.ts';
import {
  changeRow,
  changeRows,
  changeSettings,
  type Row,
  type SmallFolder,
  smallFolder,
} from '#tests/support/small-folder.ts';

const sound = smallFolder();

describe('a folder that lacks a part is analysed without it, and says so', () => {
  const lacking = (file: string): SmallFolder => {
    const { [file]: _, ...files } = sound.files;
    return { ...sound, files };
  };

  it('without a margin file, everything that does not need it', () => {
    const { report, rows, notesOf } = analysed(lacking('edu.csv'));
    expect(Object.keys(rows('weights')[0] ?? {})).toEqual([
      'case_id',
      'wave',
      'w_base',
      'w_nr',
      'w_ps',
      'w_rake1',
      'w_cal1',
      'w_greg1',
      'w_callogit1',
    ]);
    expect(notesOf('part-missing')).toContainEqual({
      rule: 'part-missing',
      block: 'folder',
      detail: { lacks: 'edu.csv' },
    });
    expect(report.files).not.toContain('trim.csv');
  });

  it('without dispositions, weights from the issued cases that the respondents’ file states', () => {
    const { rows, notesOf } = analysed(lacking('dispositions.csv'));
    expect(Object.keys(rows('weights')[0] ?? {})).not.toContain('w_nr');
    expect(notesOf('no-nonresponse-adjustment').map(({ wave }) => wave)).toEqual([1, 2]);
    expect(Number(rows('weights')[0]?.w_base)).toBeCloseTo(400 / 24, 9);
  });

  it('without a population, what needs no weights', () => {
    const { report } = analysed(lacking('population.csv'));
    expect(report.files).toContain('ci_unweighted.csv');
    expect(report.files).not.toContain('weights.csv');
    expect(report.files).not.toContain('mean.csv');
  });

  it('without respondents, without a second wave, or without trimming and flags', () => {
    expect(analysed(lacking('respondents.csv')).report.files).not.toContain('mean.csv');
    const oneWave = (rows: Row[]) => rows.filter(({ wave }) => wave === 1);
    const first = changeRows(changeRows(sound, 'respondents.csv', oneWave), 'dispositions.csv', oneWave);
    expect(
      new Set(
        analysed(first)
          .rows('mean')
          .map(({ wave }) => wave),
      ),
    ).toEqual(new Set(['1']));
    const { flags: _flags, trim: _trim, ...settings } = sound.settings;
    const plain = analysed({ ...sound, settings });
    expect(plain.report.files).not.toContain('trim.csv');
    expect(new Set(plain.rows('dist').map(({ design }) => design))).toEqual(
      new Set(['strat_fpc', 'rake2_cal']),
    );
  });

  it('without the finite population factor margins are wider', () => {
    const wanted = { design: 'ps', wave: '1', domain: 'D01', item: 'index', stat: 'se' };
    const without = changeSettings(sound, { finite_population_correction: false });
    const { value, rows } = analysed(without);
    expect(Number(value('mean', wanted))).toBeGreaterThan(Number(analysed(sound).value('mean', wanted)));
    expect(rows('mean').some(({ design }) => design === 'strat_fpc')).toBe(false);
  });

  it('a file that is not named is not read', () => {
    const stray = changeRow(
      { ...sound, files: { ...sound.files, 'notes.csv': [{ a: 1 }] } },
      'notes.csv',
      0,
      { a: 2 },
    );
    expect(analysed(stray).report.files).toEqual(analysed(sound).report.files);
  });
});
