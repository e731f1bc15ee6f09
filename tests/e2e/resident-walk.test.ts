import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage, startBrowser } from '#tests/support/browser.ts';
import { startResidentApp } from '#tests/support/resident-app.ts';
import {
  answerUnanswered,
  enterCode,
  press,
  stepOf,
  waitForScripts,
  waitUntilSaved,
} from '#tests/support/resident-walk.ts';

let browser: Browser;
let resident: Awaited<ReturnType<typeof startResidentApp>>;
let used = 0;

beforeAll(async () => {
  [resident, browser] = await Promise.all([startResidentApp({ cases: 12 }), startBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await resident?.app.stop();
});

const nextCode = () => resident.wave.cases[used++]?.code ?? '';

/** The first page with everything that draws the others, and what it asks of the server from then on. */
async function startWalk(): Promise<{ page: Page; code: string; asked: string[] }> {
  const code = nextCode();
  const page = await openPage(browser, { origin: resident.app.origin });
  const wording = page.waitForResponse('**/s/wording/**');
  await enterCode(page, code);
  await waitForScripts(page);
  await (await wording).finished();
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (request.resourceType() === 'document' || pathname.endsWith('.data')) asked.push(pathname);
  });
  return { page, code, asked };
}

const heading = (page: Page) => page.locator('h1').textContent();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName);

describe('a resident with scripts', () => {
  it('goes from page to page without another document, told by heading, title, address and place', async () => {
    const { page, asked } = await startWalk();
    await page.evaluate(() => window.scrollTo(0, 400));
    await press(page, 'next');
    expect(stepOf(page)).toBe('feeling');
    expect(await page.title()).toBe(`${await heading(page)} · Badanie mieszkańców`);
    expect(await focused(page)).toBe('H1');
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    expect(await page.locator('.page-count').textContent()).toBe('Strona 2 z 10');
    await answerUnanswered(page, 1);
    await press(page, 'next');
    await answerUnanswered(page, 1);
    await press(page, 'back');
    expect(stepOf(page)).toBe('feeling');
    expect(await answerUnanswered(page)).toBe(0);
    expect(asked).toEqual([]);
  });

  it('has the pages that a document would have: rows in the order of this person, answers as they are', async () => {
    const { page } = await startWalk();
    const cards = () => page.locator('.questionnaire').evaluate(pageInWords);
    await press(page, 'next');
    await answerUnanswered(page, 2);
    await press(page, 'next');
    const sent = page.waitForRequest((request) => request.postData()?.includes('&q11_worst=') ?? false);
    await answerAll(page, 2);
    await sent;
    await waitUntilSaved(page);
    const drawnHere = await cards();
    await page.reload();
    await waitForScripts(page);
    expect(stepOf(page)).toBe('problems');
    expect(await cards()).toEqual(drawnHere);
    expect(await answerUnanswered(page)).toBe(0);
  });

  it('goes back and forward by the browser, keeps what was answered, and comes to the review', async () => {
    const { page, asked } = await startWalk();
    await press(page, 'next');
    await answerAll(page);
    await press(page, 'next');
    await answerAll(page);
    await page.goBack();
    await expect.poll(() => stepOf(page)).toBe('feeling');
    await expect.poll(() => page.locator('.page-count').textContent()).toBe('Strona 2 z 10');
    expect(await answerUnanswered(page)).toBe(0);
    await page.goForward();
    await expect.poll(() => page.locator('.page-count').textContent()).toBe('Strona 3 z 10');
    expect(await answerUnanswered(page)).toBe(0);
    expect(asked).toEqual([]);
    while (stepOf(page) !== 'review') await press(page, 'next');
    expect(asked).toEqual(['/s/questionnaire/about', '/s/review']);
    await page.goBack();
    await waitForScripts(page);
    await page.goBack();
    await expect.poll(() => page.locator('.page-count').textContent()).toBe('Strona 9 z 10');
  });

  it('loses no answer that could not be saved when it moves on', async () => {
    const { page, code } = await startWalk();
    await page.getByLabel('Sprawa pierwsza').fill('Ciemne przejścia');
    await page.route('**/s/draft', (route) => route.abort('connectionrefused'));
    await page.locator('.actions button[name="go"][value="next"]').click();
    await page.getByText('Nie zamykaj strony').waitFor();
    await page.unroute('**/s/draft');
    await waitUntilSaved(page);
    const elsewhere = await openPage(browser, { origin: resident.app.origin });
    await enterCode(elsewhere, code);
    await expect.poll(() => elsewhere.locator('h1').textContent()).toBeTruthy();
    await elsewhere.goto('/s/questionnaire/city');
    expect(await elsewhere.getByLabel('Sprawa pierwsza').inputValue()).toBe('Ciemne przejścia');
  });

  it('is shown by a document what was saved elsewhere, when a page that was left comes too late', async () => {
    const { page, code } = await startWalk();
    const elsewhere = await openPage(browser, { origin: resident.app.origin, javaScript: false });
    await enterCode(elsewhere, code);
    await elsewhere.getByLabel('Sprawa pierwsza').fill('Hałas');
    await press(elsewhere, 'next');
    await page.getByLabel('Sprawa pierwsza').fill('Ciemne przejścia');
    const shown = page.waitForResponse((response) => response.status() === 409 && isDocument(response));
    await page.locator('.actions button[name="go"][value="next"]').click();
    await shown;
    await page.locator('main .notice').first().waitFor();
    expect(stepOf(page)).toBe('city');
    expect(await page.getByLabel('Sprawa pierwsza').inputValue()).toBe('Ciemne przejścia');
  });

  it('sees from the server what an answer lacks, on the page itself', async () => {
    const { page } = await startWalk();
    await page.locator('#q02_district').selectOption('');
    await page.locator('.actions button[name="go"][value="next"]').click();
    await page.locator('.error-summary').waitFor();
    expect(stepOf(page)).toBe('city');
    expect(await page.title()).toMatch(/^Błąd:/);
  });
});

describe('a resident whose scripts are not all there', () => {
  it('posts each page as without scripts while the engine is on its way', async () => {
    const page = await openPage(browser, { origin: resident.app.origin });
    await page.route('**/assets/enliven-*.js', () => {});
    await enterCode(page, nextCode());
    const document = page.waitForRequest((request) => isDocument(request) && request.method() === 'POST');
    await press(page, 'next');
    await document;
    expect(stepOf(page)).toBe('feeling');
  });

  it('loads no engine where the browser is asked to save data', async () => {
    const page = await openPage(browser, { origin: resident.app.origin });
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    });
    const engines: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('enliven')) engines.push(request.url());
    });
    await enterCode(page, nextCode());
    await page.locator('.choices input').first().check();
    await press(page, 'next');
    expect(stepOf(page)).toBe('feeling');
    await page.waitForLoadState('networkidle');
    expect(engines).toEqual([]);
  });
});

function isDocument(one: {
  request?: () => { resourceType(): string };
  resourceType?: () => string;
}): boolean {
  return (one.request?.() ?? one).resourceType?.() === 'document';
}

/** Runs in the browser: every word and every answer of the questions, in their order. */
function pageInWords(form: Element): string[] {
  const cards = [...form.querySelectorAll('.question')];
  return cards.map((card) => {
    const checked = [...card.querySelectorAll('input:checked')].map(({ id }) => id);
    return [card.textContent, ...checked].join(' | ');
  });
}

/** Also what the answers open. */
async function answerAll(page: Page, position = 1): Promise<void> {
  while ((await answerUnanswered(page, position)) > 0);
}
