import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '#core/language.ts';
import { layoutSettled, openPage, startBrowser } from '#tests/support/browser.ts';
import { copyCity, demonstrationCity } from '#tests/support/demonstration-city.ts';
import { printedPages } from '#tests/support/printed-pages.ts';
import { type RunningApp, startApp } from '#tests/support/running-app.ts';

let app: RunningApp;
let browser: Browser;

beforeAll(async () => {
  const city = await demonstrationCity();
  app = await startApp({
    prepare: (dataFolder) => copyCity(city, dataFolder),
    environment: { POCZUCIE_AREAS: 'results,public', POCZUCIE_SECRET: undefined },
  });
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

describe('the overview on paper', { timeout: 120_000 }, () => {
  it.each(languages)(
    'is one sheet, also where five districts and four places call for action (%s)',
    async (language) => {
      const page = await openPage(browser, { origin: app.origin, width: 1280, language }, '/public');
      await layoutSettled(page);
      expect(await page.locator('.act-line').count()).toBeGreaterThanOrEqual(9);
      expect(await printedPages(page)).toBe(1);
      await page.context().close();
    },
  );
});
