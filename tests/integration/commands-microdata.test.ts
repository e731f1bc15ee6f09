import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bringQuestionnaire } from '#app/use-cases/fieldwork/bring-questionnaire.server.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import { openFieldwork } from '#db/fieldwork/database.ts';
import { studyFiles, studyMapping, studyRows } from '#tests/support/a-study.ts';
import { aCommandLine } from '#tests/support/command-line.ts';
import { testFolder } from '#tests/support/database.ts';
import { anAct } from '#tests/support/fieldwork.ts';
import { storedContent } from '#tests/support/stored-content.ts';

/** The command line over a new data folder in which the questionnaire is known. */
function aFirmWithQuestionnaire() {
  const data = testFolder();
  const database = openFieldwork(join(data, 'fieldwork.sqlite'));
  bringQuestionnaire(database, cityQuestionnaire, anAct());
  database.close();
  return { run: aCommandLine(data), content: () => storedContent(data) };
}

it('the command line takes an earlier study from its file to city hall, or says where the file is wrong', {
  timeout: 600_000,
}, async () => {
  const { run, content } = aFirmWithQuestionnaire();

  const [first, ...rest] = studyRows(4);
  const bad = studyFiles([{ ...first, P1: '7' }, ...rest]);
  const refused = await run(
    'microdata',
    'import',
    bad.path,
    '--mapping',
    bad.mappingPath,
    '--wave',
    '2024-2',
  );
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr).toContain(
    `${bad.path}: line 2, P1: the mapping does not say what this value means: "7" [unmapped-code]`,
  );
  expect(refused.stderr).toContain('[microdata-refused]');

  const good = studyFiles(studyRows(4));
  const bring = (...options: string[]) =>
    run('microdata', 'import', good.path, '--mapping', good.mappingPath, ...options);
  const before = content();
  const unaccepted = await bring('--wave', '2024-2');
  expect(unaccepted).toMatchObject({ exitCode: 1, stdout: '' });
  expect(content(), 'nothing half-done stays').toEqual(before);
  expect(unaccepted.stderr).toContain('warning nonresponse-not-adjusted: Only respondents are known');
  expect(unaccepted.stderr).toContain('[warnings-not-accepted: codes nonresponse-not-adjusted]');
  const done = await bring('--wave', '2024-2', '--accept', 'nonresponse-not-adjusted');
  expect(done).toMatchObject({ exitCode: 0, stderr: '' });
  expect(done.stdout).toMatch(
    /^imported 1008 respondents as wave 2024-2\n[\s\S]*city hall received 2024-2\.1\n$/,
  );
});

it('the command line takes a parallel sample to city hall as a correction, or says why not', {
  timeout: 600_000,
}, async () => {
  const { run, content } = aFirmWithQuestionnaire();
  const bring = ({ path, mappingPath }: ReturnType<typeof studyFiles>, ...options: string[]) =>
    run('microdata', 'import', path, '--mapping', mappingPath, ...options);

  const web = studyFiles(studyRows(4), studyMapping({ mode: 'web' }));
  const phone = studyFiles(studyRows(2));
  for (const options of [[], ['--wave', '2024-2', '--parallel-to', '2024-2']])
    expect(await bring(phone, ...options)).toMatchObject({ exitCode: 2, stdout: '' });
  expect(await bring(phone, '--parallel-to', '2024-2')).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('[unknown-wave]'),
  });

  const accepted = ['--accept', 'nonresponse-not-adjusted'];
  expect(await bring(web, '--wave', '2024-2', ...accepted)).toMatchObject({ exitCode: 0 });
  expect(await bring(phone, '--parallel-to', '2024-2')).toMatchObject({
    exitCode: 1,
    stdout: '',
    stderr: expect.stringContaining('[correction-note-missing]'),
  });
  expect(await bring(web, '--parallel-to', '2024-2', '--keep')).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('[same-mode]'),
  });
  const before = content();
  const unaccepted = await bring(phone, '--parallel-to', '2024-2', '--correction', 'a parallel sample');
  expect(unaccepted).toMatchObject({ exitCode: 1, stdout: '' });
  expect(unaccepted.stderr).toMatch(/warning nonresponse-not-adjusted: .*\[warnings-not-accepted: /s);
  expect(content(), 'nothing half-done stays').toEqual(before);
  const [first, ...rest] = studyRows(2);
  const bad = studyFiles([{ ...first, P1: '7' }, ...rest]);
  const refused = await bring(bad, '--parallel-to', '2024-2', '--keep');
  expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
  expect(refused.stderr).toContain(
    `${bad.path}: line 2, P1: the mapping does not say what this value means: "7" [unmapped-code]`,
  );

  const kept = await bring(phone, '--parallel-to', '2024-2', '--keep');
  expect(kept).toMatchObject({ exitCode: 0, stderr: '' });
  expect(kept.stdout).toMatch(/\nthey go out with the next publication of 2024-2\n$/);
  const correcting = ['--parallel-to', '2024-2', '--correction', 'a parallel sample'];
  const done = await bring(phone, ...correcting, ...accepted);
  expect(done).toMatchObject({ exitCode: 0, stderr: '' });
  expect(done.stdout).toMatch(/^imported 504 respondents beside wave 2024-2\n/);
  expect(done.stdout).toMatch(/\nhood_dark_unsafe +-?0\.\d{4} +-?0\.\d{4} to -?0\.\d{4} +\d+ +\d+\n/);
  expect(done.stdout).toMatch(/city hall received 2024-2\.2\n$/);
});

it('the command line adds a table to the history once, and refuses one that is no table', {
  timeout: 120_000,
}, async () => {
  const run = aCommandLine();
  const table = 'app/demonstration/seed/data/published-history.csv';
  expect((await run('history', 'import', table)).stdout).toBe('imported 48 figures, 0 were here already\n');
  const broken = join(testFolder(), 'table.csv');
  writeFileSync(broken, Buffer.from([0, 1, 2]));
  expect(await run('history', 'import', broken)).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('[not-a-text-file'),
  });
});
