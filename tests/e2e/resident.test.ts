import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickThrough, openPage, startBrowser, type Visitor, visitorOf } from '#tests/support/browser.ts';
import { startResidentApp } from '#tests/support/resident-app.ts';
import {
  answerUnanswered,
  enterCode,
  everyPageADocument,
  press,
  stepOf,
  waitForScripts,
  waitUntilSaved,
  walkToReview,
} from '#tests/support/resident-walk.ts';

let browser: Browser;
let resident: Awaited<ReturnType<typeof startResidentApp>>;
let used = 0;

beforeAll(async () => {
  [resident, browser] = await Promise.all([startResidentApp({ cases: 20 }), startBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await resident?.app.stop();
});

function nextCode(): string {
  used += 1;
  const invited = resident.wave.cases[used - 1];
  if (!invited) throw new Error('nextCode requires more cases in the wave');
  return invited.code;
}

const visitor = (change: Partial<Visitor> = {}): Visitor => ({ origin: resident.app.origin, ...change });

const receiptPattern = /^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/;
const pagesOfTheQuestionnaire = [
  'city',
  'feeling',
  'problems',
  'worry',
  'experience',
  'behaviour',
  'places',
  'services',
  'environment',
  'about',
];

describe('a resident on a phone, in Ukrainian', () => {
  it('answers, stops, resumes in another browser, reviews, sends, and is told kindly when trying again', async () => {
    const code = nextCode();
    const first = await openPage(browser, visitor({ language: 'uk' }), `/s/start#K=${code}`);
    await first.getByRole('button', { name: 'Почати' }).click();
    await first.getByLabel('Перша справа').fill('Темні переходи');
    await press(first, 'next');
    expect(stepOf(first)).toBe('feeling');
    await waitForScripts(first);
    await first.locator('#q04_city_safe').getByLabel('Скоріше ні').check();
    await waitUntilSaved(first);
    await first.context().close();

    const second = await openPage(browser, visitor({ language: 'uk' }));
    const asTyped = `${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8)}`.toLowerCase();
    await enterCode(second, asTyped);
    expect(stepOf(second)).toBe('feeling');
    expect(await second.locator('#q04_city_safe').getByLabel('Скоріше ні').isChecked()).toBe(true);
    await press(second, 'back');
    expect(await second.getByLabel('Перша справа').inputValue()).toBe('Темні переходи');

    expect(await walkToReview(second)).toEqual(pagesOfTheQuestionnaire);
    const review = await second.locator('main').textContent();
    expect(review).toContain('Темні переходи');
    expect(review).toContain('Скоріше ні');
    await second.locator('main button.primary').click();
    await second.waitForURL('**/s/receipt');
    const receipt = await second.locator('.receipt-code').textContent();
    expect(receipt).toMatch(receiptPattern);
    await second.reload();
    expect(await second.locator('.receipt-code').textContent()).toBe(receipt);

    const again = await openPage(browser, visitor({ language: 'uk' }));
    await enterCode(again, code);
    expect(await again.locator('html').getAttribute('lang')).toBe('uk');
    expect(await again.locator('h1').textContent()).toBe('Цей код зараз не відкриває анкету');
    expect(await again.locator('main').textContent()).toContain('більше нічого робити не треба');
  });
});

describe('a resident without scripts', () => {
  it('comes from the start to the receipt, and withdraws', async () => {
    const page = await openPage(browser, visitor({ javaScript: false }));
    await enterCode(page, nextCode());
    expect(await walkToReview(page)).toEqual(pagesOfTheQuestionnaire);
    await page.locator('main button.primary').click();
    const receipt = await page.locator('.receipt-code').textContent();
    expect(receipt).toMatch(receiptPattern);

    await page.locator('#main').getByRole('link', { name: 'Wycofanie odpowiedzi' }).click();
    await page.getByLabel('Kod potwierdzenia').fill(String(receipt).toLowerCase());
    await clickThrough(page, page.getByRole('button', { name: 'Usuń moje odpowiedzi' }));
    expect(await page.locator('h1').textContent()).toBe('Odpowiedzi zostały usunięte');
  });

  it('sees what an answer has opened before moving on', async () => {
    const page = await openPage(browser, visitor({ javaScript: false }));
    await enterCode(page, nextCode());
    while (stepOf(page) !== 'places') await answerOnceAndGoOn(page);
    await page.locator('#q20_place_gate').getByLabel('tak').check();
    await press(page, 'next');
    expect(stepOf(page)).toBe('places');
    expect(new URL(page.url()).hash).toMatch(/^#q21_1_/);
    expect(await page.locator('#q21_1_name').isVisible()).toBe(true);
  });
});

async function answerOnceAndGoOn(page: Page): Promise<void> {
  await answerUnanswered(page, 1);
  await press(page, 'next');
}

describe('the page with scripts', () => {
  it('saves every answer without pressing Next, one after the other', async () => {
    const code = nextCode();
    const page = await openPage(browser, visitor());
    await enterCode(page, code);
    await waitForScripts(page);
    for (const [field, value] of [
      ['#q01_top_problem_1', 'hałas'],
      ['#q02b_area', 'Łobzów'],
    ] as const) {
      const saved = page.waitForResponse('**/s/draft');
      await page.locator(field).fill(value);
      expect((await saved).status()).toBe(200);
      await waitUntilSaved(page);
    }
    const elsewhere = await openPage(browser, visitor());
    await enterCode(elsewhere, code);
    expect(await elsewhere.locator('#q01_top_problem_1').inputValue()).toBe('hałas');
    expect(await elsewhere.locator('#q02b_area').inputValue()).toBe('Łobzów');
  });

  it('saves what was just answered before Next, and nothing behind it, which would look like another window to the page that follows', async () => {
    const page = await openPage(browser, visitor());
    await everyPageADocument(page);
    await enterCode(page, nextCode());
    await waitForScripts(page);
    // The network is slow: the time to save comes while the form is still on its way.
    const sent: string[] = [];
    await page.route('**/s/draft', async (route) => {
      sent.push('draft');
      await route.continue();
    });
    await page.route('**/s/questionnaire/city', async (route) => {
      sent.push('form');
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await route.continue();
    });
    await page.locator('#q03_tenure input').nth(2).check();
    await press(page, 'next');
    expect([stepOf(page), ...sent]).toEqual(['feeling', 'draft', 'form']);
    await waitForScripts(page);
    await page.locator('#q04_city_safe input').first().check();
    await waitUntilSaved(page);
    expect(sent).toEqual(['draft', 'form', 'draft']);
  });

  it('keeps the page and its answers when nothing gets through, though the browser believes it is online, and goes on when it does', async () => {
    const page = await openPage(browser, visitor());
    await everyPageADocument(page);
    await enterCode(page, nextCode());
    await waitForScripts(page);
    await page.route('**/s/**', (route) => route.abort('connectionrefused'));
    await page.locator('#q03_tenure input').nth(2).check();
    await page.locator('.actions button[name="go"][value="next"]').click();
    await page.getByText('Nie zamykaj strony').waitFor();
    await page.locator('.actions button[name="go"][value="next"]').click();
    await page.locator('#q02b_area').fill('Łobzów');
    expect(stepOf(page)).toBe('city');
    await page.unroute('**/s/**');
    await press(page, 'next');
    expect(stepOf(page)).toBe('feeling');
    await press(page, 'back');
    expect(await page.locator('#q03_tenure input').nth(2).isChecked()).toBe(true);
    expect(await page.locator('#q02b_area').inputValue()).toBe('Łobzów');
  });

  it('shows and hides questions as they are answered, and keeps what was typed before the scripts came', async () => {
    const context = await visitorOf(browser, visitor());
    const page = await context.newPage();
    await enterCode(page, nextCode());
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/assets/enliven-*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.reload();
    await page.locator('#q02b_area').fill('Azory');
    release();
    await waitForScripts(page);
    await waitUntilSaved(page);
    expect(await page.locator('#q02b_area').inputValue()).toBe('Azory');
    await page.reload();
    expect(await page.locator('#q02b_area').inputValue()).toBe('Azory');
  });

  it('comes to life under fingers that do not wait for it', async () => {
    const context = await visitorOf(browser, visitor());
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await enterCode(page, nextCode());
    await page.addInitScript(pressKeysWithoutPause);
    await page.reload();
    await waitForScripts(page);
    await page.locator('#q03_tenure input').nth(2).check();
    await waitUntilSaved(page);
    expect(errors).toEqual([]);
  });

  it.each([false, true])(
    'says on a stale page that newer answers came from elsewhere, and overwrites nothing before Next (scripts: %s)',
    async (javaScript) => {
      const code = nextCode();
      const late = await openPage(browser, visitor({ javaScript }));
      await enterCode(late, code);
      const newer = await openPage(browser, visitor({ javaScript: false }));
      await enterCode(newer, code);
      await newer.locator('#q01_top_problem_1').fill('nowsze');
      await press(newer, 'next');
      if (javaScript) await waitForScripts(late);
      await late.locator('#q01_top_problem_1').fill('starsze');
      await press(late, 'next');
      const notice = late.locator('main > .notice');
      expect(await notice.textContent()).toContain('Nic nie zostało nadpisane');
      expect(await late.locator('#q01_top_problem_1').inputValue()).toBe('starsze');

      if (javaScript) await late.locator('.saving-note[data-state="held"]').waitFor();
      await late.locator('#q03_tenure input').nth(2).check();
      await clickThrough(late, late.getByRole('button', { name: 'Українська' }));
      expect(await notice.textContent()).toContain('Нічого не перезаписано');
      expect(await late.locator('html').getAttribute('lang')).toBe('uk');
      expect(await late.locator('#q03_tenure input').nth(2).isChecked()).toBe(true);
      await newer.goto('/s/questionnaire/city');
      expect(await newer.locator('#q01_top_problem_1').inputValue()).toBe('nowsze');
      expect(await newer.locator('#q03_tenure input').nth(2).isChecked()).toBe(false);

      await press(late, 'next');
      await newer.goto('/s/questionnaire/city');
      expect(await newer.locator('#q01_top_problem_1').inputValue()).toBe('starsze');
    },
  );

  it('shows on a stale page what was saved elsewhere, on request', async () => {
    const code = nextCode();
    const late = await openPage(browser, visitor({ javaScript: false }));
    await enterCode(late, code);
    const newer = await openPage(browser, visitor({ javaScript: false }));
    await enterCode(newer, code);
    await newer.locator('#q01_top_problem_1').fill('nowsze');
    await press(newer, 'next');
    await late.locator('#q01_top_problem_1').fill('starsze');
    await press(late, 'next');
    await late.getByRole('link', { name: 'Pokaż to, co zapisano tam' }).click();
    expect(await late.locator('#q01_top_problem_1').inputValue()).toBe('nowsze');
  });
});

describe('invariant 14: switching the language keeps the page and the answers', () => {
  it.each([true, false])('with scripts: %s', async (javaScript) => {
    const page = await openPage(browser, visitor({ javaScript }));
    await enterCode(page, nextCode());
    if (javaScript) await waitForScripts(page);
    await page.locator('#q01_top_problem_1').fill('hałas');
    await page.locator('#q03_tenure input').nth(2).check();
    await page.getByRole('button', { name: 'Українська' }).click();
    await page.locator('html[lang="uk"]').waitFor();
    expect(stepOf(page)).toBe('city');
    expect(await page.locator('h1').textContent()).toContain('справи Кракова');
    expect(await page.locator('#q01_top_problem_1').inputValue()).toBe('hałas');
    expect(await page.locator('#q03_tenure input').nth(2).isChecked()).toBe(true);
  });
});

/** Runs in the browser: a key between any two of its tasks, from the first on until the scripts are there. */
function pressKeysWithoutPause(): void {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    const note = document.querySelector('.saving-note');
    document.querySelector('.questionnaire')?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true }));
    if (!note || note.getAttribute('data-state') === 'without-scripts') channel.port2.postMessage(null);
  };
  channel.port2.postMessage(null);
}
