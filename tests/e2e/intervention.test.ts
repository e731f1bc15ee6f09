import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAccounts } from '#db/accounts/database.ts';
import { openResults } from '#db/results/database.ts';
import { axeViolations } from '#tests/support/axe.ts';
import { clickThrough, openPage, sidewaysScroll, startBrowser } from '#tests/support/browser.ts';
import { publishWave } from '#tests/support/intervention-city.ts';
import { type RunningApp, startApp } from '#tests/support/running-app.ts';
import { addStaff, staffPassword } from '#tests/support/staff.ts';

let app: RunningApp;
let browser: Browser;

const day = 86_400_000;
const dayFromNow = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10);
const year = new Date().getUTCFullYear();
/** The district of the council member that `addStaff` makes. */
const district = 5;

function withResults(dataFolder: string, act: (database: ReturnType<typeof openResults>) => void): void {
  const database = openResults(join(dataFolder, 'results.sqlite'));
  act(database);
  database.close();
}

/** District V is worse until something is done there. */
const before = (number: number) => (number === district ? 34 : 20);

beforeAll(async () => {
  app = await startApp({
    environment: { POCZUCIE_AREAS: 'results,public' },
    prepare: async (dataFolder) => {
      const accounts = openAccounts(join(dataFolder, 'accounts.sqlite'));
      await addStaff(accounts, 'city-analyst', Date.now());
      await addStaff(accounts, 'council-member', Date.now());
      accounts.close();
      withResults(dataFolder, (database) => {
        publishWave(database, `${year - 1}-1`, before);
        publishWave(database, `${year - 1}-2`, before);
      });
    },
  });
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function signedIn(role: string, path: string, width: number): Promise<Page> {
  const page = await openPage(browser, { origin: app.origin, width }, '/sign-in');
  await page.fill('[name=email]', `${role}@example.test`);
  await page.fill('[name=password]', staffPassword);
  await Promise.all([page.waitForURL(/\/results/), page.click('main button[type=submit]')]);
  await page.goto(path);
  return page;
}

function press(page: Page, name: string): Promise<void> {
  return clickThrough(page, page.getByRole('button', { name, exact: true }));
}

async function takeStep(page: Page, status: string): Promise<void> {
  await page.selectOption('#status', status);
  await press(page, 'Zapisz krok');
}

describe('from a flag to whether it helped', { timeout: 120_000 }, () => {
  it('an intervention is compared, consulted and decided, and the next wave says in a sentence what came of it', async () => {
    const flag = `${year - 1}-2.${district}.unsafe`;
    const page = await signedIn('city-analyst', `/results/interventions/new?flag=${flag}`, 1280);
    await page.fill('#title', 'Nowe latarnie');
    await page.selectOption('#kind', 'light');
    await page.fill('#startsOn', dayFromNow(14));
    await press(page, 'Wpisz propozycję do rejestru');
    expect(await page.locator('.error-summary').textContent()).toContain('kto odpowiada');
    await page.fill('#responsible', 'Zarząd Dróg');
    await page.fill('#aimSize', '5');
    await press(page, 'Wpisz propozycję do rejestru');
    await page.waitForURL(/\/results\/interventions\/\d{4}-01/);
    const address = new URL(page.url()).pathname;

    for (const area of ['D02', 'D04', 'D09', 'D10']) await page.check(`input[value=${area}]`);
    await press(page, 'Zamroź porównanie');
    expect(await page.locator('#comparison ~ .notice').textContent()).toContain(`${year - 1}-2.1`);
    await page.fill('#dueOn', dayFromNow(21));
    await press(page, 'Zapisz konsultację');
    await takeStep(page, 'consulted');
    expect(await page.locator('.error-summary').textContent()).toContain('nie wpłynęła');

    const council = await signedIn('council-member', '/results/consultations', 360);
    await council.click('summary');
    await council.getByLabel('Opinia', { exact: true }).selectOption('for');
    await council.getByLabel('Numer uchwały').fill('V/7');
    await press(council, 'Zapisz opinię');
    expect(await council.locator('.notice.done').textContent()).toBe('Opinia zapisana.');
    expect(await axeViolations(council)).toEqual([]);
    expect(await sidewaysScroll(council)).toBe(0);

    await page.goto(address);
    await takeStep(page, 'consulted');
    await takeStep(page, 'decided');
    expect(await page.locator('.effect-sentence').textContent()).toContain('za wcześnie');
    withResults(app.dataFolder, (database) => publishWave(database, `${year + 1}-1`));
    await page.goto(address);
    const sentence = (await page.locator('.effect-sentence').textContent()) ?? '';
    expect(sentence).toMatch(/^unsafe after dark: o 1\d,\d pkt proc\. lepiej niż w porównaniu/);
    expect(await axeViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await sidewaysScroll(page)).toBe(0);

    const anyone = await openPage(browser, { origin: app.origin }, '/public/interventions');
    expect(await anyone.locator('.register-effect').textContent()).toContain(sentence);
    expect(await axeViolations(anyone)).toEqual([]);
    expect(await sidewaysScroll(anyone)).toBe(0);
  });
});
