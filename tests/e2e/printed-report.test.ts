import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openResults } from '#db/results/database.ts';
import { layoutSettled, openPage, startBrowser } from '#tests/support/browser.ts';
import { picturesDrawn } from '#tests/support/page-faults.ts';
import { printedPages } from '#tests/support/printed-pages.ts';
import { receiveTrusted, testPublication } from '#tests/support/results.ts';
import { type RunningApp, startApp } from '#tests/support/running-app.ts';

let app: RunningApp;
let browser: Browser;

beforeAll(async () => {
  app = await startApp({
    environment: { POCZUCIE_AREAS: 'results,public' },
    prepare: (dataFolder) => {
      const results = openResults(join(dataFolder, 'results.sqlite'));
      receiveTrusted(results, testPublication(), { actor: 'test', now: Date.now() });
      results.close();
    },
  });
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** The report of a district as a printer gets it, on A4. */
async function districtReport(): Promise<Page> {
  const page = await openPage(browser, { origin: app.origin, width: 1280 }, '/public/districts/5');
  await picturesDrawn(page);
  await layoutSettled(page);
  return page;
}

describe('the report of a district on paper', { timeout: 120_000 }, () => {
  it('names the topics, and each has its tables on a page of its own', async () => {
    const page = await districtReport();
    await page.emulateMedia({ media: 'print' });
    const topic = page.locator('.topic-list a').first();
    expect(await topic.isVisible()).toBe(true);
    expect(await printedPages(page)).toBeLessThanOrEqual(6);
    await page.emulateMedia({ media: 'screen' });
    await topic.click();
    await page.waitForURL(/\/topics\//);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('table').first().isVisible()).toBe(true);
    expect(await printedPages(page)).toBeLessThanOrEqual(4);
  });

  it('has nothing that runs over the edge of the page', async () => {
    const page = await districtReport();
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    // A4 less its margins, at 96 px to an inch.
    await page.setViewportSize({ width: Math.round(((210 - 32) / 25.4) * 96), height: 980 });
    await layoutSettled(page);
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('main :is(table, canvas, figure)')]
        .filter((box) => box.getBoundingClientRect().right > document.documentElement.clientWidth)
        .map((box) => box.outerHTML.slice(0, 80)),
    );
    expect(wide).toEqual([]);
  });

  it('numbers its pages', async () => {
    const page = await districtReport();
    const numbered = await page.evaluate(() =>
      [...document.styleSheets]
        .flatMap((sheet) => [...sheet.cssRules])
        .some((rule) => rule instanceof CSSPageRule && /counter\(page\)/.test(rule.cssText)),
    );
    expect(numbered).toBe(true);
  });
});
