import { describe, expect, it } from 'vitest';
import { staffRoles } from '#app/core/staff-roles.ts';
import {
  readingList,
  readingsKeptMilliseconds,
  readingsListed,
  recordReading,
  removeOldReadings,
} from '#app/use-cases/staff/readings.server.ts';
import { type AccessContext, signedInUser, signIn } from '#app/use-cases/staff/sign-in.server.ts';
import { addStaff, openTestAccounts, staffPassword, stranger } from '#tests/support/staff.ts';

const start = Date.UTC(2026, 8, 1, 8);
const secret = Buffer.alloc(32, 7);

async function signedIn(context: AccessContext, role: (typeof staffRoles)[number]): Promise<string> {
  await addStaff(context.database, role, start);
  const answer = await signIn(context, { email: `${role}@example.test`, password: staffPassword }, stranger);
  if (!answer.ok) throw new Error('the sign-in was refused');
  return answer.token;
}

describe('who looked', () => {
  it('is kept of the city and of nobody else', async () => {
    const context: AccessContext = { database: openTestAccounts(), secret, now: start };
    const kept: string[] = [];
    for (const role of staffRoles) {
      const token = await signedIn(context, role);
      if (recordReading(context, token, { act: 'opened', address: '/results' })) kept.push(role);
    }
    expect(kept).toEqual(['city-analyst', 'viewer', 'council-member']);
    expect(recordReading(context, null, { act: 'opened', address: '/results' })).toBe(false);
    expect(readingList(context.database, {}, start).rows).toHaveLength(3);
  });

  it('tells the newest first, of one person or of files alone, and counts the last 30 days', async () => {
    const context: AccessContext = { database: openTestAccounts(), secret, now: start };
    const viewer = await signedIn(context, 'viewer');
    const analyst = await signedIn(context, 'city-analyst');
    recordReading(context, viewer, { act: 'opened', address: '/results/districts/12' });
    recordReading({ ...context, now: start + 1 }, analyst, {
      act: 'exported',
      address: '/results/data/2026-1.csv',
    });
    const { rows, people } = readingList(context.database, {}, start + 2);
    expect(rows.map(({ address, name }) => [name, address])).toEqual([
      ['Test city-analyst', '/results/data/2026-1.csv'],
      ['Test viewer', '/results/districts/12'],
    ]);
    expect(people.map(({ name, opened, exported }) => [name, opened, exported])).toEqual([
      ['Test city-analyst', 0, 1],
      ['Test viewer', 1, 0],
    ]);
    const [, person] = people;
    const ofViewer = readingList(context.database, { userId: person?.userId ?? '' }, start + 2);
    expect(ofViewer.rows.map(({ address }) => address)).toEqual(['/results/districts/12']);
    expect(readingList(context.database, { act: 'exported' }, start + 2).rows).toHaveLength(1);
    expect(readingList(context.database, {}, start + 31 * 86_400_000).people).toEqual([]);
  });

  it('leads on where a list is longer than a page, and leaves no entry out', async () => {
    const context: AccessContext = { database: openTestAccounts(), secret, now: start };
    const viewer = await signedIn(context, 'viewer');
    const count = readingsListed + 3;
    for (let entry = 0; entry < count; entry += 1)
      recordReading(context, viewer, { act: 'opened', address: `/results?wave=${entry}` });
    const first = readingList(context.database, {}, start);
    expect(first.rows).toHaveLength(readingsListed);
    const second = readingList(context.database, { before: first.before ?? 0 }, start);
    expect(second.before).toBeNull();
    const told = [...first.rows, ...second.rows].map(({ address }) => address);
    expect(new Set(told).size).toBe(count);
  });

  it('is removed after 13 months, and cuts an address that no page of ours has', async () => {
    const context: AccessContext = { database: openTestAccounts(), secret, now: start };
    const viewer = await signedIn(context, 'viewer');
    recordReading(context, viewer, { act: 'opened', address: `/results?${'x'.repeat(4000)}` });
    expect(readingList(context.database, {}, start).rows[0]?.address).toHaveLength(500);
    expect(removeOldReadings(context.database, start + readingsKeptMilliseconds - 1)).toBe(0);
    expect(removeOldReadings(context.database, start + readingsKeptMilliseconds)).toBe(1);
  });

  it('keeps no session alive', async () => {
    const context: AccessContext = { database: openTestAccounts(), secret, now: start };
    const viewer = await signedIn(context, 'viewer');
    recordReading({ ...context, now: start + 59 * 60_000 }, viewer, { act: 'opened', address: '/results' });
    expect(signedInUser({ ...context, now: start + 61 * 60_000 }, viewer)).toBeNull();
  });
});
