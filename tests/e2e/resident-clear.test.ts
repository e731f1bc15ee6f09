import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from '#tests/support/axe.ts';
import { openPage, startBrowser } from '#tests/support/browser.ts';
import { startResidentApp } from '#tests/support/resident-app.ts';
import { pageForm, residentClient } from '#tests/support/resident-http.ts';
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

const { send, enter } = residentClient(() => resident.app.origin);

function nextCode(): string {
  used += 1;
  return resident.wave.cases[used - 1]?.code ?? '';
}

/** The second page, whose questions are single choices, alone and in batteries. */
async function openFeeling(javaScript: boolean): Promise<Page> {
  const page = await openPage(browser, { origin: resident.app.origin, javaScript });
  await enterCode(page, nextCode());
  await press(page, 'next');
  if (javaScript) await waitForScripts(page);
  return page;
}

/** Of all questions, without the note below them, whose words grow and shrink as answers are saved. */
const heightOf = (page: Page) =>
  page.locator('.questionnaire > div:not(.actions)').evaluate(({ scrollHeight }) => scrollHeight);

const chosen = (page: Page) => page.locator('.choices input:checked');
const clearButton = (page: Page) => page.locator('#q04_city_safe').getByRole('button');

describe('an answer of a single choice', () => {
  it('is taken back without leaving the page, and stays so for whoever comes back', async () => {
    const page = await openFeeling(true);
    expect(await page.getByRole('button', { name: /^Usuń odpowiedź/ }).count()).toBe(0);
    const height = await heightOf(page);
    await page.locator('#q04_city_safe input').nth(2).check();
    await page.locator('.question-group .question input[type="radio"]').first().check();
    expect(await heightOf(page)).toBe(height);
    await waitUntilSaved(page);
    const question = await page.locator('#q04_city_safe h2').textContent();
    await page
      .getByRole('button', { name: 'Usuń odpowiedź' })
      .and(page.getByRole('button', { name: `${question}` }))
      .focus();
    expect(await axeViolations(page)).toEqual([]);
    const saved = page.waitForResponse('**/s/draft');
    await page.keyboard.press('Enter');
    expect(await chosen(page).count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q04_city_safe-1');
    expect(await page.locator('#q04_city_safe').getByRole('status').textContent()).toBe(
      'Odpowiedź usunięta.',
    );
    expect((await saved).status()).toBe(200);
    await waitUntilSaved(page);
    await page.reload();
    await waitForScripts(page);
    expect(await chosen(page).count()).toBe(1);
  });

  it('that was taken back can be given again', async () => {
    const page = await openFeeling(true);
    await page.locator('#q04_city_safe input').nth(2).check();
    await clearButton(page).click();
    await page.locator('#q04_city_safe input').nth(1).check();
    await expect.poll(() => page.locator('#q04_city_safe').getByRole('status').textContent()).toBe('');
    await press(page, 'next');
    expect(stepOf(page)).toBe('problems');
    await press(page, 'back');
    expect(await page.locator('#q04_city_safe input').nth(1).isChecked()).toBe(true);
  });

  it('is taken back without scripts too, the others of the page being saved', async () => {
    const page = await openFeeling(false);
    const battery = page.locator('.question-group .question').first();
    await page.locator('#q04_city_safe input').nth(2).check();
    await press(page, 'next');
    await press(page, 'back');
    await battery.locator('input').nth(1).check();
    await clearButton(page).click();
    await page.waitForURL('**/s/questionnaire/feeling#q04_city_safe');
    await expect.poll(() => page.locator('#q04_city_safe input:checked').count()).toBe(0);
    expect(await battery.locator('input').nth(1).isChecked()).toBe(true);
    await battery.getByRole('button', { name: /^Usuń odpowiedź/ }).click();
    await page.waitForURL((url) => url.hash !== '#q04_city_safe');
    await expect.poll(() => chosen(page).count()).toBe(0);
  });

  it('that another answer keeps from being taken back is not drawn as if it stood', async () => {
    const cookie = await enter(nextCode());
    const form = pageForm(
      [
        ['q03_tenure', '2'],
        ['q02_district', '5'],
      ],
      { go: 'stay' },
    );
    await send('POST', '/s/questionnaire/city', form, { cookie });
    const tooLong: [string, string] = ['q02b_area', 'x'.repeat(500)];
    const refused = pageForm([tooLong, ['q03_tenure', '2'], ['clear', 'q03_tenure']], { sequence: '2' });
    const page = await send('POST', '/s/questionnaire/city', refused, { cookie });
    expect(page.status).toBe(422);
    expect(await page.text()).toContain('<input type="hidden" name="q03_tenure" value=""/>');
  });

  it.each(['q04_city_safe', 'q02_district x', '__proto__', ''])(
    'is not taken back by a made-up button: %s',
    async (variable) => {
      const cookie = await enter(nextCode());
      const form = pageForm([['q02_district', '5']], { clear: variable });
      expect((await send('POST', '/s/questionnaire/city', form, { cookie })).status).toBe(400);
    },
  );
});
