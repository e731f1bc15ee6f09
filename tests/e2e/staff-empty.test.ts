import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAccounts } from '#db/accounts/database.ts';
import { startBrowser } from '#tests/support/browser.ts';
import { closeHouse } from '#tests/support/demonstration-house.ts';
import { startApp } from '#tests/support/running-app.ts';
import { addStaff, staffPassword } from '#tests/support/staff.ts';
import { staffPages, type VisitedPage } from '#tests/support/staff-pages.ts';
import { type House, lookWell, readersOf, walk, walkingRoles } from '#tests/support/staff-walk.ts';

let house: House;

beforeAll(async () => {
  const app = await startApp({
    prepare: async (dataFolder) => {
      const accounts = openAccounts(join(dataFolder, 'accounts.sqlite'));
      for (const role of walkingRoles) await addStaff(accounts, role, Date.now());
      accounts.close();
    },
  });
  const password = staffPassword;
  const signIns = walkingRoles.map((role) => ({ role, email: `${role}@example.test`, password }));
  house = { app, browser: await startBrowser(), signIns };
});

afterAll(() => closeHouse(house));

describe('before the first wave', () => {
  const pages = staffPages({ district: ['12'] });

  it('invariant 15: axe finds nothing on the empty pages and on those that are not there', async () => {
    const missing = pages.filter(({ path }) => path.includes('none') || path === '/refused');
    const statuses = Object.fromEntries(missing.map(({ path }) => [path, 404]));
    const alike = missing.slice(1).map(({ path }) => path);
    const visited = pages.filter(({ path }) => !alike.includes(path));
    expect(await walk(house, visited, { language: 'pl', look: lookWell, statuses })).toEqual([]);
  });

  it('invariant 15: nor on the walls between the rooms, nor beside what a form refuses', async () => {
    const walls: VisitedPage[] = [
      { path: '/fieldwork', role: 'city-analyst' },
      { path: '/results', role: 'manager' },
      { path: '/admin', role: 'manager' },
      { path: '/fieldwork/nothing', role: 'manager' },
      { path: '/results/districts/99', role: 'city-analyst' },
      { path: '/results/nothing', role: 'city-analyst' },
      { path: '/public/nothing', role: null },
      { path: '/nothing', role: null },
    ];
    const statuses = Object.fromEntries(walls.map(({ path }) => [path, /nothing|99/.test(path) ? 404 : 403]));
    const faults = await walk(house, walls, { language: 'pl', look: lookWell, statuses });

    const page = (await readersOf(house, 'pl')).get('administrator');
    await page?.goto('/admin');
    await page?.locator('main form button.primary').first().click();
    if (page) faults.push(...(await lookWell(page, '/admin')));
    expect(faults).toEqual([]);
  });
});
