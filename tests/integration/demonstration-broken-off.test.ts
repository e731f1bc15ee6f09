import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { demonstrationParameters, unfinishedMark } from '#app/commands/prepare.js';
import { aCommandLine } from '#tests/support/command-line.ts';
import { testFolder } from '#tests/support/database.ts';

const timeout = 180_000;

/** Starts to make the demonstration city and kills that at its first line, as a closed lid or a power cut would. */
async function breakOff(dataFolder: string): Promise<string> {
  const { POCZUCIE_SECRET: _, ...environment } = process.env;
  const making = spawn(process.execPath, demonstrationParameters, {
    env: { ...environment, POCZUCIE_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(making, 'exit');
  const refusal = createInterface({ input: making.stderr });
  const progress = createInterface({ input: making.stdout });
  const [line] = await Promise.race([once(progress, 'line'), once(refusal, 'line')]);
  making.kill('SIGKILL');
  await ended;
  return String(line);
}

describe('the sample of a demonstration city', () => {
  it.each(['10', '2500', '100.5', 'few'])(
    'is a whole number that its districts can give, not %s',
    async (size) => {
      const dataFolder = testFolder();
      const run = aCommandLine(dataFolder, { POCZUCIE_SECRET: undefined });
      expect(await run('demo', '--sample-size', size)).toMatchObject({ exitCode: 2, stdout: '' });
      expect(readdirSync(dataFolder)).toEqual([]);
    },
  );
});

describe('a demonstration city that was broken off', () => {
  it('is made anew by the next start', { timeout }, async () => {
    const dataFolder = testFolder();
    expect(await breakOff(dataFolder)).toMatch(/register of \d+ people$/);
    expect(existsSync(join(dataFolder, unfinishedMark))).toBe(true);
    expect(await breakOff(dataFolder)).toMatch(/register of \d+ people$/);
  });

  it('is told from a finished one, which stays as it is', { timeout }, async () => {
    const dataFolder = testFolder();
    writeFileSync(join(dataFolder, 'demonstration-secret'), `${'s'.repeat(43)}\n`);
    writeFileSync(join(dataFolder, 'DEMONSTRATION'), 'Synthetic people only.\n');
    writeFileSync(join(dataFolder, 'fieldwork.sqlite'), 'made');
    expect(await breakOff(dataFolder)).toMatch(/^refused: .* is not an empty folder of a demonstration/);
    expect(readFileSync(join(dataFolder, 'fieldwork.sqlite'), 'utf8')).toBe('made');
  });

  it('is not believed of a folder that holds no demonstration', { timeout }, async () => {
    const dataFolder = testFolder();
    writeFileSync(join(dataFolder, 'demonstration-secret'), `${'s'.repeat(43)}\n`);
    writeFileSync(join(dataFolder, unfinishedMark), '');
    writeFileSync(join(dataFolder, 'fieldwork.sqlite'), 'real');
    expect(await breakOff(dataFolder)).toMatch(/^refused: /);
    expect(readFileSync(join(dataFolder, 'fieldwork.sqlite'), 'utf8')).toBe('real');
  });
});
