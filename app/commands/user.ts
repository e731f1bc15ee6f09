import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { accountsDatabase, closeDatabases } from '../db.server.ts';
import { staffRoles } from '../staff-roles.ts';
import { createStaffUser, shortestPassword } from '../use-cases/staff-accounts.server.ts';

const refusals = {
  'name-missing': 'the name is missing or longer than 100 characters',
  'email-unreadable': 'the e-mail address is not one',
  'email-taken': 'there is an account with this e-mail address already',
  'role-unknown': `the role must be one of ${staffRoles.join(', ')}`,
  'password-short': `the password must have at least ${shortestPassword} characters`,
  'password-long': 'the password is longer than 200 characters',
} as const;

/** `user add`: the way to the first administrator. */
export function addUserCommands(program: Command): void {
  const user = program.command('user').description('staff accounts');
  user
    .command('add')
    .description('make an account; the password is read from the standard input unless given')
    .requiredOption('--email <address>', 'e-mail address to sign in with')
    .requiredOption('--name <name>', 'name of the person')
    .requiredOption('--role <role>', `one of ${staffRoles.join(', ')}`)
    .option('--password <password>', `at least ${shortestPassword} characters`)
    .action(async (options: { email: string; name: string; role: string; password?: string }) => {
      const password = options.password ?? (await readPassword());
      const act = { actor: 'command', now: Date.now(), randomBytes };
      try {
        const added = await createStaffUser(accountsDatabase(), act, { ...options, password });
        if (added.ok) process.stdout.write(`added ${options.email} as ${options.role}\n`);
        else {
          process.stderr.write(`refused: ${refusals[added.reason]}\n`);
          process.exitCode = 1;
        }
      } finally {
        closeDatabases();
      }
    });
}

/** The first line of the standard input; typed at a terminal it is not shown. */
async function readPassword(): Promise<string> {
  if (!process.stdin.isTTY) return (await text(process.stdin)).split(/\r?\n/)[0] ?? '';
  process.stderr.write('Password: ');
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: unseen, terminal: true });
  const password = await terminal.question('');
  terminal.close();
  process.stderr.write('\n');
  return password;
}
