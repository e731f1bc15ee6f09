import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '#core/language.ts';
import { openResults } from '#db/results/database.ts';
import { openPage, sidewaysScroll, startBrowser } from '#tests/support/browser.ts';
import { startResidentApp } from '#tests/support/resident-app.ts';
import { enterCode, walkToReview } from '#tests/support/resident-walk.ts';
import { receiveTrusted, testPublication } from '#tests/support/results.ts';

let browser: Browser;
let resident: Awaited<ReturnType<typeof startResidentApp>>;

beforeAll(async () => {
  const prepare = (dataFolder: string) => {
    const results = openResults(join(dataFolder, 'results.sqlite'));
    receiveTrusted(results, testPublication(), { actor: 'test', now: Date.now() });
    results.close();
  };
  [resident, browser] = await Promise.all([startResidentApp({ cases: 20, prepare }), startBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await resident?.app.stop();
});

/** The narrowest screen of WCAG 1.4.10, and a phone whose owner has doubled the text (1.4.4). */
const readings = [
  { width: 320, text: '100%' },
  { width: 360, text: '200%' },
] as const;

async function faultsOf(page: Page, name: string): Promise<string[]> {
  const faults: string[] = [];
  for (const { width, text } of readings) {
    await page.setViewportSize({ width, height: 740 });
    await setTextSize(page, text);
    const sideways = await sidewaysScroll(page);
    if (sideways > 0) faults.push(`${name}: scrolls sideways by ${sideways} px at ${width} px, text ${text}`);
    if (await page.evaluate(isSkipLinkInSight)) faults.push(`${name}: shows its skip link, text ${text}`);
  }
  await setTextSize(page, '');
  return faults;
}

function setTextSize(page: Page, size: string): Promise<void> {
  return page.evaluate((fontSize) => {
    document.documentElement.style.fontSize = fontSize;
  }, size);
}

/** Runs in the browser. */
function isSkipLinkInSight(): boolean {
  const link = document.querySelector('.skip-link');
  return link !== null && link !== document.activeElement && link.getBoundingClientRect().bottom > 0;
}

const publicPages = [
  '/',
  '/public/accessibility',
  '/public/data/publications/2026-1.1',
  '/public',
  '/public/city',
  '/public/flags',
  '/public/map',
  '/public/places',
  '/public/places?q=dworzec',
  '/public/method',
  '/public/data',
  '/public/interventions',
  '/public/districts/5',
  '/public/districts/5/topics/feeling',
];
const residentPages = ['/s', '/s/privacy', '/s/withdraw', '/s/closed', '/s/no-such-page', '/refused'];

describe('a narrow screen, and text twice as large', { timeout: 240_000 }, () => {
  it.each(languages)('make no page for anyone scroll sideways, in %s', async (language) => {
    const page = await openPage(browser, { origin: resident.app.origin, language });
    const faults: string[] = [];
    for (const path of [...publicPages, ...residentPages]) {
      await page.goto(path);
      faults.push(...(await faultsOf(page, path)));
    }
    expect(faults).toEqual([]);
  });

  it.each(languages)('make no page of the questionnaire scroll sideways, in %s', async (language) => {
    const page = await openPage(browser, { origin: resident.app.origin, language });
    const faults: string[] = [];
    const look = async (name: string): Promise<void> => {
      faults.push(...(await faultsOf(page, name)));
    };
    await enterCode(page, resident.wave.cases[languages.indexOf(language)]?.code ?? '');
    await walkToReview(page, look);
    await look('review');
    await page.locator('main button.primary').click();
    await page.waitForURL('**/s/receipt');
    await look('receipt');
    expect(faults).toEqual([]);
  });
});
