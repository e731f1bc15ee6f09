import type { Browser, Page } from 'playwright-core';
import type { StaffRole } from '#app/core/staff-roles.ts';
import type { Language } from '#core/language.ts';
import { visitorOf } from './browser.ts';
import { darkFaults, pageFaults, picturesDrawn } from './page-faults.ts';
import type { RunningApp } from './running-app.ts';
import type { VisitedPage } from './staff-pages.ts';

/** The readers of a walk: all pages are there for one of them. */
export const walkingRoles = ['manager', 'city-analyst', 'administrator'] as const;
const widths = [1280, 360] as const;
const guest = 'nobody';

/** A running application, and who signs in to it. */
export interface House {
  app: RunningApp;
  browser: Browser;
  signIns: { role: StaffRole; email: string; password: string }[];
}

/** One page for each kind of reader, signed in, in one language. */
export async function readersOf(
  { app, browser, signIns }: House,
  language: Language,
): Promise<Map<string, Page>> {
  const pages = new Map<string, Page>();
  for (const role of [guest, ...walkingRoles]) {
    const context = await visitorOf(browser, { origin: app.origin, width: 1280, language });
    const page = await context.newPage();
    const signIn = signIns.find((other) => other.role === role);
    if (signIn) {
      await page.goto('/sign-in');
      await page.locator('#email').fill(signIn.email);
      await page.locator('#password').fill(signIn.password);
      await page.locator('main button').click();
      await page.waitForURL(/fieldwork|results|admin/);
    }
    pages.set(role, page);
  }
  return pages;
}

type Look = (page: Page, path: string) => Promise<string[]>;

interface Walk {
  language: Language;
  look: Look;
  /** By address, where it is not 200. */
  statuses?: Record<string, number>;
}

/** Walks through pages, each as a role that may see it; faults begin with the address. */
export async function walk(
  house: House,
  pages: readonly VisitedPage[],
  { language, look, statuses }: Walk,
): Promise<string[]> {
  const faults: string[] = [];
  const readers = await readersOf(house, language);
  for (const { path, role } of pages) {
    const page = readers.get(role ?? guest);
    if (!page) throw new Error(`nobody is signed in as ${role}`);
    const answer = await page.goto(path);
    const expected = statuses?.[path] ?? 200;
    const found = answer?.status() === expected ? [] : [`answered ${answer?.status()}, not ${expected}`];
    await picturesDrawn(page);
    found.push(...(await look(page, path)));
    faults.push(...found.map((fault) => `${path} ${fault}`));
  }
  await Promise.all([...readers.values()].map((page) => page.context().close()));
  return faults;
}

export const lookWell: Look = async (page) => {
  const faults = [];
  for (const width of widths) faults.push(...(await pageFaults(page, width)));
  return [...faults, ...(await darkFaults(page))];
};

export const lookOnPhone: Look = (page) => pageFaults(page, 360);
