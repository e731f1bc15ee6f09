import { AsyncLocalStorage } from 'node:async_hooks';
import type { Readable, Writable } from 'node:stream';

/** What a command is given by whoever runs it: a shell, or another program within its own process. */
export interface Surroundings {
  /** The process's own unless it is given. */
  environment?: NodeJS.ProcessEnv;
  input: Readable & { isTTY?: boolean };
  output: Writable & { isTTY?: boolean; columns?: number };
  errors: Writable & { isTTY?: boolean; columns?: number };
}

interface RunningCommand extends Surroundings {
  exitCode: number;
}

const commands = new AsyncLocalStorage<RunningCommand>();

/** The command that this work belongs to; throws outside of any. */
export function runningCommand(): RunningCommand {
  const command = commands.getStore();
  if (!command) throw new Error('runningCommand requires a command that runs');
  return command;
}

/** Does the work of a command and resolves with its exit code: 0 unless the work said otherwise. */
export async function asCommand(surroundings: Surroundings, work: () => Promise<void>): Promise<number> {
  const command = { ...surroundings, exitCode: 0 };
  await commands.run(command, work);
  return command.exitCode;
}
