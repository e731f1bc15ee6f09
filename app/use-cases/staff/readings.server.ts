import type { AccountsDatabase } from '#db/accounts/database.ts';
import type { ReadingChoice, ReadingRow } from '#db/accounts/queries/readings.ts';
import type { StaffRole } from '../../core/staff-roles.ts';
import { type AccessContext, personBehind } from './sign-in.server.ts';

/** Whose reading of results is kept: the city's. */
const cityRoles: readonly StaffRole[] = ['city-analyst', 'viewer', 'council-member'];

/** Who looked is kept for 13 months: long enough for a year's report, and no longer. */
export const readingsKeptMilliseconds = 396 * 86_400_000;
const longestAddress = 500;
/** Readings of one page of the list. */
export const readingsListed = 200;

/** A page that was opened, or a file that was taken out. */
export interface Reading {
  act: 'opened' | 'exported';
  /** Path and query of the page or file. */
  address: string;
}

/**
 * Keeps that somebody of the city opened a page of the results or took a file out of them; nothing of anybody
 * else. Asks who it was without keeping the session alive: the page itself did that.
 */
export function recordReading(
  context: AccessContext,
  token: string | null,
  { act, address }: Reading,
): boolean {
  const user = personBehind(context, token);
  if (!user || !cityRoles.includes(user.role)) return false;
  context.database.readings.add({
    at: context.now,
    userId: user.id,
    act,
    address: address.slice(0, longestAddress),
  });
  return true;
}

/** What the administrator reads of who looked. */
export interface ReadingList {
  rows: ReadingRow[];
  /** Where the next page of the list begins; null at its end. */
  before: number | null;
  /** Of the last 30 days, everybody who looked. */
  people: { userId: string; name: string; opened: number; exported: number }[];
}

export function readingList(database: AccountsDatabase, choice: ReadingChoice, now: number): ReadingList {
  const found = database.readings.newest(choice, readingsListed + 1);
  const rows = found.slice(0, readingsListed);
  return {
    rows,
    before: found.length > readingsListed ? (rows.at(-1)?.readingId ?? null) : null,
    people: database.readings.countsSince(now - 30 * 86_400_000),
  };
}

/** Removes what is older than readings are kept; returns how many. */
export function removeOldReadings(database: AccountsDatabase, now: number): number {
  return database.readings.removeUntil(now - readingsKeptMilliseconds);
}
