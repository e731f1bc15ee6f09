import { Command, CommanderError } from 'commander';
import { complain } from './ending.ts';
import { registerCommands } from './register.ts';

const wrongUsage = 2;

/** `--help` after a command that does not exist would be answered with the help of what stands before it. */
function refuseUnknownCommand(parent: Command, [word, ...more]: readonly string[]): void {
  if (word === undefined || word.startsWith('-') || word === 'help' || parent.commands.length === 0) return;
  const command = parent.commands.find((each) => each.name() === word);
  if (!command) parent.error(`error: there is no such command: ${word}`);
  else refuseUnknownCommand(command, more);
}

// Whoever read the output has gone, as `head` does: what is under way is done, and said to nobody.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const program = new Command('poczucie')
  .description('Run the survey and its platform from the command line.')
  .showHelpAfterError('(--help tells how)')
  .exitOverride();

try {
  registerCommands(program);
  refuseUnknownCommand(program, process.argv.slice(2));
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : wrongUsage;
  else {
    complain(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
