import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { normaliseAccessCode } from '#core/sampling/access-code.ts';
import { openFieldwork } from '#db/fieldwork/database.ts';
import { aCommandLine } from '#tests/support/command-line.ts';
import { testFolder } from '#tests/support/database.ts';
import { testSecret } from '#tests/support/fieldwork.ts';
import { openTestWave } from '#tests/support/open-wave.ts';

const statusesOf = (data: string) => {
  const database = openFieldwork(join(data, 'fieldwork.sqlite'));
  const statuses = database.sqlite
    .prepare('SELECT status FROM access_codes ORDER BY status')
    .pluck()
    .all() as string[];
  const acts = database.sqlite.prepare('SELECT act FROM audit').pluck().all() as string[];
  database.close();
  return { statuses, acts };
};

function anOpenWave() {
  const data = testFolder();
  const database = openFieldwork(join(data, 'fieldwork.sqlite'));
  const { cases } = openTestWave(database, {
    cases: 1,
    secret: testSecret,
    lastDay: '2099-10-31',
  });
  database.close();
  return { data, caseId: cases[0]?.caseId ?? '', code: cases[0]?.code ?? '' };
}

describe('the command line', () => {
  it('makes another code for someone who lost the letter, also while the wave is open, and revokes the first', async () => {
    const { data, caseId, code } = anOpenWave();
    const out = join(testFolder(), 'one.csv');
    const end = await aCommandLine(data)('codes', 'replace', '--case', caseId, '--out', out);
    expect(end).toEqual({ exitCode: 0, stdout: `1 code written to ${out}\n`, stderr: '' });
    const rows = parse(readFileSync(out), { bom: true, delimiter: ';', columns: true }) as {
      kod_dostepu: string;
      link_qr: string;
    }[];
    expect(rows).toHaveLength(1);
    const issued = normaliseAccessCode(rows[0]?.kod_dostepu ?? '');
    if (!issued.ok) throw new Error('the printed code is readable');
    expect(issued.code).not.toBe(code);
    expect(rows[0]?.link_qr).toBe(`https://ankieta.example/s/start#K=${issued.code}`);
    expect(statusesOf(data).statuses).toEqual(['active', 'revoked']);
    expect(statusesOf(data).acts).toContain('code-replaced');
  });

  it('writes no letters as long as nobody has said at which address residents come in', async () => {
    const { data, caseId } = anOpenWave();
    const out = join(testFolder(), 'one.csv');
    const without = aCommandLine(data, { POCZUCIE_ORIGIN: undefined });
    const end = await without('codes', 'replace', '--case', caseId, '--out', out);
    expect(end).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('[origin-missing]') });
    expect(statSync(out, { throwIfNoEntry: false })).toBeUndefined();
    expect(statusesOf(data).statuses).toEqual(['active']);
    expect(statusesOf(data).acts).not.toContain('code-replaced');
    const nobody = await aCommandLine(data)('codes', 'replace', '--case', 'nobody', '--out', out);
    expect(nobody).toMatchObject({ exitCode: 1, stderr: 'refused: there is no such case [unknown-case]\n' });
  });

  it('makes codes anew for a script only when it names the wave, and refuses as every act that cannot be undone does', async () => {
    const { data, caseId } = anOpenWave();
    const run = aCommandLine(data);
    const first = join(testFolder(), 'first.csv');
    await run('codes', 'replace', '--case', caseId, '--out', first);
    const out = join(testFolder(), 'anew.csv');
    const remake = (...more: string[]) =>
      run('codes', 'remake', '--wave', '2026-2', '--file', '1', '--out', out, ...more);
    const before = statusesOf(data);
    for (const [words, code] of [
      [[], 'remake-unconfirmed: codes 1'],
      [['--yes', '2025-2'], 'another-wave-named: wave 2026-2'],
    ] as const) {
      const refused = await remake(...words);
      expect(refused).toMatchObject({
        exitCode: 1,
        stdout: '',
        stderr: expect.stringContaining(`[${code}]`),
      });
    }
    expect(await remake('--yes')).toMatchObject({ exitCode: 2, stdout: '' });
    expect(statSync(out, { throwIfNoEntry: false })).toBeUndefined();
    expect(statusesOf(data)).toEqual(before);
    const elsewhere = ['--wave', '2026-2', '--file', '9', '--out', out];
    expect(await run('codes', 'remake', ...elsewhere)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('[unknown-file]'),
    });
    expect(await remake('--yes', '2026-2')).toEqual({
      exitCode: 0,
      stdout: `1 code written to ${out}\n`,
      stderr: '',
    });
    expect(statusesOf(data).acts).toContain('printer-file-made-anew');
  });
});
