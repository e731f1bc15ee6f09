import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { commandLineParameters } from '#app/commands/prepare.js';
import { testFolder } from './database.ts';
import { testSecret } from './fieldwork.ts';

/** Starts the built command line as a process of its own, with a data folder of its own. */
export function startProgram(
  words: readonly string[],
  changes: Readonly<Record<string, string | undefined>> = {},
): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [...commandLineParameters, ...words], {
    env: { ...process.env, POCZUCIE_DATA: testFolder(), POCZUCIE_SECRET: testSecret.toString(), ...changes },
  });
}

/** Waits until the program has ended: how, and all that it said. */
export async function endOf(program: ChildProcessWithoutNullStreams) {
  const ended = once(program, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const [stdout, stderr] = await Promise.all([text(program.stdout), text(program.stderr)]);
  const [exitCode, signal] = await ended;
  return { exitCode, signal, stdout, stderr };
}
