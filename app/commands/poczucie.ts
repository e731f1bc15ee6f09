import { Command, CommanderError } from 'commander';
import { complain } from './ending.ts';
import { registerCommands } from './register.ts';

const wrongUsage = 2;

const program = new Command('poczucie')
  .description('Run the survey and its platform from the command line.')
  .showHelpAfterError('(--help tells how)')
  .exitOverride();

try {
  registerCommands(program);
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : wrongUsage;
  else {
    complain(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
