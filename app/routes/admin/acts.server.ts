import { randomBytes } from 'node:crypto';
import type { StaffUser } from '../../core/staff-roles.ts';
import { accountsDatabase } from '../../db.server.ts';
import {
  changeStaffRole,
  createStaffUser,
  disableStaffUser,
  type NewStaffRefusal,
  type NewStaffUser,
  newStaffFaults,
  putStaffPassword,
  type StaffChangeRefusal,
} from '../../use-cases/staff/staff-accounts.server.ts';
import type { Outcome } from '../../use-cases/staff-act.ts';

type Answer = Outcome<object, NewStaffRefusal | StaffChangeRefusal>;

export type AccountAct =
  | 'account-added'
  | 'role-changed'
  | 'account-disabled'
  | 'account-enabled'
  | 'password-changed';

export const accountActs: readonly AccountAct[] = [
  'account-added',
  'role-changed',
  'account-disabled',
  'account-enabled',
  'password-changed',
];

/** Does what the pressed button of the accounts page says. */
export async function doAccountAct(user: StaffUser, form: FormData, act: AccountAct): Promise<Answer> {
  const database = accountsDatabase();
  const by = { actor: user.id, now: Date.now(), randomBytes };
  const field = (name: string) => String(form.get(name) ?? '');
  const userId = field('userId');
  switch (act) {
    case 'account-added':
      return createStaffUser(database, by, accountOf(form));
    case 'role-changed':
      return changeStaffRole(database, by, { userId, role: field('role'), district: field('district') });
    case 'password-changed':
      return putStaffPassword(database, by, { userId, password: field('password') });
    case 'account-disabled':
      return disableStaffUser(database, by, { userId, disabled: true });
    case 'account-enabled':
      return disableStaffUser(database, by, { userId, disabled: false });
  }
}

/**
 * What is wrong with the new account of a form that was refused: all of it, so that nobody corrects one fault
 * at a time.
 */
export function faultsOf(form: FormData): NewStaffRefusal[] {
  return newStaffFaults(accountsDatabase(), accountOf(form));
}

function accountOf(form: FormData): NewStaffUser {
  const field = (name: string) => String(form.get(name) ?? '');
  return {
    name: field('name'),
    email: field('email'),
    role: field('role'),
    district: field('district'),
    password: field('password'),
  };
}
