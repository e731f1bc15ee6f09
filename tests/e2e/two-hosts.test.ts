import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAccounts } from '#db/accounts/database.ts';
import { headingOf } from '#tests/support/http.ts';
import { signedInVisitor } from '#tests/support/plain-visitor.ts';
import { type RunningApp, startApp } from '#tests/support/running-app.ts';
import { addStaff } from '#tests/support/staff.ts';

let city: RunningApp;
let firm: RunningApp;

beforeAll(async () => {
  const prepare = async (dataFolder: string) => {
    const accounts = openAccounts(join(dataFolder, 'accounts.sqlite'));
    await addStaff(accounts, 'manager', Date.now());
    accounts.close();
  };
  [city, firm] = await Promise.all([
    startApp({ prepare, environment: { POCZUCIE_AREAS: 'results,public' } }),
    startApp({ prepare, environment: { POCZUCIE_AREAS: 'survey,fieldwork' } }),
  ]);
});

afterAll(() => Promise.all([city?.stop(), firm?.stop()]));

describe('the host of city hall', () => {
  it('invariant 16: has no page of the firm for its manager either, however the address is spelt', async () => {
    const manager = await signedInVisitor(city.origin, 'manager');
    for (const path of ['/fieldwork', '/Fieldwork', '/%66ieldwork', '//fieldwork', '/public/../fieldwork']) {
      const answer = await manager.get(path);
      expect(answer.status, path).toBe(404);
      expect(await headingOf(answer), path).toBe('Nie ma takiej strony');
      expect((await manager.post(path, {})).status, path).toBe(404);
    }
    expect((await manager.get('/fieldwork.data')).status).toBe(404);
    expect((await manager.get('/health')).status).toBe(200);
    expect(readdirSync(city.dataFolder).filter((name) => name.startsWith('fieldwork'))).toEqual([]);
  });
});

describe('the host of the research firm', () => {
  it('has neither the pages nor the database of city hall', async () => {
    const manager = await signedInVisitor(firm.origin, 'manager');
    for (const path of ['/results', '/results/nowhere', '/public', '/public/method', '/Public'])
      expect((await manager.get(path)).status, path).toBe(404);
    expect((await manager.get('/s')).status).toBe(200);
    expect((await manager.get('/fieldwork')).status).toBe(200);
    expect(existsSync(join(firm.dataFolder, 'results.sqlite'))).toBe(false);
  });
});
