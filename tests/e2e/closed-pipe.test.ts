import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { openFieldwork } from '#db/fieldwork/database.ts';
import { startProgram } from '#tests/support/built-program.ts';
import { planAutumn } from '#tests/support/command-line.ts';
import { testFolder } from '#tests/support/database.ts';
import { putKrakowQuestionnaire } from '#tests/support/open-wave.ts';

/** Runs a command whose output nobody reads any more when it comes to write. */
async function unread(data: string, closed: 'stdout' | 'stderr', ...words: string[]) {
  const child = startProgram(words, { POCZUCIE_DATA: data, NO_COLOR: '1' });
  child[closed].destroy();
  const ended = once(child, 'close') as Promise<[number | null, string | null]>;
  const said = await text(closed === 'stdout' ? child.stderr : child.stdout);
  const [exitCode, signal] = await ended;
  return { exitCode, signal, said };
}

it('a command whose output is read no more ends quietly, with what it was told to do done', async () => {
  const data = testFolder();
  const database = openFieldwork(join(data, 'fieldwork.sqlite'));
  putKrakowQuestionnaire(database);
  const quietly = (exitCode: number) => ({ exitCode, signal: null, said: '' });
  for (const words of [['--help'], ['wave', 'list', '--json']])
    expect([words, await unread(data, 'stdout', ...words)]).toEqual([words, quietly(0)]);
  expect(await unread(data, 'stdout', ...planAutumn)).toEqual(quietly(0));
  expect(database.waves.wave('2026-2')?.status).toBe('planned');
  expect(await unread(data, 'stderr', 'wave', 'open', '2026-1')).toEqual(quietly(1));
  database.close();
});
