import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAccounts } from '#db/accounts/database.ts';
import { openResults } from '#db/results/database.ts';
import { plainVisitor, signedInVisitor } from '#tests/support/plain-visitor.ts';
import { receiveTrusted, testPublication } from '#tests/support/results.ts';
import { routeAddresses } from '#tests/support/route-addresses.ts';
import { type RunningApp, startApp } from '#tests/support/running-app.ts';
import { addStaff } from '#tests/support/staff.ts';

let app: RunningApp;

beforeAll(async () => {
  app = await startApp({
    environment: { POCZUCIE_AREAS: 'results,public' },
    prepare: async (dataFolder) => {
      const results = openResults(join(dataFolder, 'results.sqlite'));
      receiveTrusted(results, testPublication(), { actor: 'test', now: Date.now() });
      results.close();
      const accounts = openAccounts(join(dataFolder, 'accounts.sqlite'));
      await addStaff(accounts, 'city-analyst', Date.now());
      accounts.close();
    },
  });
});

afterAll(() => app?.stop());

describe('an address that leads nowhere', () => {
  it.each(['/nothing', '/public/districts/99', '/public/nothing'])(
    'says at %s too that the people are invented',
    async (path) => {
      const answer = await fetch(`${app.origin}${path}`, { headers: { 'Accept-Language': 'en' } });
      expect(answer.status).toBe(404);
      const page = await answer.text();
      expect(page).toContain('Demonstration city: all people and answers are invented.');
      expect(page).toContain('There is no such page');
    },
  );
});

const addresses = routeAddresses({
  wave: ['2026-1'],
  district: ['5'],
  domain: ['city', 'D05|sex:F'],
  indicator: ['unsafe'],
  topic: ['feeling'],
  publication: ['2026-1.1'],
  picture: ['map.svg', 'trend.png', 'places.svg'],
  table: ['flags.csv', 'figures-semicolon.csv', 'places.xlsx'],
  page: ['city'],
});
const inArea = (areas: RegExp): string[] => addresses.filter((address) => areas.test(address));

describe("city hall's process on a machine of its own", () => {
  it('invariant 16: answers every page of the city and the public with no fieldwork database on its disk', async () => {
    const analyst = await signedInVisitor(app.origin, 'city-analyst');
    const pages = inArea(/^\/(?:results|public)(?:[/.]|$)/);
    expect(pages.length).toBeGreaterThan(5);
    const statuses = new Map<string, number>();
    for (const page of pages) {
      const answer = await analyst.get(page);
      await answer.arrayBuffer();
      statuses.set(page, answer.status);
    }
    expect([...statuses].filter(([, status]) => status >= 500)).toEqual([]);
    expect(statuses.get('/results')).toBe(200);
    expect(statuses.get('/public')).toBe(200);
    expect(readdirSync(app.dataFolder).filter((file) => file.startsWith('fieldwork'))).toEqual([]);
  });

  it('invariant 16: has no door to the resident or the firm', async () => {
    const visitor = plainVisitor(app.origin);
    for (const page of inArea(/^\/(?:s|fieldwork)(?:[/.]|$)/)) {
      const answer = await visitor.get(page);
      await answer.arrayBuffer();
      expect(answer.status, page).toBe(404);
    }
    const posted = await visitor.post('/s/start', { code: 'ABCDEFGHJKLMN' });
    expect(posted.status).toBe(404);
    expect(existsSync(join(app.dataFolder, 'fieldwork.sqlite'))).toBe(false);
  });
});
