import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickThrough, openPage, startBrowser, type Visitor } from '#tests/support/browser.ts';
import { startResidentApp } from '#tests/support/resident-app.ts';
import { enterCode, press, stepOf, waitForScripts } from '#tests/support/resident-walk.ts';

let browser: Browser;
let resident: Awaited<ReturnType<typeof startResidentApp>>;

beforeAll(async () => {
  [resident, browser] = await Promise.all([startResidentApp({ cases: 3 }), startBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await resident?.app.stop();
});

const codeOf = (index: number): string => resident.wave.cases[index]?.code ?? '';
const visitor = (change: Partial<Visitor> = {}): Visitor => ({ origin: resident.app.origin, ...change });

describe('a resident who turns aside', () => {
  it('has the code of the letter still there after another language, a reload and the privacy notice', async () => {
    const page = await openPage(browser, visitor({ language: 'uk' }), `/s/start#K=${codeOf(0)}`);
    const held = await page.locator('#code').inputValue();
    expect(held).toHaveLength(13);
    await clickThrough(page, page.getByRole('button', { name: 'Polski' }));
    expect(await page.locator('#code').inputValue()).toBe(held);
    await page.reload();
    expect(await page.locator('#code').inputValue()).toBe(held);
    await page.locator('.consent a').click();
    await page.locator('h1', { hasText: 'Informacja' }).waitFor();
    await page.goBack();
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#code')?.value !== '');
    expect(page.url()).not.toContain(held);
    await page.locator('.code-form button.primary').click();
    await waitForScripts(page);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  it('finds the way back into the questionnaire from the privacy notice and from the front door', async () => {
    const page = await openPage(browser, visitor());
    await enterCode(page, codeOf(1));
    for (const path of ['/s/privacy', '/s', '/']) {
      await page.goto(path);
      await page.getByRole('link', { name: 'Wróć do ankiety' }).click();
      expect(stepOf(page)).toBe('city');
    }
  });

  it('is told when no begun questionnaire is found any more, and that saved answers are safe', async () => {
    const page = await openPage(browser, visitor({ javaScript: false }));
    await enterCode(page, codeOf(2));
    await page.context().clearCookies();
    await press(page, 'next');
    expect(await page.locator('.notice[role="status"]').textContent()).toContain('odpowiedzi są bezpieczne');
  });
});
