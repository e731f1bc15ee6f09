import { describe, expect, it } from 'vitest';
import { knownSender, knownSenderLimits, rememberSender } from '#app/use-cases/staff/known-senders.server.ts';
import { type AccessContext, signedInUser, signIn } from '#app/use-cases/staff/sign-in.server.ts';
import {
  disableStaffUser,
  forgetStaffDevices,
  putStaffPassword,
} from '#app/use-cases/staff/staff-accounts.server.ts';
import { actOf, addStaff, openTestAccounts, staffPassword } from '#tests/support/staff.ts';

const start = Date.UTC(2026, 8, 1, 8);
const day = 86_400_000;
const home = '192.0.2.7';
const email = 'manager@example.test';

function accessAt(now = start): AccessContext {
  return { database: openTestAccounts(), secret: Buffer.alloc(32, 7), now };
}

async function signedIn(context: AccessContext, tokens: readonly string[] = [], person = email) {
  const answer = await signIn(context, { email: person, password: staffPassword }, { place: home, tokens });
  if (!answer.ok) throw new Error('the sign-in was refused');
  return answer;
}

const deviceOf = (context: AccessContext, tokens: readonly string[], person = email, place = '203.0.113.9') =>
  knownSender(context, { email: person, place, tokens }).device;

describe('a device on which an account was signed in', () => {
  it('is known to that account and to no other, nor to an address that nobody has', async () => {
    const context = accessAt();
    await addStaff(context.database, 'manager', start);
    await addStaff(context.database, 'viewer', start);
    expect(deviceOf(context, [])).toBeNull();
    const { deviceTokens } = await signedIn(context);
    expect(deviceOf(context, deviceTokens)).not.toBeNull();
    expect(deviceOf(context, deviceTokens, ' Manager@Example.test')).not.toBeNull();
    expect(deviceOf(context, deviceTokens, 'viewer@example.test')).toBeNull();
    expect(deviceOf(context, deviceTokens, 'nobody@example.test')).toBeNull();
    expect(deviceOf(context, ['made up'])).toBeNull();
  });

  it('gets another token with every sign-in: the one before is worth nothing', async () => {
    const context = accessAt();
    const userId = await addStaff(context.database, 'manager', start);
    const first = await signedIn(context);
    const second = await signedIn(context, first.deviceTokens);
    expect(second.deviceTokens).toHaveLength(1);
    expect(deviceOf(context, first.deviceTokens)).toBeNull();
    expect(deviceOf(context, second.deviceTokens)).not.toBeNull();
    expect(context.database.knownSenders.devicesOf(userId)).toBe(1);
  });

  it('may be shared by people, who each stay known on it', async () => {
    const context = accessAt();
    await addStaff(context.database, 'manager', start);
    await addStaff(context.database, 'viewer', start);
    const one = await signedIn(context);
    const both = await signedIn(context, one.deviceTokens, 'viewer@example.test');
    expect(both.deviceTokens).toHaveLength(2);
    expect(deviceOf(context, both.deviceTokens)).not.toBeNull();
    expect(deviceOf(context, both.deviceTokens, 'viewer@example.test')).not.toBeNull();
  });

  it('is one of ten of an account, the latest; and is forgotten half a year after the last sign-in', async () => {
    const context = accessAt();
    const userId = await addStaff(context.database, 'manager', start);
    const remember = (now: number) =>
      rememberSender({ ...context, now }, { userId, place: home, tokens: [] });
    const first = remember(start);
    for (let count = 1; count <= knownSenderLimits.perAccount; count += 1) remember(start + count);
    expect(context.database.knownSenders.devicesOf(userId)).toBe(knownSenderLimits.perAccount);
    expect(deviceOf(context, first)).toBeNull();
    const last = remember(start + day);
    expect(deviceOf({ ...context, now: start + 180 * day }, last)).not.toBeNull();
    expect(deviceOf({ ...context, now: start + 181 * day }, last)).toBeNull();
  });

  it('is forgotten with a new password, when the account is disabled, and when someone says so', async () => {
    const context = accessAt();
    const userId = await addStaff(context.database, 'manager', start);
    const acts = [
      () => putStaffPassword(context.database, actOf(start), { userId, password: staffPassword }),
      () => disableStaffUser(context.database, actOf(start), { userId, disabled: true }),
      () => forgetStaffDevices(context.database, actOf(start), { email }),
    ];
    for (const act of acts) {
      const { token, deviceTokens } = await signedIn(context);
      await act();
      disableStaffUser(context.database, actOf(start), { userId, disabled: false });
      expect(deviceOf(context, deviceTokens)).toBeNull();
      expect(signedInUser(context, token)).toBeNull();
      expect(knownSender(context, { email, place: home, tokens: [] }).placeIsKnown).toBe(false);
    }
    expect(forgetStaffDevices(context.database, actOf(start), { email: 'x@y.test' }).ok).toBe(false);
  });
});

describe('a place from which somebody signed in', () => {
  it('is known whatever the account, so that it tells nobody who has one', async () => {
    const context = accessAt();
    await addStaff(context.database, 'manager', start);
    const known = (person: string, place: string) =>
      knownSender(context, { email: person, place, tokens: [] }).placeIsKnown;
    expect(known(email, home)).toBe(false);
    await signedIn(context);
    for (const person of [email, 'nobody@example.test']) {
      expect(known(person, home)).toBe(true);
      expect(known(person, '203.0.113.9')).toBe(false);
    }
  });
});

describe('what is remembered of a device and a place', () => {
  it('is a keyed hash: neither the token nor the address is in the database', async () => {
    const context = accessAt();
    await addStaff(context.database, 'manager', start);
    const { deviceTokens } = await signedIn(context);
    const dump = context.database.sqlite.serialize().toString('latin1');
    for (const text of [home, ...deviceTokens]) expect(dump.includes(text), text).toBe(false);
  });

  it('is nothing after a wrong password', async () => {
    const context = accessAt();
    const userId = await addStaff(context.database, 'manager', start);
    await signIn(context, { email, password: 'a wrong password' }, { place: home, tokens: [] });
    expect(context.database.knownSenders.devicesOf(userId)).toBe(0);
    expect(knownSender(context, { email, place: home, tokens: [] }).placeIsKnown).toBe(false);
  });
});
