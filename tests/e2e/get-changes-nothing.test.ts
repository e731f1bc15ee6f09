import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffRoles } from '#app/core/staff-roles.ts';
import { openAccounts } from '#db/accounts/database.ts';
import { openResults } from '#db/results/database.ts';
import { type PlainVisitor, plainVisitor, signedInVisitor } from '#tests/support/plain-visitor.ts';
import { startResidentApp } from '#tests/support/resident-app.ts';
import { receiveTrusted, testPublication } from '#tests/support/results.ts';
import { routeAddresses } from '#tests/support/route-addresses.ts';
import { addStaff } from '#tests/support/staff.ts';
import { storedContent } from '#tests/support/stored-content.ts';

const addresses = routeAddresses({
  wave: ['2026-1', '2026-2'],
  page: ['city', 'experience'],
  district: ['5'],
  domain: ['city', 'D05|sex:F'],
  indicator: ['unsafe'],
  topic: ['feeling'],
  publication: ['2026-1.1'],
  picture: ['map.svg', 'trend.png', 'places.svg'],
  table: ['flags.csv', 'figures-semicolon.csv', 'places.xlsx'],
});
/** When someone was last here; it moves so that a desk that was left signs out. */
const sessionClock = 'accounts.sqlite sessions';
/** Who of the city looked at results is kept for the administrator: the one trace that reading leaves. */
const whoLooked = 'accounts.sqlite readings';

let resident: Awaited<ReturnType<typeof startResidentApp>>;
const contentWithoutClock = () => storedContent(resident.app.dataFolder, [sessionClock, whoLooked]);

beforeAll(async () => {
  resident = await startResidentApp({ cases: 3 });
  const { dataFolder } = resident.app;
  const results = openResults(join(dataFolder, 'results.sqlite'));
  receiveTrusted(results, testPublication(), { actor: 'test', now: Date.now() });
  results.close();
  const accounts = openAccounts(join(dataFolder, 'accounts.sqlite'));
  for (const role of staffRoles) await addStaff(accounts, role, Date.now());
  accounts.close();
});

afterAll(() => resident?.app.stop());

async function fetchEverything(visitor: PlainVisitor): Promise<number[]> {
  const statuses: number[] = [];
  for (const address of addresses) {
    for (const method of ['GET', 'HEAD', 'GET'] as const) {
      const answer = await visitor.get(address, method);
      await answer.arrayBuffer();
      expect(answer.status, `${method} ${address}`).toBeLessThan(500);
      statuses.push(answer.status);
    }
  }
  return statuses;
}

describe('invariant 3: fetching every address several times changes nothing', () => {
  it('for a link scanner', async () => {
    const before = storedContent(resident.app.dataFolder);
    const statuses = await fetchEverything(plainVisitor(resident.app.origin));
    expect(storedContent(resident.app.dataFolder)).toEqual(before);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(20);
  });

  it('for a resident in the middle of the questionnaire', async () => {
    const visitor = plainVisitor(resident.app.origin);
    const unused = contentWithoutClock();
    const started = await visitor.post('/s/start', { code: resident.wave.cases[0]?.code ?? '' });
    expect(started.headers.get('Location')).toContain('/s/questionnaire/');
    const before = contentWithoutClock();
    expect(before).not.toEqual(unused);
    await fetchEverything(visitor);
    expect(contentWithoutClock()).toEqual(before);
  });

  it.each(staffRoles)('for a signed-in %s', async (role) => {
    const visitor = await signedInVisitor(resident.app.origin, role);
    const before = contentWithoutClock();
    await fetchEverything(visitor);
    expect(contentWithoutClock()).toEqual(before);
  });
});
