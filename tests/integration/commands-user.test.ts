import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listStaffUsers } from '#app/use-cases/staff/staff-accounts.server.ts';
import { openAccounts } from '#db/accounts/database.ts';
import { aCommandLine } from '#tests/support/command-line.ts';
import { testFolder } from '#tests/support/database.ts';

const ada = ['user', 'add', '--email', 'ada@firma.example', '--name', 'Ada', '--role', 'administrator'];

const addUser = (data: string, words: readonly string[], input: string) =>
  aCommandLine(data, {}, input)(...words);

it('the first administrator is added with a password from the standard input, which is no option', {
  timeout: 180_000,
}, async () => {
  const data = testFolder();
  const asOption = await addUser(data, [...ada, '--password', 'for all to see'], '');
  expect(asOption).toMatchObject({ exitCode: 2, stdout: '' });
  const short = await addUser(data, ada, 'krótkie\n');
  expect(short).toMatchObject({ exitCode: 1, stdout: '' });
  expect(short.stderr).toMatch(
    /^refused: the password must have at least \d+ characters \[password-short\]\n$/,
  );

  const added = { exitCode: 0, stdout: 'added ada@firma.example as administrator\n', stderr: '' };
  expect(await addUser(data, ada, 'a long enough password\n')).toEqual(added);
  expect((await addUser(data, ada, 'a long enough password\n')).stderr).toContain('[email-taken]');

  const accounts = openAccounts(join(data, 'accounts.sqlite'));
  expect(listStaffUsers(accounts)).toMatchObject([{ email: 'ada@firma.example', role: 'administrator' }]);
  accounts.close();
});
