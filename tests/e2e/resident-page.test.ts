import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layoutSettled, openPage, startBrowser } from '#tests/support/browser.ts';
import { startResidentApp } from '#tests/support/resident-app.ts';
import { enterCode, press, stepOf, waitForScripts, waitUntilSaved } from '#tests/support/resident-walk.ts';

let browser: Browser;
let resident: Awaited<ReturnType<typeof startResidentApp>>;
let used = 0;

beforeAll(async () => {
  [resident, browser] = await Promise.all([startResidentApp({ cases: 10 }), startBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await resident?.app.stop();
});

async function openStep(step: string): Promise<Page> {
  used += 1;
  const page = await openPage(browser, { origin: resident.app.origin });
  await enterCode(page, resident.wave.cases[used - 1]?.code ?? '');
  await press(page, 'next');
  await page.goto(`/s/questionnaire/${step}`);
  await waitForScripts(page);
  return page;
}

describe('a question with at most three answers', () => {
  it('takes the answer that rules out the others in their place, and no fourth beside them', async () => {
    const page = await openStep('environment');
    const question = page.locator('#q29_priorities');
    const ticked = () =>
      question.locator('input:checked').evaluateAll((inputs) => inputs.map(({ id }) => id));
    for (const position of [0, 1, 2]) await question.locator('input').nth(position).check();
    await question.locator('input').nth(3).click();
    expect(await ticked()).toHaveLength(3);
    await expect.poll(() => question.getByRole('status').textContent()).toContain('Wybrano już 3');
    await question.getByLabel('nic nie trzeba zmieniać').click();
    expect(await ticked()).toHaveLength(1);
    await expect.poll(() => question.getByRole('status').textContent()).toBe('');
    await waitUntilSaved(page);
  });
});

describe('a page that is cut off', () => {
  it('says so in sight, wherever it is scrolled to, and covers nothing that has the focus', async () => {
    const page = await openStep('feeling');
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    await page.route('**/s/**', (route) => route.abort('connectionrefused'));
    await page.locator('.choices input').nth(1).check();
    const note = page.getByText('Nie zamykaj strony');
    await note.waitFor();
    await layoutSettled(page);
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(overlapOfFocusAndNote)).toBe(0);
    }
    const { right, bottom, height } = await note.evaluate((element) => element.getBoundingClientRect());
    expect(bottom).toBeLessThanOrEqual(740);
    expect(height).toBeLessThan(740 / 2);
    expect(right).toBeLessThanOrEqual(360);
  });

  it('asks before it is left with what could not be saved, and not when its own form goes', async () => {
    const page = await openStep('feeling');
    const asked: string[] = [];
    page.on('dialog', async (dialog) => {
      asked.push(dialog.type());
      await dialog.dismiss();
    });
    await page.route('**/s/draft', (route) => route.abort('connectionrefused'));
    await page.locator('.choices input').nth(1).check();
    await page.getByText('Nie zamykaj strony').waitFor();
    await page.locator('.wordmark').click();
    await expect.poll(() => asked).toEqual(['beforeunload']);
    expect(stepOf(page)).toBe('feeling');
    await page.unroute('**/s/draft');
    await press(page, 'next');
    expect(stepOf(page)).toBe('problems');
    await page.goto('/s/privacy');
    expect(asked).toEqual(['beforeunload']);
  });
});

/** Runs in the browser: how many pixels of the focused control lie under the note at the window's end. */
function overlapOfFocusAndNote(): number {
  const note = document.querySelector('.questionnaire .notice')?.getBoundingClientRect();
  const control = document.activeElement?.getBoundingClientRect();
  if (!note || !control) return Number.NaN;
  return Math.max(0, Math.min(control.bottom, note.bottom) - Math.max(control.top, note.top));
}
