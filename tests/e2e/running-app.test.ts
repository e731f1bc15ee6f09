import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from '#tests/support/axe.ts';
import { openPage, sidewaysScroll, startBrowser } from '#tests/support/browser.ts';
import { startApp } from '#tests/support/running-app.ts';

type App = Awaited<ReturnType<typeof startApp>>;
let app: App;
let browser: Awaited<ReturnType<typeof startBrowser>>;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), startBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

describe('the front door of an installation without a wave', () => {
  it('is served on the port that the process names, in the language of the browser', async () => {
    expect(app.origin).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d+$/);
    const page = await openPage(browser, { origin: app.origin, language: 'uk' });
    expect(await page.locator('html').getAttribute('lang')).toBe('uk');
    expect(await page.locator('h1').count()).toBe(1);
  });

  it.each([360, 1280])('is clean for axe and does not scroll sideways at %i px', async (width) => {
    const page = await openPage(browser, { origin: app.origin, width });
    expect(await axeViolations(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
  });

  it('answers an address that no route has with a page that the browser does not draw anew', async () => {
    const page = await openPage(browser, { origin: app.origin });
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(error.message));
    const response = await page.goto(`${app.origin}/no-such-page`);
    await page.waitForLoadState('networkidle');
    expect(response?.status()).toBe(404);
    expect(await page.locator('h1').count()).toBe(1);
    expect(failures).toEqual([]);
  });

  it('would not be clean for axe without the language of its text', async () => {
    const page = await openPage(browser, { origin: app.origin });
    await page.evaluate(() => document.documentElement.removeAttribute('lang'));
    expect(await axeViolations(page)).toEqual([expect.stringContaining('html-has-lang')]);
  });
});
