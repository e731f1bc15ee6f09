import { describe, expect, it } from 'vitest';
import { type AccessContext, signedInUser, signIn, signOut } from '#app/use-cases/staff/sign-in.server.ts';
import {
  changeStaffRole,
  createStaffUser,
  disableStaffUser,
  newStaffFaults,
  putStaffPassword,
} from '#app/use-cases/staff/staff-accounts.server.ts';
import { actOf, addStaff, openTestAccounts, staffPassword, stranger } from '#tests/support/staff.ts';

const start = Date.UTC(2026, 8, 1, 8);
const minutes = (count: number) => count * 60_000;
const secret = Buffer.alloc(32, 7);

function accessAt(now = start): AccessContext {
  return { database: openTestAccounts(), secret, now };
}

async function tokenOf(context: AccessContext, email: string): Promise<string> {
  const answer = await signIn(context, { email, password: staffPassword }, stranger);
  if (!answer.ok) throw new Error('the sign-in was refused');
  return answer.token;
}

describe('staff sign-in', () => {
  it('opens a session for the right password, whatever the case of the address', async () => {
    const context = accessAt();
    const userId = await addStaff(context.database, 'manager', start);
    const token = await tokenOf(context, ' Manager@Example.test ');
    expect(signedInUser(context, token)).toEqual({
      id: userId,
      name: 'Test manager',
      email: 'manager@example.test',
      role: 'manager',
      district: null,
    });
  });

  it('answers a wrong password, an unknown address and a disabled account alike', async () => {
    const context = accessAt();
    const userId = await addStaff(context.database, 'viewer', start);
    const refused = { ok: false, reason: 'sign-in-refused' };
    const email = 'viewer@example.test';
    expect(await signIn(context, { email, password: 'a wrong password' }, stranger)).toEqual(refused);
    expect(
      await signIn(context, { email: 'nobody@example.test', password: staffPassword }, stranger),
    ).toEqual(refused);
    disableStaffUser(context.database, actOf(start), { userId, disabled: true });
    expect(await signIn(context, { email, password: staffPassword }, stranger)).toEqual(refused);
  });

  it('stores neither the password nor the token, and says nothing of who tried in vain', async () => {
    const context = accessAt();
    await addStaff(context.database, 'manager', start);
    const token = await tokenOf(context, 'manager@example.test');
    await signIn(context, { email: 'secret typed here', password: 'another secret' }, stranger);
    const dump = context.database.sqlite.serialize().toString('latin1');
    for (const text of [token, staffPassword, 'secret typed here', 'another secret'])
      expect(dump.includes(text), text).toBe(false);
  });

  it('writes an audit row for every account made, sign-in, refusal and sign-out', async () => {
    const context = accessAt();
    const userId = await addStaff(context.database, 'manager', start);
    const token = await tokenOf(context, 'manager@example.test');
    await signIn(context, { email: 'manager@example.test', password: 'a wrong password' }, stranger);
    signOut(context, token);
    expect(context.database.staff.audited(9).map(({ act, actor }) => [act, actor])).toEqual([
      ['signed-out', userId],
      ['sign-in-refused', userId],
      ['signed-in', userId],
      ['account-added', 'command'],
    ]);
    expect(signedInUser(context, token)).toBeNull();
  });
});

describe('a staff session', () => {
  it('ends an hour after the last request', async () => {
    const context = accessAt();
    await addStaff(context.database, 'manager', start);
    const token = await tokenOf(context, 'manager@example.test');
    expect(signedInUser({ ...context, now: start + minutes(59) }, token)).not.toBeNull();
    expect(signedInUser({ ...context, now: start + minutes(118) }, token)).not.toBeNull();
    expect(signedInUser({ ...context, now: start + minutes(178) }, token)).toBeNull();
  });

  it('ends ten hours after signing in, however busy it is', async () => {
    const context = accessAt();
    await addStaff(context.database, 'manager', start);
    const token = await tokenOf(context, 'manager@example.test');
    for (let minute = 50; minute < 600; minute += 50)
      expect(signedInUser({ ...context, now: start + minutes(minute) }, token), `${minute}`).not.toBeNull();
    expect(signedInUser({ ...context, now: start + minutes(599) }, token)).not.toBeNull();
    expect(signedInUser({ ...context, now: start + minutes(600) }, token)).toBeNull();
  });

  it.each([
    [
      'disabled',
      (c: AccessContext, userId: string) =>
        disableStaffUser(c.database, actOf(start), { userId, disabled: true }),
    ],
    [
      'given another role',
      (c: AccessContext, userId: string) =>
        changeStaffRole(c.database, actOf(start), { userId, role: 'viewer' }),
    ],
    [
      'given another password',
      (c: AccessContext, userId: string) =>
        putStaffPassword(c.database, actOf(start), { userId, password: 'quite another password' }),
    ],
  ])('ends at once when the account is %s', async (_what, change) => {
    const context = accessAt();
    const userId = await addStaff(context.database, 'manager', start);
    const token = await tokenOf(context, 'manager@example.test');
    expect(await change(context, userId)).toEqual({ ok: true });
    expect(signedInUser(context, token)).toBeNull();
  });

  it('is nobody for a made-up token', () => {
    expect(signedInUser(accessAt(), 'made-up')).toBeNull();
    expect(signedInUser(accessAt(), null)).toBeNull();
  });
});

describe('an account', () => {
  const person = { name: 'Anna', email: 'anna@example.test', role: 'manager', password: staffPassword };

  it.each([
    ['no name', { name: ' ' }, 'name-missing'],
    ['no address', { email: 'anna' }, 'email-unreadable'],
    ['an unknown role', { role: 'owner' }, 'role-unknown'],
    ['a password of eleven characters', { password: 'abcdefghijk' }, 'password-short'],
    ['an endless password', { password: 'a'.repeat(201) }, 'password-long'],
  ])('invariant 12: is refused with %s, and nothing is stored', async (_what, wrong, reason) => {
    const database = openTestAccounts();
    expect(await createStaffUser(database, actOf(start), { ...person, ...wrong })).toEqual({
      ok: false,
      reason,
    });
    expect(database.staff.all()).toEqual([]);
  });

  it('is told all that is wrong with it at once', async () => {
    const database = openTestAccounts();
    await createStaffUser(database, actOf(start), person);
    expect(
      newStaffFaults(database, { name: '', email: person.email, role: 'king', password: 'short' }),
    ).toEqual(['name-missing', 'email-taken', 'role-unknown', 'password-short']);
    expect(newStaffFaults(database, { ...person, email: 'other@example.test' })).toEqual([]);
  });

  it('has an address of its own', async () => {
    const database = openTestAccounts();
    expect((await createStaffUser(database, actOf(start), person)).ok).toBe(true);
    const again = { ...person, email: 'ANNA@example.test' };
    expect(await createStaffUser(database, actOf(start), again)).toEqual({
      ok: false,
      reason: 'email-taken',
    });
  });

  it('is never changed by its owner, and the last administrator stays', async () => {
    const database = openTestAccounts();
    const userId = await addStaff(database, 'administrator', start);
    const disabled = true;
    expect(disableStaffUser(database, actOf(start, userId), { userId, disabled })).toEqual({
      ok: false,
      reason: 'own-account',
    });
    expect(disableStaffUser(database, actOf(start), { userId, disabled })).toEqual({
      ok: false,
      reason: 'last-administrator',
    });
    expect(changeStaffRole(database, actOf(start), { userId, role: 'viewer' })).toEqual({
      ok: false,
      reason: 'last-administrator',
    });
  });
});
