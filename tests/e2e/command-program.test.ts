import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { unfinishedMark } from '#app/commands/prepare.js';
import { listStaffUsers } from '#app/use-cases/staff/staff-accounts.server.ts';
import { openAccounts } from '#db/accounts/database.ts';
import { endOf, startProgram } from '#tests/support/built-program.ts';
import { aCommandLine } from '#tests/support/command-line.ts';
import { testFolder } from '#tests/support/database.ts';

const ended = (words: readonly string[], changes = {}) => endOf(startProgram(words, changes));

describe('the program that is typed', () => {
  it('says and ends with what the command says and ends with', async () => {
    const commands = [
      ['--help'],
      ['codes', 'issue', '--help'],
      ['questionnaire', 'lint'],
      ['progress'],
      ['wave', 'surf'],
      [],
    ];
    for (const words of commands) {
      const data = testFolder();
      const { signal, ...end } = await ended(words, { POCZUCIE_DATA: data, NO_COLOR: '1' });
      expect(signal).toBeNull();
      expect(end).toEqual(await aCommandLine(data)(...words));
    }
  });

  it('exits with 0 for help, with 1 for a refusal and with 2 for wrong usage', async () => {
    expect(await ended(['--help'])).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await ended(['progress'])).toMatchObject({ exitCode: 1, stdout: '' });
    expect(await ended(['progress', '--fast'])).toMatchObject({ exitCode: 2, stdout: '' });
  });

  it('says which setting of the environment it cannot use, and exits with 1', async () => {
    const end = await ended(['progress'], { POCZUCIE_SECRET: 'short' });
    expect(end).toMatchObject({ exitCode: 1, stdout: '' });
    expect(end.stderr).toMatch(/^the environment is not usable: POCZUCIE_SECRET: .*\n$/);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends by %s, and nothing of what it waited for is done',
    async (signal) => {
      const data = testFolder();
      const words = [
        'user',
        'add',
        '--email',
        'ada@firma.example',
        '--name',
        'Ada',
        '--role',
        'administrator',
      ];
      const program = startProgram(words, { POCZUCIE_DATA: data });
      program.stdin.write('a long enough password');
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      const end = endOf(program);
      program.kill(signal);
      expect(await end).toEqual({ exitCode: null, signal, stdout: '', stderr: '' });
      const accounts = openAccounts(join(data, 'accounts.sqlite'));
      expect(listStaffUsers(accounts)).toEqual([]);
      accounts.close();
    },
  );

  it('tells of an unexpected failure by the line of the source', async () => {
    const broken = encodeURIComponent('process.stderr.write = () => { throw new Error("no terminal") };');
    const end = await ended(['progress'], { NODE_OPTIONS: `--import=data:text/javascript,${broken}` });
    expect(end).toMatchObject({ exitCode: 1, stdout: '' });
    expect(end.stderr).toMatch(
      /Error: no terminal\n(?: .*\n)* +at complain \(.*app\/commands\/ending\.ts:\d+:\d+\)/,
    );
  });
});

describe('a demonstration city that was broken off', () => {
  /**
   * Starts to make the demonstration city and kills that at its first line, as a closed lid or a power cut
   * would.
   */
  async function breakOff(dataFolder: string): Promise<string> {
    const making = startProgram(['demo'], { POCZUCIE_DATA: dataFolder, POCZUCIE_SECRET: undefined });
    const killed = once(making, 'exit');
    const refusal = createInterface({ input: making.stderr });
    const progress = createInterface({ input: making.stdout });
    const [line] = await Promise.race([once(progress, 'line'), once(refusal, 'line')]);
    making.kill('SIGKILL');
    await killed;
    return String(line);
  }

  it('is made anew by the next start', async () => {
    const dataFolder = testFolder();
    expect(await breakOff(dataFolder)).toMatch(/register of \d+ people$/);
    expect(existsSync(join(dataFolder, unfinishedMark))).toBe(true);
    expect(await breakOff(dataFolder)).toMatch(/register of \d+ people$/);
  });
});
