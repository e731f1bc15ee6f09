import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withFieldworkQueries } from '#db/fieldwork/database.ts';
import { openDatabase } from '#db/open.ts';
import { aCommandLine, planAutumn } from '#tests/support/command-line.ts';
import { testFolder } from '#tests/support/database.ts';
import { aRegister } from '#tests/support/drawn-wave.ts';
import { anExtractRow, extractText, writeExtract } from '#tests/support/fieldwork.ts';

const timeout = 120_000;

async function aPlannedAutumn() {
  const data = testFolder();
  const run = aCommandLine(data);
  await run('questionnaire', 'import');
  await run(...planAutumn);
  const framesKept = () => {
    const open = openDatabase({ file: join(data, 'fieldwork.sqlite'), area: 'fieldwork' });
    const frames = withFieldworkQueries(open).frames.framesOfWave('2026-2');
    open.close();
    return frames.length;
  };
  return { run, framesKept };
}

describe('`frame import`', () => {
  it('keeps nothing of a dry run, sound or faulty, and says what it found', { timeout }, async () => {
    const { run, framesKept } = await aPlannedAutumn();
    const tried = (content: string) =>
      run('frame', 'import', writeExtract(content), '--wave', '2026-2', '--dry-run');
    expect(await tried(extractText(aRegister(40)))).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^40 people checked, none kept, SHA-256 [0-9a-f]{64}\n$/),
    });
    expect(await tried(extractText([anExtractRow(1, { dzielnica: '19' })]))).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/^line 2, dzielnica: .*\nrefused: .*\[frame-refused: errorCount 1\]\n$/),
    });
    expect(framesKept()).toBe(0);
  });

  it('answers a folder with a sentence and keeps nothing', { timeout }, async () => {
    const { run, framesKept } = await aPlannedAutumn();
    for (const more of [[], ['--dry-run']]) {
      expect(await run('frame', 'import', testFolder(), '--wave', '2026-2', ...more)).toMatchObject({
        exitCode: 1,
        stdout: '',
        stderr: expect.stringMatching(/^refused: the file cannot be read.*is a folder/),
      });
    }
    expect(framesKept()).toBe(0);
  });
});
