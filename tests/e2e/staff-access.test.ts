import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffRole } from '#app/core/staff-roles.ts';
import { publicPaths } from '#app/paths/public.ts';
import { otherQuestions } from '#app/use-cases/results/report-topics.server.ts';
import { districts } from '#city/city.ts';
import type { Language } from '#core/language.ts';
import { openAccounts } from '#db/accounts/database.ts';
import { startBrowser, visitorOf } from '#tests/support/browser.ts';
import { copyCity, type DemonstrationCity, demonstrationCity } from '#tests/support/demonstration-city.ts';
import { darkFaults, pageFaults, picturesDrawn } from '#tests/support/page-faults.ts';
import { type RunningApp, startApp, withFieldwork } from '#tests/support/running-app.ts';
import { addStaff, staffPassword } from '#tests/support/staff.ts';
import { staffPages, type VisitedPage } from '#tests/support/staff-pages.ts';

const roles = ['manager', 'city-analyst', 'administrator'] as const;
const widths = [1280, 360] as const;
const guest = 'nobody';

interface House {
  app: RunningApp;
  signIns: { role: StaffRole; email: string; password: string }[];
}

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(() => browser?.close());

/** One page for each kind of reader, signed in, in one language. */
async function readers({ app, signIns }: House, language: Language): Promise<Map<string, Page>> {
  const pages = new Map<string, Page>();
  for (const role of [guest, ...roles]) {
    const context = await visitorOf(browser, { origin: app.origin, width: 1280, language });
    const page = await context.newPage();
    const signIn = signIns.find((other) => other.role === role);
    if (signIn) {
      await page.goto('/sign-in');
      await page.locator('#email').fill(signIn.email);
      await page.locator('#password').fill(signIn.password);
      await page.locator('main button').click();
      await page.waitForURL(/fieldwork|results|admin/);
    }
    pages.set(role, page);
  }
  return pages;
}

type Look = (page: Page, path: string) => Promise<string[]>;

/** Walks through pages, each as a role that may see it; faults begin with the address. */
async function walk(
  house: House,
  pages: readonly VisitedPage[],
  { language, look, statuses }: { language: Language; look: Look; statuses?: Record<string, number> },
): Promise<string[]> {
  const faults: string[] = [];
  const reader = await readers(house, language);
  for (const { path, role } of pages) {
    const page = reader.get(role ?? guest);
    if (!page) throw new Error(`nobody is signed in as ${role}`);
    const answer = await page.goto(path);
    const expected = statuses?.[path] ?? 200;
    const found = answer?.status() === expected ? [] : [`answered ${answer?.status()}, not ${expected}`];
    await picturesDrawn(page);
    found.push(...(await look(page, path)));
    faults.push(...found.map((fault) => `${path} ${fault}`));
  }
  await Promise.all([...reader.values()].map((page) => page.context().close()));
  return faults;
}

const lookWell: Look = async (page) => {
  const faults = [];
  for (const width of widths) faults.push(...(await pageFaults(page, width)));
  return [...faults, ...(await darkFaults(page))];
};

const lookOnPhone: Look = (page) => pageFaults(page, 360);

describe('with the data of the demonstration city', () => {
  let house: House;
  const [open, published] = ['2026-2', '2026-1'];
  const pages = staffPages({
    wave: [open, published],
    district: ['12'],
    domain: ['city', 'D12|sex:F'],
    indicator: ['hood_dark_unsafe'],
    topic: ['feeling'],
  });

  beforeAll(async () => {
    const city = await demonstrationCity();
    const app = await startApp({
      environment: { POCZUCIE_SECRET: secretOf(city) },
      prepare: async (dataFolder) => {
        copyCity(city, dataFolder);
        await withFieldwork(dataFolder, (database) => {
          const job = {
            kind: 'weight',
            startedBy: 'manager',
            startedAt: 0,
          } as const;
          database.jobs.add({
            ...job,
            waveId: open,
            status: 'refused',
            result: '{"reason":"not-frozen"}',
            updatedAt: 1,
          });
          database.jobs.add({ ...job, waveId: published, status: 'done', result: '{}', updatedAt: 4_000 });
        });
      },
    });
    house = { app, signIns: city.signIns };
  });

  afterAll(() => house?.app.stop());

  // Nothing is published of a wave that is in the field.
  const missing = pages.filter(({ path }) => path.includes(`/figures/${open}/`) || path === '/refused');
  const statuses = Object.fromEntries(missing.map(({ path }) => [path, 404]));

  const areas = ['/fieldwork', '/results', '/public', ''];
  const areaOf = (path: string) => areas.find((area) => path.startsWith(area));

  it('has no page that this walk leaves out', () => {
    expect(pages.filter(({ path }) => path.includes('none'))).toEqual([]);
    expect(pages.length).toBeGreaterThan(35);
  });

  it.each(areas)(
    'invariant 15: axe finds nothing on any page of "%s" at 1280 and 360 px, light or dark',
    async (area) => {
      const ofArea = pages.filter(({ path }) => areaOf(path) === area);
      expect(ofArea.length).toBeGreaterThan(3);
      expect(await walk(house, ofArea, { language: 'pl', look: lookWell, statuses })).toEqual([]);
    },
  );

  it('a page of a district has at most 150 kB, and one of the city 200, as no line compresses them', async () => {
    const heavy: string[] = [];
    const weigh = async (path: string, most: number) => {
      const response = await fetch(`${house.app.origin}${path}`, {
        headers: { 'accept-encoding': 'identity' },
      });
      const { length } = Buffer.from(await response.arrayBuffer());
      if (!response.ok || length > most * 1000) heavy.push(`${path}: ${response.status}, ${length} bytes`);
    };
    for (const { number } of districts) await weigh(publicPaths.district(number), 150);
    await weigh(publicPaths.city(), 200);
    await weigh(publicPaths.flags(), 150);
    for (const topic of ['feeling', otherQuestions]) {
      await weigh(publicPaths.districtTopic(12, topic), 150);
      await weigh(publicPaths.cityTopic(topic), 150);
    }
    expect(heavy).toEqual([]);
  });

  it('invariant 15: nor in English', async () => {
    const some = pages.filter(({ path }) => !path.includes(published) && path !== '/refused');
    expect(await walk(house, some, { language: 'en', look: lookOnPhone, statuses })).toEqual([]);
  });

  it('invariant 15: nor in Ukrainian, where anyone reads', async () => {
    const some = pages.filter(({ path, role }) => role === null && /^\/(?:public|$)/.test(path));
    expect(await walk(house, some, { language: 'uk', look: lookOnPhone, statuses })).toEqual([]);
  });
});

describe('before the first wave', () => {
  let house: House;
  const pages = staffPages({ district: ['12'] });

  beforeAll(async () => {
    const app = await startApp({
      prepare: async (dataFolder) => {
        const accounts = openAccounts(join(dataFolder, 'accounts.sqlite'));
        for (const role of roles) await addStaff(accounts, role, Date.now());
        accounts.close();
      },
    });
    const password = staffPassword;
    house = { app, signIns: roles.map((role) => ({ role, email: `${role}@example.test`, password })) };
  });

  afterAll(() => house?.app.stop());

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

    const page = (await readers(house, 'pl')).get('administrator');
    await page?.goto('/admin');
    await page?.locator('main form button.primary').first().click();
    if (page) faults.push(...(await lookWell(page, '/admin')));
    expect(faults).toEqual([]);
  });
});

/** The secret that lies beside the data of a demonstration. */
function secretOf({ dataFolder }: DemonstrationCity): string {
  return readFileSync(join(dataFolder, 'demonstration-secret'), 'utf8').trim();
}
