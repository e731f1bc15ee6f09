import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage, startBrowser } from '#tests/support/browser.ts';
import { startResidentApp } from '#tests/support/resident-app.ts';
import { enterCode, press, waitForScripts, waitUntilSaved } from '#tests/support/resident-walk.ts';

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
    expect(await question.getByRole('status').textContent()).toContain('Wybrano już 3');
    await question.getByLabel('nic nie trzeba zmieniać').click();
    expect(await ticked()).toHaveLength(1);
    expect(await question.getByRole('status').textContent()).toBe('');
    await waitUntilSaved(page);
  });
});
