import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { staffRoles } from '../core/staff-roles.ts';
import { accountsDatabase, closeDatabases } from '../db.server.ts';
import {
  createStaffUser,
  forgetStaffDevices,
  shortestPassword,
} from '../use-cases/staff/staff-accounts.server.ts';
import { commandAct, refuse, say } from './ending.ts';
import { runningCommand } from './surroundings.ts';

/** `user add`, the way to the first administrator, and `user forget-devices`. */
export function addUserCommands(program: Command): void {
  const user = program.command('user').description('staff accounts');
  user
    .command('add')
    .description('make an account; the password is typed, or is the first line of the standard input')
    .requiredOption('--email <address>', 'e-mail address to sign in with')
    .requiredOption('--name <name>', 'name of the person')
    .requiredOption('--role <role>', `one of ${staffRoles.join(', ')}`)
    .option('--district <number>', 'of a council member: the district whose council it is')
    .addHelpText(
      'after',
      `\nA password has at least ${shortestPassword} characters. It is no option: options are in the list of processes.`,
    )
    .action(async (options: { email: string; name: string; role: string; district?: string }) => {
      const password = await readPassword();
      try {
        const added = await createStaffUser(accountsDatabase(), commandAct(), { ...options, password });
        if (added.ok) say(`added ${options.email} as ${options.role}`);
        else refuse(added);
      } finally {
        closeDatabases();
      }
    });
  user
    .command('forget-devices')
    .description('sign an account out everywhere and forget the devices that it was signed in on')
    .requiredOption('--email <address>', 'e-mail address of the account')
    .action(({ email }: { email: string }) => {
      try {
        const forgotten = forgetStaffDevices(accountsDatabase(), commandAct(), { email });
        if (forgotten.ok) say(`forgot ${forgotten.devices} devices of ${email}`);
        else refuse(forgotten);
      } finally {
        closeDatabases();
      }
    });
}

/** The first line of the standard input; typed at a terminal it is not shown. */
async function readPassword(): Promise<string> {
  const { input, errors } = runningCommand();
  if (!input.isTTY) return (await text(input)).split(/\r?\n/)[0] ?? '';
  errors.write('Password: ');
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input, output: unseen, terminal: true });
  const password = await terminal.question('');
  terminal.close();
  errors.write('\n');
  return password;
}
