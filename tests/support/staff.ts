import { randomBytes } from 'node:crypto';
import type { StaffRole } from '#app/core/staff-roles.ts';
import { createStaffUser } from '#app/use-cases/staff/staff-accounts.server.ts';
import type { StaffAct } from '#app/use-cases/staff-act.ts';
import { type AccountsDatabase, withAccountsQueries } from '#db/accounts/database.ts';
import { openTestDatabase } from './database.ts';

export const staffPassword = 'a long enough password';

export function openTestAccounts(): AccountsDatabase {
  return withAccountsQueries(openTestDatabase('accounts'));
}

export function actOf(now: number, actor = 'command'): StaffAct {
  return { actor, now, randomBytes };
}

/** A first sign-in: from an address and on a device that nobody has signed in from. */
export const stranger = { place: '192.0.2.200', tokens: [] };

/**
 * An account of the role with `staffPassword`; its address is `role@example.test`, a council member's
 * district V.
 */
export async function addStaff(database: AccountsDatabase, role: StaffRole, now: number): Promise<string> {
  const person = {
    name: `Test ${role}`,
    email: `${role}@example.test`,
    role,
    district: role === 'council-member' ? 5 : null,
    password: staffPassword,
  };
  const added = await createStaffUser(database, actOf(now), person);
  if (!added.ok) throw new Error(`addStaff was refused: ${added.reason}`);
  return added.userId;
}
