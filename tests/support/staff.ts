import { randomBytes } from 'node:crypto';
import type { StaffRole } from '#app/core/staff-roles.ts';
import { hashPassword } from '#app/use-cases/staff/password-hash.ts';
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

/** Made once in a worker: a hash at the cost that the product pays takes a quarter of a second. */
let hash: Promise<string> | undefined;

/**
 * An account of the role with `staffPassword`; its address is `role@example.test`, a council member's
 * district V.
 */
export async function addStaff(database: AccountsDatabase, role: StaffRole, now: number): Promise<string> {
  hash ??= hashPassword(staffPassword);
  const id = randomBytes(16).toString('hex');
  const at = new Date(now);
  database.staff.add({
    id,
    name: `Test ${role}`,
    email: `${role}@example.test`,
    role,
    district: role === 'council-member' ? 5 : null,
    disabled: false,
    passwordHash: await hash,
    createdAt: at,
    updatedAt: at,
  });
  const { actor } = actOf(now);
  database.staff.record({ at: now, actor, act: 'account-added', detail: { userId: id, role } });
  return id;
}
