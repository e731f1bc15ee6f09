import { Command, CommanderError } from 'commander';
import { closeDatabases } from '../../db.server.ts';
import { inEnvironment } from '../../env.server.ts';
import { complain } from '../ending.ts';
import { registerCommands } from '../register.ts';
import { asCommand, runningCommand, type Surroundings } from '../surroundings.ts';

const wrongUsage = 2;

/** Runs one command and resolves with its exit code: 0, 1 for a refusal or a failure, 2 for wrong usage. */
export function runCommand(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const run = () =>
    asCommand(surroundings, async () => {
      try {
        const program = programFor(surroundings);
        refuseUnknownCommand(program, words);
        await program.parseAsync(words, { from: 'user' });
      } catch (error) {
        const running = runningCommand();
        if (error instanceof CommanderError) running.exitCode = error.exitCode === 0 ? 0 : wrongUsage;
        else {
          complain(error instanceof Error ? error.message : String(error));
          running.exitCode = 1;
        }
      } finally {
        closeDatabases();
      }
    });
  const { environment } = surroundings;
  return environment ? inEnvironment({ source: environment }, run) : run();
}

function programFor({ output, errors }: Surroundings): Command {
  const program = new Command('poczucie')
    .description('Run the survey and its platform from the command line.')
    .configureOutput({
      writeOut: (text) => output.write(text),
      writeErr: (text) => errors.write(text),
      getOutHelpWidth: () => widthOf(output),
      getErrHelpWidth: () => widthOf(errors),
    })
    .showHelpAfterError('(--help tells how)')
    .exitOverride();
  registerCommands(program);
  return program;
}

const widthWithoutTerminal = 80;

function widthOf({ isTTY, columns }: Surroundings['output']): number {
  return (isTTY && columns) || widthWithoutTerminal;
}

/** `--help` after a command that does not exist would be answered with the help of what stands before it. */
function refuseUnknownCommand(parent: Command, [word, ...more]: readonly string[]): void {
  if (word === undefined || word.startsWith('-') || word === 'help' || parent.commands.length === 0) return;
  const command = parent.commands.find((each) => each.name() === word);
  if (!command) parent.error(`error: there is no such command: ${word}`);
  else refuseUnknownCommand(command, more);
}
