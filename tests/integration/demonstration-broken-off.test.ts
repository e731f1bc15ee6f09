import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unfinishedMark } from '#app/commands/prepare.js';
import { aCommandLine } from '#tests/support/command-line.ts';
import { testFolder } from '#tests/support/database.ts';

const withoutSecret = { POCZUCIE_SECRET: undefined };

describe('the sample of a demonstration city', () => {
  it.each(['10', '2500', '100.5', 'few'])(
    'is a whole number that its districts can give, not %s',
    async (size) => {
      const dataFolder = testFolder();
      const run = aCommandLine(dataFolder, withoutSecret);
      expect(await run('demo', '--sample-size', size)).toMatchObject({ exitCode: 2, stdout: '' });
      expect(readdirSync(dataFolder)).toEqual([]);
    },
  );
});

describe('a demonstration city that was broken off', () => {
  it('is told from a finished one, which stays as it is', async () => {
    const dataFolder = testFolder();
    writeFileSync(join(dataFolder, 'demonstration-secret'), `${'s'.repeat(43)}\n`);
    writeFileSync(join(dataFolder, 'DEMONSTRATION'), 'Synthetic people only.\n');
    writeFileSync(join(dataFolder, 'fieldwork.sqlite'), 'made');
    expect(await aCommandLine(dataFolder, withoutSecret)('demo')).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: expect.stringMatching(/^refused: .* is not an empty folder of a demonstration.*\n$/),
    });
    expect(readFileSync(join(dataFolder, 'fieldwork.sqlite'), 'utf8')).toBe('made');
  });

  it('is not believed of a folder that holds no demonstration', async () => {
    const dataFolder = testFolder();
    writeFileSync(join(dataFolder, 'demonstration-secret'), `${'s'.repeat(43)}\n`);
    writeFileSync(join(dataFolder, unfinishedMark), '');
    writeFileSync(join(dataFolder, 'fieldwork.sqlite'), 'real');
    expect(await aCommandLine(dataFolder, withoutSecret)('demo')).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: expect.stringMatching(/^refused: .*\n$/),
    });
    expect(readFileSync(join(dataFolder, 'fieldwork.sqlite'), 'utf8')).toBe('real');
  });
});
