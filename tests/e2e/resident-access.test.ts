import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replaceCode } from '#app/use-cases/fieldwork/codes/issue-codes.server.ts';
import { axeViolations } from '#tests/support/axe.ts';
import { openPage, sidewaysScroll, startBrowser } from '#tests/support/browser.ts';
import { anAct } from '#tests/support/fieldwork.ts';
import { startResidentApp } from '#tests/support/resident-app.ts';
import { pageForm, residentClient } from '#tests/support/resident-http.ts';
import { enterCode, stepOf, waitForScripts, walkToReview } from '#tests/support/resident-walk.ts';
import { withFieldwork } from '#tests/support/running-app.ts';

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
  return resident.wave.cases[used - 1]?.code ?? '';
}

/** A new letter for someone who began with an earlier one. */
async function replacedCode(): Promise<string> {
  used += 1;
  const { caseId, code } = resident.wave.cases[used - 1] ?? { caseId: '', code: '' };
  const { send, enter } = residentClient(() => resident.app.origin);
  const answers = pageForm([['q02_district', '5']]);
  await send('POST', '/s/questionnaire/city', answers, { cookie: await enter(code) });
  return withFieldwork(resident.app.dataFolder, (database) => {
    const replaced = replaceCode(database, caseId, anAct(Date.now(), `letter ${used}`));
    if (!replaced.ok) throw new Error(replaced.reason);
    return replaced.issued.code;
  });
}

/**
 * What is wrong with a page for someone who reads it by ear, by keyboard or on a phone; each line names the
 * page.
 */
async function faultsOf(page: Page, name: string): Promise<string[]> {
  const faults = (await axeViolations(page)).map((fault) => `${name}: ${fault}`);
  const sideways = await sidewaysScroll(page);
  if (sideways > 0) faults.push(`${name}: scrolls sideways by ${sideways} px`);
  const small = await smallTargets(page);
  return [...faults, ...small.map((target) => `${name}: less than 44 px high: ${target}`)];
}

/** Controls that a finger has to hit; links inside sentences are as high as their line. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls =
      'main button, main select, main .choice label, main input.code, footer a, a[href^="tel:"]';
    const alone = [...document.querySelectorAll('main a')].filter(
      (link) => link.textContent?.trim() === link.parentElement?.textContent?.trim(),
    );
    return [...document.querySelectorAll(controls), ...alone]
      .filter((control) => control.checkVisibility() && !control.closest('.visually-hidden'))
      .filter((control) => control.getBoundingClientRect().height < 44)
      .map((control) => control.outerHTML.slice(0, 80));
  });
}

const looks = [
  { width: 360, dark: false },
  { width: 1280, dark: false },
  { width: 360, dark: true },
] as const;

describe('invariant 15: axe finds nothing on any page of the resident', () => {
  it.each(looks)(
    'at $width px, dark: $dark',
    async ({ width, dark }) => {
      const visitor = { origin: resident.app.origin, width, dark };
      const page = await openPage(browser, visitor);
      const faults = await faultsOf(page, 'front');
      const look = async (name: string): Promise<void> => {
        faults.push(...(await faultsOf(page, name)));
      };
      for (const path of ['/s', '/s/start', '/s/privacy', '/s/closed', '/s/withdraw', '/s/no-such-page']) {
        await page.goto(path);
        await look(path);
      }
      await page.goto('/s/withdraw');
      await page.locator('#receipt').fill('ABCD-EFGH-JKLM');
      await page.locator('main button').click();
      await look('withdrawal of an unknown receipt');
      await enterCode(page, 'mistyped');
      await look('a mistyped code');

      const code = nextCode();
      await enterCode(page, code, '/s/start');
      await walkToReview(page, look);
      await look('review');
      await page.locator('main button.primary').click();
      await page.waitForURL('**/s/receipt');
      await look('receipt');
      await enterCode(page, code);
      await look('a used code');

      await enterCode(page, nextCode());
      await page.locator('#q02_district option').last().waitFor({ state: 'attached' });
      await page.locator('#q02_district').selectOption({ index: await lastOption(page) });
      await page.locator('.actions button.primary').click();
      await page.waitForURL('**/s/outside');
      await look('outside');

      await enterCode(page, await replacedCode());
      await page.waitForURL('**/s/earlier');
      await look('answers of an earlier letter');
      await page.locator('#earlier-code').fill('BCDF');
      await page.locator('main button.primary').click();
      await page.locator('.error-summary').waitFor();
      await look('a mistyped code of an earlier letter');
      expect(faults).toEqual([]);
    },
    240_000,
  );

  it('not on a page with problems either, whose summary has the focus', async () => {
    const page = await openPage(browser, { origin: resident.app.origin });
    await enterCode(page, nextCode());
    await waitForScripts(page);
    await page.locator('#q02_district').selectOption('');
    await page.locator('.actions button.primary').click();
    await page.locator('.error-summary').waitFor();
    // The scripts give it the focus, some time after it is there.
    await page.locator('.error-summary:focus').waitFor();
    expect(await faultsOf(page, 'problems')).toEqual([]);
    await page.locator('.error-summary a').click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q02_district');
  });
});

function lastOption(page: Page): Promise<number> {
  return page
    .locator('#q02_district option')
    .count()
    .then((count) => count - 1);
}

describe('invariant 15: the questionnaire works by keyboard alone', () => {
  it('reaches every control in the order of the page, shows where it is, answers and goes on', async () => {
    const page = await openPage(browser, { origin: resident.app.origin });
    const code = nextCode();
    await page.goto('/s');
    await pressUntil(page, () => document.activeElement?.id === 'code');
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/city');
    await waitForScripts(page);

    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip-link');
    await page.keyboard.press('Enter');
    await pressUntil(page, () => document.activeElement?.id === 'q01_top_problem_1');
    await page.keyboard.type('hałas');
    // Enter in a text field is Next, and not one of the language buttons before it.
    await page.keyboard.press('Enter');
    await page.waitForURL('**/feeling');
    await waitForScripts(page);

    const reached: string[] = [];
    const hidden: string[] = [];
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      const { name, shown } = await focused(page);
      if (!shown) hidden.push(name);
      reached.push(name);
      if (name.startsWith('q0')) await page.keyboard.press('ArrowDown');
      if (name === 'go=next') break;
    }
    expect(hidden).toEqual([]);
    const groups = await page
      .locator('.choices input[type="radio"]')
      .evaluateAll((inputs) => [...new Set(inputs.map((input) => (input as HTMLInputElement).name))]);
    expect(reached.filter((name) => name.startsWith('q0'))).toEqual(groups);
    expect(await page.locator('.choices input:checked').count()).toBe(groups.length);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/problems');
    expect(stepOf(page)).toBe('problems');
  });
});

async function pressUntil(page: Page, arrived: () => boolean): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await page.evaluate(arrived)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the keyboard did not arrive');
}

/** The focused control, and whether it or the row around it is outlined. */
function focused(page: Page): Promise<{ name: string; shown: boolean }> {
  return page.evaluate(() => {
    const control = document.activeElement as HTMLInputElement;
    const outlined = [control, control.closest('.choice')].some(
      (element) => element && getComputedStyle(element).outlineStyle !== 'none',
    );
    const name = control.name === 'go' ? `go=${control.value}` : control.name || control.tagName;
    return { name, shown: outlined };
  });
}
