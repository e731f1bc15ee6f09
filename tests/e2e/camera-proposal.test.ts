import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openResults } from '#db/results/database.ts';
import { clickThrough, openPage, startBrowser } from '#tests/support/browser.ts';
import { copyCity, type DemonstrationCity, demonstrationCity } from '#tests/support/demonstration-city.ts';
import { pageFaults } from '#tests/support/page-faults.ts';
import { type RunningApp, startApp } from '#tests/support/running-app.ts';

let city: DemonstrationCity;
let app: RunningApp;
let browser: Browser;

beforeAll(async () => {
  city = await demonstrationCity();
  app = await startApp({
    prepare: (dataFolder) => copyCity(city, dataFolder),
    environment: { POCZUCIE_AREAS: 'results,public', POCZUCIE_SECRET: undefined },
  });
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function analyst(): Promise<Page> {
  const { email = '', password = '' } = city.signIns.find(({ role }) => role === 'city-analyst') ?? {};
  const page = await openPage(browser, { origin: app.origin, width: 1280, javaScript: true }, '/sign-in');
  await page.locator('[name=email]').fill(email);
  await page.locator('[name=password]').fill(password);
  await page.locator('main button[type=submit]').click();
  await page.waitForURL('**/results');
  return page;
}

describe('a camera proposal that is stopped at "other means"', { timeout: 120_000 }, () => {
  it('invariant 19: cannot be decided, and is once every step is done', async () => {
    const page = await analyst();
    await page.goto('/results/cameras');
    const waiting = page.locator('.cameras-page tr', { hasText: 'Czeka na: inne środki' });
    await clickThrough(page, waiting.locator('a'));
    expect(await page.locator('button[value=decide]').count()).toBe(0);
    expect(await page.locator('main').textContent()).toContain('brakuje kroku „Inne środki”');

    const means = page.locator('#step-means');
    await means.locator('[name=means]').first().selectOption('light');
    await means.locator('[name=since]').first().fill('2025-01-15');
    await means.locator('[name=whyNot]').first().fill('lampy nie wystarczyły');
    await means.locator('[name=findings]').fill('światło nie usunęło zagrożenia');
    await clickThrough(page, means.locator('button[value=save]'));
    await clickThrough(page, means.locator('button[value=confirm]'));

    const privacy = page.locator('#step-privacy');
    await privacy.locator('[name=findings]').fill('obraz obejmie chodnik, okna pod maską');
    await privacy.locator('[name=source]').fill('ocena 6/2026');
    await privacy.locator('[name=evidenceOn]').fill('2026-01-15');
    await clickThrough(page, privacy.locator('button[value=save]'));
    await clickThrough(page, privacy.locator('button[value=confirm]'));

    const council = page.locator('#step-council');
    await clickThrough(page, council.locator('button[value=ask]'));
    expect(await council.textContent()).toContain('Odpowiedzi jeszcze nie ma');
    const proposal = new URL(page.url()).pathname;
    answerOfCouncil(app, proposal.split('/').at(-1) ?? '');

    await page.goto(proposal);
    await council.locator('[name=findings]').fill('rada jest za');
    await clickThrough(page, council.locator('button[value=save]'));
    await clickThrough(page, council.locator('button[value=confirm]'));
    await page.locator('#ending-decide').fill('decyzja 8/2026');
    await clickThrough(page, page.locator('button[value=decide]'));
    expect(await page.locator('.proposal-standing').textContent()).toContain('Zdecydowano');
    expect([...(await pageFaults(page, 1280)), ...(await pageFaults(page, 360))]).toEqual([]);
    await page.goto('/results/cameras');
    expect([...(await pageFaults(page, 1280)), ...(await pageFaults(page, 360))]).toEqual([]);
  });
});

/** The council says yes: its own page is another test's. */
function answerOfCouncil({ dataFolder }: RunningApp, proposalId: string): void {
  const results = openResults(join(dataFolder, 'results.sqlite'));
  const [asked] = results.consultations.of('camera-proposal', proposalId);
  const given = {
    opinion: 'for',
    opinionText: '',
    resolutionNumber: 'XVI/1',
    givenOn: asked?.sentOn ?? '',
  } as const;
  results.transact(() =>
    results.consultations.give(asked?.consultationId ?? '', {
      ...given,
      givenAt: Date.now(),
      givenBy: 'council',
      givenByName: 'Rada',
    }),
  );
  results.close();
}
