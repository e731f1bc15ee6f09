import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import { normaliseAccessCode } from '#core/sampling/access-code.ts';
import { aCommandLine, planAutumn } from '#tests/support/command-line.ts';
import { testFolder } from '#tests/support/database.ts';
import { aRegister } from '#tests/support/drawn-wave.ts';
import { anExtractRow, extractText, writeExtract } from '#tests/support/fieldwork.ts';

const timeout = 180_000;

describe('the command line', () => {
  it('takes a wave from the plan to the open fieldwork', { timeout }, async () => {
    const run = aCommandLine();
    const done = async (...words: string[]) => {
      const end = await run(...words);
      expect(end).toMatchObject({ exitCode: 0, stderr: '' });
      return end.stdout;
    };
    expect(await done('questionnaire', 'import')).toMatch(/^krakow-1 imported, SHA-256 [0-9a-f]{64}\n$/);
    expect(await done(...planAutumn)).toBe('planned 2026-2\n');
    const extract = writeExtract(extractText(aRegister(1800)));
    expect(await done('frame', 'import', extract, '--wave', '2026-2')).toMatch(/^1800 people imported/);
    const drawn = JSON.parse(await done('sample', 'draw', '--wave', '2026-2', '--json'));
    expect(drawn).toMatchObject({ cases: 504, released: 360 });
    expect(await done('sample', 'release', '--wave', '2026-2', '--replicate', '1')).toBe(
      '36 cases released\n',
    );

    const letters = join(testFolder(), 'letters.csv');
    expect(await done('codes', 'issue', '--wave', '2026-2', '--out', letters)).toMatch(/^396 codes written/);
    expect(statSync(letters).mode & 0o077).toBe(0);
    const rows = parse(readFileSync(letters), { bom: true, delimiter: ';', columns: true }) as Letter[];
    expect(rows).toHaveLength(396);
    expect(rows.every(({ kod_dostepu }) => normaliseAccessCode(kod_dostepu).ok)).toBe(true);
    expect(rows[0]?.link_qr).toMatch(/^https:\/\/ankieta\.example\/s\/start#K=[A-Z2-9]{13}$/);

    expect(await done('wave', 'open', '2026-2')).toBe(
      '2026-2 is open from 2026-09-01 00:00:00 Europe/Warsaw to 2099-11-01 00:00:00 Europe/Warsaw\n',
    );
    expect(JSON.parse(await done('wave', 'list', '--json'))).toMatchObject([
      { waveId: '2026-2', status: 'open' },
    ]);
    const shown = JSON.parse(await done('wave', 'show', '2026-2', '--json'));
    expect(shown).toMatchObject({ firstDay: '2026-09-01', lastDay: '2099-10-31', sampleSize: 6 });
    expect(JSON.stringify(shown)).not.toMatch(/key/i);
    const progress = JSON.parse(await done('progress', '--json'));
    expect(progress.city).toMatchObject({ released: 396, target: 108, completed: 0 });
    expect(await done('rates')).toContain('city, weighted');
  });

  interface Letter {
    kod_dostepu: string;
    link_qr: string;
  }
});

describe('a command that is refused exits with 1 and says why on the standard error', () => {
  it('names the reason and changes nothing', { timeout }, async () => {
    const run = aCommandLine();
    const refused = async (...words: string[]) => {
      const end = await run(...words);
      expect(end).toMatchObject({ exitCode: 1, stdout: '' });
      return end.stderr;
    };
    expect(await refused('progress')).toBe('refused: there is no wave yet [no-wave]\n');
    expect(await refused(...planAutumn)).toMatch(/\[unknown-questionnaire\]\n$/);
    await run('questionnaire', 'import');
    expect(await refused(...planAutumn, '--grace-minutes', '-5')).toMatch(/\[bad-grace\]\n$/);
    await run(...planAutumn);
    expect(await refused('sample', 'draw', '--wave', '2026-2')).toMatch(/\[no-frame\]\n$/);
    const out = join(testFolder(), 'codes.csv');
    expect(await refused('codes', 'issue', '--wave', '2026-2', '--out', out)).toMatch(/\[not-drawn\]\n$/);
    expect(statSync(out, { throwIfNoEntry: false })).toBeUndefined();
    writeFileSync(out, 'mine');
    expect(await refused('codes', 'issue', '--wave', '2026-2', '--out', out)).toMatch(/file-exists/);
    expect(readFileSync(out, 'utf8')).toBe('mine');
  });

  it('invariant 12: says what is wrong in a file, and where', { timeout }, async () => {
    const run = aCommandLine();
    await run('questionnaire', 'import');
    await run(...planAutumn);
    const rows = [anExtractRow(1), anExtractRow(2, { dzielnica: '19' })];
    const refused = await run('frame', 'import', writeExtract(extractText(rows)), '--wave', '2026-2');
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain(
      'line 3, dzielnica: There is no such district. Give its number (1–18), Roman numeral or name. "19" [unknown-district]\nrefused: ',
    );
    const nowhere = await run('frame', 'import', '/nowhere.csv', '--wave', '2026-2');
    expect(nowhere).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('file-unreadable') });

    const faulty = join(testFolder(), 'faulty.json');
    writeFileSync(faulty, JSON.stringify({ ...cityQuestionnaire, keyVariables: ['nobody'] }));
    const linted = await run('questionnaire', 'lint', faulty);
    expect(linted.exitCode).toBe(1);
    expect(linted.stderr).toMatch(
      'keyVariables[0]: No question has this variable. "nobody" [unknown-variable]\n',
    );
    expect((await run('questionnaire', 'import', faulty)).stderr).toContain(
      '[questionnaire-faulty: faults 1]',
    );
    expect(await run('questionnaire', 'lint')).toEqual({ exitCode: 0, stdout: 'no faults\n', stderr: '' });
  });
});

describe('wrong usage', () => {
  it('exits with 2 and says what is wrong', { timeout }, async () => {
    const run = aCommandLine();
    const wrong = [
      [],
      ['wave', 'surf'],
      ['wave', 'surf', '--help'],
      ['estimate', '--help'],
      ['sample', 'draw'],
      ['progress', '--fast'],
      ['wave', 'create', '--year', 'soon', '--season', 'autumn'],
      ['wave', 'create', '--year', '2026', '--season', 'winter'],
    ];
    for (const words of wrong) {
      const end = await run(...words);
      expect([words, end.exitCode, end.stdout]).toEqual([words, 2, '']);
      expect(end.stderr).not.toBe('');
    }
  });

  it('asking for help is none', { timeout }, async () => {
    const help = await aCommandLine()('codes', 'issue', '--help');
    expect(help).toMatchObject({ exitCode: 0, stderr: '' });
    expect(help.stdout).toContain('--out <file>');
  });
});
