import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listStaffUsers } from '#app/use-cases/staff/staff-accounts.server.ts';
import { openAccounts } from '#db/accounts/database.ts';
import { testFolder } from '#tests/support/database.ts';
import { testSecret } from '#tests/support/fieldwork.ts';

const ada = ['user', 'add', '--email', 'ada@firma.example', '--name', 'Ada', '--role', 'administrator'];

function addUser(data: string, words: readonly string[], input: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'app/commands/poczucie.ts', ...words],
    {
      input,
      encoding: 'utf8',
      env: { ...process.env, POCZUCIE_DATA: data, POCZUCIE_SECRET: testSecret.toString() },
    },
  );
  return { exitCode: status, stdout, stderr };
}

it('the first administrator is added with a password from the standard input, which is no option', {
  timeout: 180_000,
}, () => {
  const data = testFolder();
  const asOption = addUser(data, [...ada, '--password', 'for all to see'], '');
  expect(asOption).toMatchObject({ exitCode: 2, stdout: '' });
  const short = addUser(data, ada, 'krótkie\n');
  expect(short).toMatchObject({ exitCode: 1, stdout: '' });
  expect(short.stderr).toMatch(
    /^refused: the password must have at least \d+ characters \[password-short\]\n$/,
  );

  const added = { exitCode: 0, stdout: 'added ada@firma.example as administrator\n', stderr: '' };
  expect(addUser(data, ada, 'a long enough password\n')).toEqual(added);
  expect(addUser(data, ada, 'a long enough password\n').stderr).toContain('[email-taken]');

  const accounts = openAccounts(join(data, 'accounts.sqlite'));
  expect(listStaffUsers(accounts)).toMatchObject([{ email: 'ada@firma.example', role: 'administrator' }]);
  accounts.close();
});
