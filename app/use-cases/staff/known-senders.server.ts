import { randomBytes } from 'node:crypto';
import type { AccountsDatabase } from '#db/accounts/database.ts';
import { keyedHash } from '../../sealing.server.ts';
import { addressOf } from './staff-accounts.server.ts';

/** How long and how many devices and places are known to an account. */
export interface KnownSenderLimits {
  /** Since the last sign-in there. */
  milliseconds: number;
  /** Devices, and places, of one account: the latest. */
  perAccount: number;
  /** Accounts that one device is known to: the latest. */
  perDevice: number;
}

export const knownSenderLimits: KnownSenderLimits = {
  milliseconds: 180 * 86_400_000,
  perAccount: 10,
  perDevice: 5,
};

export interface SenderContext {
  database: AccountsDatabase;
  secret: Buffer;
  now: number;
}

/**
 * What is known of someone who tries to sign in, before the password is looked at. The place counts whoever
 * signed in from it, so that it tells nobody whether an account exists; the device counts only with a token
 * that its browser was given.
 */
export function knownSender(
  { database, secret, now }: SenderContext,
  { email, place, tokens }: { email: string; place: string; tokens: readonly string[] },
  limits: KnownSenderLimits = knownSenderLimits,
): { device: string | null; placeIsKnown: boolean } {
  const after = now - limits.milliseconds;
  const user = database.staff.byEmail(addressOf(email));
  const devices = tokens.slice(0, limits.perDevice).map((token) => deviceHash(secret, user?.id ?? '', token));
  const device = user ? database.knownSenders.device(user.id, devices, after) : undefined;
  return {
    device: device ?? null,
    placeIsKnown: database.knownSenders.hasPlace(placeHash(secret, place), after),
  };
}

/**
 * Remembers device and place of a sign-in, inside its transaction. The account gets a new token on this
 * device in exchange for the one that it had: a token that was copied is worth nothing after the next
 * sign-in. Returns the tokens of the device.
 */
export function rememberSender(
  { database, secret, now }: SenderContext,
  { userId, place, tokens }: { userId: string; place: string; tokens: readonly string[] },
  limits: KnownSenderLimits = knownSenderLimits,
): string[] {
  const known = tokens.slice(0, limits.perDevice);
  const after = now - limits.milliseconds;
  const others = known.filter((token) => {
    const device = deviceHash(secret, userId, token);
    if (database.knownSenders.device(userId, [device], 0) === undefined) return true;
    database.knownSenders.removeDevice(device);
    return false;
  });
  const token = randomBytes(24).toString('base64url');
  database.knownSenders.addDevice({ device: deviceHash(secret, userId, token), userId, signedInAt: now });
  database.knownSenders.putPlace({ place: placeHash(secret, place), userId, signedInAt: now });
  database.knownSenders.keepLatest(userId, limits.perAccount, after);
  return [token, ...others].slice(0, limits.perDevice);
}

function deviceHash(secret: Buffer, userId: string, token: string): string {
  return keyedHash(secret, 'staff-device', `${userId}/${token}`).toString('base64url');
}

function placeHash(secret: Buffer, place: string): string {
  return keyedHash(secret, 'staff-place', place).toString('base64url');
}
