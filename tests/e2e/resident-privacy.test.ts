import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser, visitorOf } from '#tests/support/browser.ts';
import { startResidentApp } from '#tests/support/resident-app.ts';
import { waitForScripts, walkToReview } from '#tests/support/resident-walk.ts';

let browser: Browser;
let resident: Awaited<ReturnType<typeof startResidentApp>>;

beforeAll(async () => {
  [resident, browser] = await Promise.all([
    startResidentApp({ cases: 2, environment: { POCZUCIE_LOG: 'debug' } }),
    startBrowser(),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await resident?.app.stop();
});

/** Address and headers of everything that the browser asks for, scripts and pictures included. */
function watchRequests(context: BrowserContext): { sent: string[]; settled: () => Promise<unknown> } {
  const sent: string[] = [];
  const reading: Promise<void>[] = [];
  context.on('request', (request) => {
    const url = request.url();
    reading.push(request.allHeaders().then((headers) => void sent.push(`${url} ${JSON.stringify(headers)}`)));
  });
  return { sent, settled: () => Promise.all(reading) };
}

/** The code as printed and as stored; any part of it that would find it again. */
function spellingsOf(code: string): string[] {
  const printed = [code.slice(0, 4), code.slice(4, 8), code.slice(8, 12), code.slice(12)].join('-');
  return [code, printed, code.toLowerCase(), printed.toLowerCase()];
}

describe('invariant 13: from the letter to the receipt', () => {
  it('no third party is asked, and the code is in no address, header, log or file', async () => {
    const code = resident.wave.cases[0]?.code ?? '';
    const context = await visitorOf(browser, { origin: resident.app.origin, language: 'en' });
    const { sent, settled } = watchRequests(context);
    const page = await context.newPage();
    await page.goto(`/s/start#K=${code}`);
    expect(page.url()).toBe(`${resident.app.origin}/s/start`);
    const addresses: string[] = [];
    page.on('framenavigated', (frame) => addresses.push(frame.url()));
    await page.locator('.code-form button.primary').click();
    await page.waitForURL('**/questionnaire/**');
    await waitForScripts(page);
    await walkToReview(page);
    await page.locator('main button.primary').click();
    await page.waitForURL('**/s/receipt');
    const receipt = (await page.locator('.receipt-code').textContent()) ?? '';
    await page.locator('#main').getByRole('link', { name: 'Withdraw' }).click();
    await page.locator('#receipt').fill(receipt);
    await page.locator('main button.danger').click();
    await page.locator('h1').waitFor();
    const cookies = await context.cookies();
    await settled();

    expect(sent.length).toBeGreaterThan(20);
    expect(new Set(sent.map((request) => new URL(request.split(' ', 1)[0] ?? '').origin))).toEqual(
      new Set([resident.app.origin]),
    );
    const secrets = [...spellingsOf(code), receipt];
    const seen = {
      addresses,
      requests: sent,
      cookies: cookies.map(({ value }) => value),
      log: [resident.app.log()],
    };
    for (const [where, texts] of Object.entries(seen)) {
      for (const secret of secrets) {
        expect(
          texts.filter((text) => text.includes(secret)),
          `${secret} in ${where}`,
        ).toEqual([]);
      }
    }
    expect(seen.log[0]).not.toContain(resident.wave.cases[0]?.caseId);
    for (const file of readdirSync(resident.app.dataFolder)) {
      const bytes = readFileSync(join(resident.app.dataFolder, file));
      for (const secret of secrets) expect(bytes.includes(secret), `${secret} in ${file}`).toBe(false);
    }
  });

  it('a code that was typed wrong is in no address and no log either', async () => {
    const context = await visitorOf(browser, { origin: resident.app.origin });
    const page = await context.newPage();
    await page.goto('/s');
    await page.locator('#code').fill('BCDFGHJKLMNPQ');
    await page.locator('.code-form button.primary').click();
    expect(page.url()).not.toContain('BCDF');
    expect(resident.app.log()).not.toContain('BCDFGHJKLMNPQ');
  });

  it('every answer forbids keeping a copy, naming the page elsewhere, and foreign content', async () => {
    for (const path of ['/s', '/s/start', '/s/withdraw', '/s/review', '/s/questionnaire/city']) {
      const { headers } = await fetch(`${resident.app.origin}${path}`, { redirect: 'manual' });
      expect(headers.get('referrer-policy'), path).toBe('same-origin');
      expect(headers.get('content-security-policy'), path).toContain("default-src 'none'");
      if (path !== '/s/review' && path !== '/s/questionnaire/city')
        expect(headers.get('cache-control'), path).toBe('no-store');
    }
  });
});
