import { districts } from '#city/city.ts';
import { normalForm } from '#core/text/normal-form.ts';
import type { AccountsDatabase } from '#db/accounts/database.ts';
import type { StaffRow } from '#db/accounts/queries/staff.ts';
import { isStaffRole, type StaffRole, type StaffUser } from '../../core/staff-roles.ts';
import type { Outcome, StaffAct } from '../staff-act.ts';
import { hashPassword } from './password-hash.ts';

export const shortestPassword = 12;
/** Hashing takes time by design, so nobody may ask for a megabyte to be hashed. */
export const longestPassword = 200;

export interface NewStaffUser {
  name: string;
  email: string;
  role: string;
  /** Of a council member, the number of its district as it was chosen; of others it is not looked at. */
  district?: string | number | null;
  password: string;
}

export type NewStaffRefusal =
  | 'name-missing'
  | 'email-unreadable'
  | 'email-taken'
  | 'role-unknown'
  | 'district-missing'
  | PasswordRefusal;
type PasswordRefusal = 'password-short' | 'password-long';
export type StaffChangeRefusal =
  | 'user-unknown'
  | 'role-unknown'
  | 'district-missing'
  | 'own-account'
  | 'last-administrator';

export interface ListedStaffUser extends StaffUser {
  disabled: boolean;
  createdAt: number;
}

/** All that is wrong with an account before it is made, in the order of its fields. */
export function newStaffFaults(
  database: AccountsDatabase,
  { name, email, role, district, password }: NewStaffUser,
): NewStaffRefusal[] {
  const address = addressOf(email);
  const isAddress = /^[^\s@]+@[^\s@]+$/.test(address) && address.length <= 254;
  const faults: (NewStaffRefusal | null)[] = [
    name.trim() && name.length <= 100 ? null : 'name-missing',
    isAddress ? null : 'email-unreadable',
    database.staff.byEmail(address) ? 'email-taken' : null,
    isStaffRole(role) ? null : 'role-unknown',
    districtOf(role, district) === undefined ? 'district-missing' : null,
    refusedPassword(password),
  ];
  return faults.filter((fault) => fault !== null);
}

/** Makes an account. There is no other way to get one: nobody registers themselves. */
export async function createStaffUser(
  database: AccountsDatabase,
  act: StaffAct,
  account: NewStaffUser,
): Promise<Outcome<{ userId: string }, NewStaffRefusal>> {
  const [fault] = newStaffFaults(database, account);
  if (fault) return { ok: false, reason: fault };
  const { name, role, password } = account;
  const address = addressOf(account.email);
  const hash = await hashPassword(password);
  const userId = act.randomBytes(16).toString('hex');
  const at = new Date(act.now);
  return database.transact(() => {
    if (database.staff.byEmail(address)) return { ok: false, reason: 'email-taken' };
    database.staff.add({
      id: userId,
      name: name.trim(),
      email: address,
      role,
      district: districtOf(role, account.district) ?? null,
      disabled: false,
      passwordHash: hash,
      createdAt: at,
      updatedAt: at,
    });
    record(database, act, 'account-added', { userId, role, ...inCouncil(role, account.district) });
    return { ok: true, userId };
  });
}

/** A changed role means signing in again: nobody keeps a page open that is no longer theirs. */
export function changeStaffRole(
  database: AccountsDatabase,
  act: StaffAct,
  { userId, role, district }: { userId: string; role: string; district?: string | number | null },
): Outcome<object, StaffChangeRefusal> {
  if (!isStaffRole(role)) return { ok: false, reason: 'role-unknown' };
  const council = districtOf(role, district);
  if (council === undefined) return { ok: false, reason: 'district-missing' };
  return change(database, act, userId, { role, district: council }, 'role-changed');
}

/** A disabled account is signed out at once and cannot sign in; its name stays in the audit. */
export function disableStaffUser(
  database: AccountsDatabase,
  act: StaffAct,
  { userId, disabled }: { userId: string; disabled: boolean },
): Outcome<object, StaffChangeRefusal> {
  return change(database, act, userId, { disabled }, disabled ? 'account-disabled' : 'account-enabled');
}

/** Gives an account a new password, ends its sessions and forgets the devices that it was signed in on. */
export async function putStaffPassword(
  database: AccountsDatabase,
  act: StaffAct,
  { userId, password }: { userId: string; password: string },
): Promise<Outcome<object, 'user-unknown' | PasswordRefusal>> {
  const refusal = refusedPassword(password);
  if (refusal) return { ok: false, reason: refusal };
  const hash = await hashPassword(password);
  return database.transact(() => {
    if (!database.staff.byId(userId)) return { ok: false, reason: 'user-unknown' };
    database.staff.putPasswordHash(userId, hash, new Date(act.now));
    database.sessions.endAllOf(userId);
    const devicesForgotten = database.knownSenders.forgetAllOf(userId);
    record(database, act, 'password-changed', { userId, devicesForgotten });
    return { ok: true };
  });
}

/**
 * Ends an account's sessions and forgets its devices and places: the next sign-in is one from a stranger's
 * device.
 */
export function forgetStaffDevices(
  database: AccountsDatabase,
  act: StaffAct,
  { email }: { email: string },
): Outcome<{ devices: number }, 'user-unknown'> {
  return database.transact(() => {
    const row = database.staff.byEmail(addressOf(email));
    if (!row) return { ok: false, reason: 'user-unknown' };
    database.sessions.endAllOf(row.id);
    const devices = database.knownSenders.forgetAllOf(row.id);
    record(database, act, 'devices-forgotten', { userId: row.id, devices });
    return { ok: true, devices };
  });
}

export function listStaffUsers(database: AccountsDatabase): ListedStaffUser[] {
  return database.staff.all().map((row) => ({
    ...staffUserOfRow(row),
    disabled: row.disabled,
    createdAt: row.createdAt.getTime(),
  }));
}

export function staffUserOfRow({ id, name, email, role, district }: StaffRow): StaffUser {
  return { id, name, email, role: role as StaffRole, district };
}

/** Addresses are compared in one normal form: without regard to case, or to how a letter is put together. */
export function addressOf(email: string): string {
  return normalForm(email);
}

/** The district of a council member, null for every other role; undefined where a member lacks one. */
function districtOf(role: string, chosen: string | number | null | undefined): number | null | undefined {
  if (role !== 'council-member') return null;
  const number = /^\d{1,2}$/.test(String(chosen ?? '')) ? Number(chosen) : Number.NaN;
  return districts.find((district) => district.number === number)?.number;
}

function inCouncil(role: string, chosen: string | number | null | undefined): { district?: number } {
  const district = districtOf(role, chosen);
  return district ? { district } : {};
}

function refusedPassword(password: string): PasswordRefusal | null {
  if ([...password].length < shortestPassword) return 'password-short';
  return password.length > longestPassword ? 'password-long' : null;
}

function change(
  database: AccountsDatabase,
  act: StaffAct,
  userId: string,
  wanted: { role?: StaffRole; district?: number | null; disabled?: boolean },
  name: string,
): Outcome<object, StaffChangeRefusal> {
  return database.transact(() => {
    const row = database.staff.byId(userId);
    if (!row) return { ok: false, reason: 'user-unknown' };
    if (userId === act.actor) return { ok: false, reason: 'own-account' };
    const after = { ...row, ...wanted };
    const isSame =
      after.role === row.role && after.district === row.district && after.disabled === row.disabled;
    if (isSame) return { ok: true };
    const leaves = row.role === 'administrator' && (after.role !== 'administrator' || after.disabled);
    if (leaves && !row.disabled && database.staff.activeAdministrators() === 1)
      return { ok: false, reason: 'last-administrator' };
    database.staff.update(userId, { ...wanted, updatedAt: new Date(act.now) });
    database.sessions.endAllOf(userId);
    if (after.disabled) database.knownSenders.forgetAllOf(userId);
    record(database, act, name, { userId, ...wanted });
    return { ok: true };
  });
}

function record(
  database: AccountsDatabase,
  { now, actor }: StaffAct,
  act: string,
  detail: Record<string, unknown>,
): void {
  database.staff.record({ at: now, actor, act, detail });
}
