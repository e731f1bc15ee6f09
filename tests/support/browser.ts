import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import type { Language } from '#core/language.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.POCZUCIE_CHROMIUM ?? '/usr/bin/chromium',
    args: flags,
  });
}

export interface Visitor {
  origin: string;
  width?: number;
  language?: Language;
  javaScript?: boolean;
  dark?: boolean;
}

const browserLanguages: Record<Language, string> = { pl: 'pl-PL', en: 'en-GB', uk: 'uk-UA' };

/** A browser of one person: cookies, language and window of their own. */
export async function visitorOf(browser: Browser, visitor: Visitor): Promise<BrowserContext> {
  const { origin, width = 360, language = 'pl', javaScript = true, dark = false } = visitor;
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width, height: width < 600 ? 740 : 900 },
    locale: browserLanguages[language],
    javaScriptEnabled: javaScript,
    colorScheme: dark ? 'dark' : 'light',
    serviceWorkers: 'block',
  });
  context.setDefaultTimeout(60_000);
  return context;
}

/** One page in a browser of its own. */
export async function openPage(browser: Browser, visitor: Visitor, path = '/'): Promise<Page> {
  const context = await visitorOf(browser, visitor);
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

/** Clicks what leads to another document, and waits for it: what is read at once stands on the page left. */
export async function clickThrough(page: Page, target: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('load'), target.click()]);
}

/**
 * Waits until the page has the measures that it keeps: its typefaces are there, which come after the text and
 * are narrower than what stood in for them. Who measures a page earlier measures how fast the machine is.
 */
export async function layoutSettled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // Laying it out is what asks for the typefaces.
    do {
      document.body.getBoundingClientRect();
      await document.fonts.ready;
    } while (document.fonts.status === 'loading');
  });
}

/** How far the page can be scrolled sideways; nothing but a table in its own box may. */
export async function sidewaysScroll(page: Page): Promise<number> {
  await layoutSettled(page);
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
