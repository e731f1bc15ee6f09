import { describe, expect, it } from 'vitest';
import { parts } from '#app/use-cases/analyse-folder/blocks.ts';
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
const everyFile = parts.flatMap(({ files }) => files.map((file) => `${file}.csv`)).sort();

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

  it('without dispositions and issued cases, weights of population over respondents, and all that follows', () => {
    const unknown = changeRows(lacking('dispositions.csv'), 'respondents.csv', (rows) =>
      rows.map(({ n_issued_h: _, ...row }) => row),
    );
    const { report, rows, notesOf, value } = analysed(unknown);
    expect(Number(rows('weights')[0]?.w_base)).toBeCloseTo(400 / 12, 9);
    expect(Object.keys(rows('weights')[0] ?? {})).toEqual([
      ...['case_id', 'wave', 'w_base', 'w_ps', 'w_rake1', 'w_rake2', 'w_cal1', 'w_cal2', 'w_greg1'],
      ...['w_trimcycle', 'w_callogit1'],
    ]);
    for (const rule of ['issued-not-known', 'no-nonresponse-adjustment'] as const)
      expect(notesOf(rule).map(({ wave }) => wave)).toEqual([1, 2]);
    const whole = analysed(sound).report;
    expect(report.files).toEqual(whole.files.filter((file) => file !== 'aapor.csv'));
    expect(report.leftOut).toContainEqual({ file: 'aapor.csv', lacks: ['dispositions'] });
    const total = (sound.files['population.csv'] ?? []).reduce((sum, { N }) => sum + Number(N), 0);
    const sum = value('kish', { design: 'base', wave: '1', domain: 'city', stat: 'sumw' });
    expect(Number(sum) / total).toBeCloseTo(1, 9);
    const estimate = { design: 'rake2_cal', wave: '1', domain: 'D01', item: 'unsafe', stat: 'est' };
    expect(Number(value('mean', estimate))).toBeGreaterThan(0);
  });

  it('every file that is not written is named with what it needs, and no other', () => {
    const { settings, files } = sound;
    const { trim: _, ...untrimmed } = settings;
    for (const folder of [
      sound,
      lacking('edu.csv'),
      lacking('population.csv'),
      { settings: untrimmed, files },
    ]) {
      const { report } = analysed(folder);
      const named = report.leftOut.map(({ file }) => file);
      expect([...report.files, ...named].sort()).toEqual(everyFile);
      for (const { file, lacks } of report.leftOut) expect(lacks.length, file).toBeGreaterThan(0);
    }
    const lacks = (folder: SmallFolder, file: string) =>
      analysed(folder).report.leftOut.find((out) => out.file === file)?.lacks;
    expect(lacks(sound, 'sample.csv')).toEqual(['frame', 'draw in the settings']);
    expect(lacks(lacking('edu.csv'), 'trim.csv')).toEqual(['the margins of the raking that is trimmed']);
    expect(lacks(lacking('edu.csv'), 'flags.csv')).toEqual(['the weights of the flags’ design']);
    expect(lacks(lacking('population.csv'), 'mean.csv')).toEqual(['population']);
  });

  it('a wave of the settings in which nobody answered is named', () => {
    const { notesOf } = analysed(changeSettings(sound, { waves: [1, 2, 3] }));
    expect(notesOf('part-missing')).toEqual([
      { rule: 'part-missing', block: 'weights', wave: 3, detail: { lacks: 'respondents of the wave' } },
    ]);
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
