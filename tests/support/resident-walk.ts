import type { Page } from 'playwright-core';

/** Types the code on the start page and presses the button. */
export async function enterCode(page: Page, code: string, path = '/s'): Promise<void> {
  await page.goto(path);
  await page.locator('#code').fill(code);
  await page.locator('.code-form button.primary').click();
}

/** Presses the visible Next or Back and waits for the page that follows, in this document or another. */
export async function press(page: Page, go: 'next' | 'back'): Promise<void> {
  const before = await pageShown(page);
  await page.locator(`.actions button[name="go"][value="${go}"]`).click();
  const hasArrived = async () => (await pageShown(page)) !== before && (await addressAgrees(page));
  for (const end = Date.now() + 60_000; !(await hasArrived()); ) {
    if (Date.now() > end) throw new Error(`press requires that ${go} leads to another page`);
    await aMoment();
  }
}

/** An address that changes within a document is told to us a moment after the page knows it. */
async function addressAgrees(page: Page): Promise<boolean> {
  const address = await page.evaluate(() => location.pathname).catch(() => null);
  return address === new URL(page.url()).pathname;
}

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 20));

/**
 * The page that is shown: when its document began, once it has loaded, and which page of the questionnaire
 * stands in it. The browser's own events are no sign of another one, because scripts that come to life write
 * the history too.
 */
async function pageShown(page: Page): Promise<string> {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    // Fails while one document gives way to the next.
    const shown = await page
      .evaluate(() => {
        if (document.readyState !== 'complete') return null;
        const name = document.querySelector<HTMLInputElement>('.questionnaire input[name="page"]')?.value;
        return `${performance.timeOrigin} ${name}`;
      })
      .catch(() => null);
    if (shown !== null) return shown;
    await aMoment();
  }
  throw new Error('pageShown requires a page that loads within a minute');
}

/**
 * Waits until the scripts have taken the page over: before that the note under it speaks of pressing Next.
 */
export async function waitForScripts(page: Page): Promise<void> {
  await page.locator('.saving-note:not([data-state="without-scripts"])').waitFor();
}

export async function waitUntilSaved(page: Page): Promise<void> {
  await page.locator('.saving-note[data-state="saved"]').waitFor();
}

/** Chooses the given answer, counted from 0, in every list of single answers that has none yet. */
export function answerUnanswered(page: Page, position = 0): Promise<number> {
  return page.evaluate((wanted) => {
    const buttons = [...document.querySelectorAll<HTMLInputElement>('.choices input[type="radio"]')];
    const names = new Set(buttons.map(({ name }) => name));
    let answered = 0;
    for (const name of names) {
      const list = buttons.filter((button) => button.name === name);
      if (list.some(({ checked }) => checked)) continue;
      list[Math.min(wanted, list.length - 1)]?.click();
      answered += 1;
    }
    return answered;
  }, position);
}

/** The questionnaire page or step that the browser is at. */
export function stepOf(page: Page): string {
  return new URL(page.url()).pathname.replace(/^\/s\/(questionnaire\/)?/, '');
}

/** Answers every question from where the page is until the review; returns the steps it went through. */
export function walkToReview(page: Page, atStep?: (step: string) => Promise<void>): Promise<string[]> {
  return walkTo(page, 'review', atStep);
}

/** Answers every question from where the page is until another step; returns the steps it went through. */
export async function walkTo(
  page: Page,
  destination: string,
  atStep: (step: string) => Promise<void> = async () => {},
): Promise<string[]> {
  const steps: string[] = [];
  for (let presses = 0; presses < 40; presses += 1) {
    const step = stepOf(page);
    if (step === destination) return steps;
    // Answers may open further questions: with scripts at once, without them after Next, on the same page
    // again.
    while ((await answerUnanswered(page, 1)) > 0);
    if (steps.at(-1) !== step) {
      steps.push(step);
      await atStep(step);
    }
    await press(page, 'next');
  }
  throw new Error(`walkTo ${destination} did not arrive: ${steps.join(', ')}`);
}

/**
 * Keeps from the browser what it draws the following pages from: they are documents, as they are until it
 * has arrived.
 */
export async function everyPageADocument(page: Page): Promise<void> {
  await page.route('**/s/wording/**', (route) => route.abort());
}
