import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyseFolder } from '#app/use-cases/analyse-folder/analyse-folder.server.ts';
import type { FolderFault } from '#app/use-cases/analyse-folder/reading/faults.ts';
import { aCommandLine } from '#tests/support/command-line.ts';
import { testFolder } from '#tests/support/database.ts';
import {
  changeRow,
  changeRows,
  changeSettings,
  type Row,
  type SmallFolder,
  smallFolder,
  writeFolder,
} from '#tests/support/small-folder.ts';

const sound = smallFolder();

/** The faults of a folder that is refused, after which nothing must lie where the results would have been. */
function faultsOf(folder: SmallFolder | string): FolderFault[] {
  const parent = testFolder();
  const before = readdirSync(parent);
  const output = join(parent, 'results');
  const analysed = analyseFolder(typeof folder === 'string' ? folder : writeFolder(folder), output);
  expect(readdirSync(parent)).toEqual(before);
  if (analysed.ok || analysed.reason !== 'folder-faulty') throw new Error('the folder was not refused');
  return analysed.faults;
}

const without = (column: string) => (rows: Row[]) => rows.map(({ [column]: _, ...row }) => row);
const withColumn = (column: string) => (rows: Row[]) => rows.map((row) => ({ ...row, [column]: 1 }));
const twice = (at: number) => (rows: Row[]) => [...rows, rows[at] as Row];

describe('a folder is refused with the file, the line and the column', () => {
  it.each<[string, SmallFolder, Partial<FolderFault>]>([
    [
      'a column is missing',
      changeRows(sound, 'respondents.csv', without('unsafe')),
      { file: 'respondents.csv', line: 1, column: 'unsafe', code: 'missing-column' },
    ],
    [
      'a column is extra',
      changeRows(sound, 'population.csv', withColumn('M')),
      { file: 'population.csv', line: 1, column: 'M', code: 'extra-column' },
    ],
    [
      'a respondent is of a stratum that the population lacks',
      changeRow(sound, 'respondents.csv', 4, { district: 'D09', stratum: 'D09|16-44|F' }),
      { file: 'respondents.csv', line: 6, column: 'stratum', code: 'unknown-stratum', found: 'D09|16-44|F' },
    ],
    [
      'a case is of a stratum that the population lacks',
      changeRow(sound, 'dispositions.csv', 0, { age: '0-15', stratum: 'D01|0-15|F' }),
      { file: 'dispositions.csv', line: 2, column: 'stratum', code: 'unknown-stratum' },
    ],
    [
      'nobody of a stratum was issued',
      changeRows(sound, 'dispositions.csv', (rows) =>
        rows.filter(({ stratum, wave }) => stratum !== 'D02|45+|M' || wave !== 2),
      ),
      { file: 'dispositions.csv', column: 'stratum', code: 'stratum-not-issued', found: 'D02|45+|M, wave 2' },
    ],
    [
      'the stratum is not what the other columns say',
      changeRow(sound, 'population.csv', 2, { stratum: 'D01|16-44|M' }),
      { file: 'population.csv', line: 4, column: 'stratum', code: 'stratum-differs' },
    ],
    [
      'a count is negative',
      changeRow(sound, 'population.csv', 3, { N: -5 }),
      { file: 'population.csv', line: 5, column: 'N', code: 'negative', found: '-5' },
    ],
    [
      'a count is not whole',
      changeRow(sound, 'edu.csv', 0, { N: 10.5 }),
      { file: 'edu.csv', line: 2, column: 'N', code: 'not-whole' },
    ],
    [
      'a count is no number',
      changeRow(sound, 'population.csv', 0, { N: 'many' }),
      { file: 'population.csv', line: 2, column: 'N', code: 'not-a-number', found: 'many' },
    ],
    [
      'margins have different totals',
      changeRow(sound, 'edu.csv', 1, { N: 1 }),
      { file: 'edu.csv', line: 3, column: 'N', code: 'totals-differ' },
    ],
    [
      'more were issued than there are people, a probability above 1',
      changeRows(changeRow(sound, 'population.csv', 0, { N: 20 }), 'dispositions.csv', without('N_h')),
      { file: 'dispositions.csv', line: 2, column: 'stratum', code: 'more-issued-than-people' },
    ],
    [
      'an id comes twice',
      changeRows(sound, 'respondents.csv', twice(3)),
      { file: 'respondents.csv', line: 290, column: 'case_id', code: 'duplicate' },
    ],
    [
      'a stratum comes twice',
      changeRows(sound, 'population.csv', twice(0)),
      { file: 'population.csv', line: 14, column: 'stratum', code: 'duplicate' },
    ],
    [
      'an answer is outside the codes of a share',
      changeRow(sound, 'respondents.csv', 7, { unsafe: 2 }),
      { file: 'respondents.csv', line: 9, column: 'unsafe', code: 'outside-codes', found: '2' },
    ],
    [
      'an answer is outside a scale of points',
      changeRow(sound, 'respondents.csv', 7, { q1_safe5: 6 }),
      { file: 'respondents.csv', line: 9, column: 'q1_safe5', code: 'outside-codes', found: '6' },
    ],
    [
      'a score is above 100',
      changeRow(sound, 'respondents.csv', 1, { index: 101 }),
      { file: 'respondents.csv', line: 3, column: 'index', code: 'out-of-range' },
    ],
    [
      'an education is unknown',
      changeRow(sound, 'respondents.csv', 1, { edu: 'middling' }),
      { file: 'respondents.csv', line: 3, column: 'edu', code: 'unknown-level', found: 'middling' },
    ],
    [
      'a disposition is none of AAPOR',
      changeRow(sound, 'dispositions.csv', 30, { disposition: '5.1' }),
      {
        file: 'dispositions.csv',
        line: 32,
        column: 'disposition',
        code: 'unknown-disposition',
        found: '5.1',
      },
    ],
    [
      'a respondent did not respond',
      changeRow(sound, 'respondents.csv', 0, { disposition: '2.11' }),
      { file: 'respondents.csv', line: 2, column: 'disposition', code: 'not-a-respondent' },
    ],
    [
      'a respondent was not issued',
      changeRow(sound, 'respondents.csv', 0, { case_id: 'nobody' }),
      { file: 'respondents.csv', line: 2, column: 'case_id', code: 'not-issued' },
    ],
    [
      'a count of the stratum is not what the files add up to',
      changeRow(sound, 'respondents.csv', 5, { n_resp_h: 99 }),
      { file: 'respondents.csv', line: 7, column: 'n_resp_h', code: 'count-differs', found: '99, not 12' },
    ],
    [
      'a wave is unknown',
      changeRow(sound, 'respondents.csv', 5, { wave: 3 }),
      { file: 'respondents.csv', line: 7, column: 'wave', code: 'unknown-wave' },
    ],
    [
      'an identity is missing',
      changeRow(sound, 'respondents.csv', 5, { case_id: '' }),
      { file: 'respondents.csv', line: 7, column: 'case_id', code: 'missing-value' },
    ],
    [
      'a threshold is a probability above 1',
      changeSettings(sound, { flags: { ...(sound.settings.flags as object), absolute_threshold: 1.4 } }),
      { file: 'analysis.json', column: 'flags.absolute_threshold', code: 'bad-setting' },
    ],
    [
      'there is no such setting',
      changeSettings(sound, { trimming: {} }),
      { file: 'analysis.json', column: 'trimming', code: 'unknown-setting' },
    ],
    [
      'a margin names a variable that is nowhere',
      changeSettings(sound, { raking: { rake1: [['income']], rake2: [['sex']] } }),
      { file: 'analysis.json', column: 'raking.rake1.0', code: 'unknown-variable', found: 'income' },
    ],
    [
      'an association names an answer that is nowhere',
      changeSettings(sound, { associations: [['lonely', 'sex']] }),
      { file: 'analysis.json', column: 'associations.0', code: 'unknown-variable', found: 'lonely' },
    ],
  ])('%s', (_, folder, fault) => {
    expect(faultsOf(folder)).toContainEqual(expect.objectContaining(fault));
  });

  it('a pin is of an unknown kind, or lies outside the city', () => {
    const pins = [
      { pin_id: 'P1', resp_id: 'R1', kind: 'unsafe', x: 10, y: 10, w: 1 },
      { pin_id: 'P2', resp_id: 'R1', kind: 'lively', x: 10, y: -1, w: 1 },
    ];
    const files = { ...(sound.settings.files as object), pins: 'pins.csv' };
    const folder = changeSettings({ ...sound, files: { ...sound.files, 'pins.csv': pins } }, { files });
    expect(faultsOf(folder)).toMatchObject([
      { file: 'pins.csv', line: 3, column: 'kind', code: 'unknown-kind' },
      { file: 'pins.csv', line: 3, column: 'y', code: 'negative' },
    ]);
  });

  it('a frame has someone of a stratum that the population lacks', () => {
    const frame = [{ unit_id: 'U1', district: 'D07', age: '45+', sex: 'F', stratum: 'D07|45+|F' }];
    const files = { ...(sound.settings.files as object), frame: 'frame.csv' };
    const folder = changeSettings({ ...sound, files: { ...sound.files, 'frame.csv': frame } }, { files });
    expect(faultsOf(folder)).toContainEqual(
      expect.objectContaining({ file: 'frame.csv', line: 2, column: 'stratum', code: 'unknown-stratum' }),
    );
  });

  it('the line of a setting is the one where it stands', () => {
    const folder = writeFolder(sound);
    const text =
      '{\n "files": {},\n "strata": ["district"],\n "district": "district",\n "waves": [1],\n "trim": {"lo": 2}\n}';
    writeFileSync(join(folder, 'analysis.json'), text);
    expect(faultsOf(folder)).toContainEqual(
      expect.objectContaining({ file: 'analysis.json', line: 6, column: 'trim.lo', code: 'bad-setting' }),
    );
    writeFileSync(join(folder, 'analysis.json'), '{\n "files": {},\n');
    expect(faultsOf(folder)).toMatchObject([{ file: 'analysis.json', code: 'not-json' }]);
  });

  it('the files are no CSV, have too few cells in a row, or are not UTF-8', () => {
    const folder = writeFolder(sound);
    writeFileSync(join(folder, 'edu.csv'), 'edu,N\nlow,1\nhigh\n');
    expect(faultsOf(folder)).toContainEqual(
      expect.objectContaining({ file: 'edu.csv', line: 3, code: 'not-csv' }),
    );
    writeFileSync(join(folder, 'edu.csv'), Buffer.from([0x65, 0xb3, 0x2c, 0x4e, 0x0a]));
    expect(faultsOf(folder)).toContainEqual(
      expect.objectContaining({ file: 'edu.csv', code: 'unreadable-characters' }),
    );
    writeFileSync(join(folder, 'edu.csv'), 'edu,N\n');
    expect(faultsOf(folder)).toContainEqual(expect.objectContaining({ file: 'edu.csv', code: 'empty-file' }));
  });

  it('there is no analysis.json', () => {
    expect(faultsOf(testFolder())).toMatchObject([{ file: 'analysis.json', code: 'file-unreadable' }]);
  });
});

describe('the command analyse', () => {
  const timeout = 180_000;

  it('invariant 12: says every fault and its place, and exits with 1', { timeout }, async () => {
    const run = aCommandLine();
    const output = join(testFolder(), 'results');
    const faulty = writeFolder(
      changeRow(changeRow(sound, 'respondents.csv', 7, { unsafe: 2 }), 'respondents.csv', 9, { index: -1 }),
    );
    expect(await run('analyse', faulty, '--out', output)).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: [
        'respondents.csv, line 9, column unsafe: the answer is outside the codes of the item: "2" [outside-codes]',
        'respondents.csv, line 11, column index: the number is negative: "-1" [negative]',
        'refused: the files have faults; nothing was analysed [folder-faulty: faults 2]',
        '',
      ].join('\n'),
    });
    expect(existsSync(output)).toBe(false);
    expect(await run('analyse', testFolder(), '--out', output)).toMatchObject({ exitCode: 1 });
    expect(await run('analyse', '/nowhere', '--out', output)).toMatchObject({
      exitCode: 1,
      stderr: 'refused: there is no such folder [no-folder: folder /nowhere]\n',
    });
  });

  it('exits with 2 when it is not told where to write', { timeout }, async () => {
    const run = aCommandLine();
    for (const words of [
      ['analyse', writeFolder(sound)],
      ['analyse', '--out', testFolder()],
    ]) {
      expect(await run(...words)).toMatchObject({ exitCode: 2, stdout: '' });
    }
  });

  it('writes the results and says so; what is there already is not overwritten', { timeout }, async () => {
    const run = aCommandLine();
    const output = join(testFolder(), 'empty');
    mkdirSync(output);
    const folder = writeFolder(sound);
    const done = await run('analyse', folder, '--out', output);
    expect(done).toMatchObject({
      exitCode: 0,
      stderr: expect.stringContaining('not computed: sample.csv (needs frame, draw in the settings)\n'),
    });
    expect(readdirSync(output)).toEqual(expect.arrayContaining(['weights.csv', 'mean.csv', 'report.json']));
    expect(await run('analyse', folder, '--out', output)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('output-exists'),
    });
  });
});
