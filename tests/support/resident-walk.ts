import type { Page } from 'playwright-core';

/** Types the code on the start page and presses the button. */
export async function enterCode(page: Page, code: string, path = '/s'): Promise<void> {
  await page.goto(path);
  await page.locator('#code').fill(code);
  await page.locator('.code-form button.primary').click();
}

/** Presses the visible Next or Back and waits for the page that follows. */
export async function press(page: Page, go: 'next' | 'back'): Promise<void> {
  const before = await loadedDocument(page);
  await page.locator(`.actions button[name="go"][value="${go}"]`).click();
  for (const end = Date.now() + 60_000; (await loadedDocument(page)) === before; ) {
    if (Date.now() > end) throw new Error(`press requires that ${go} leads to another page`);
    await aMoment();
  }
}

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 20));

/**
 * When the document began that the page shows, once it has loaded: another page is another document. The
 * browser's own events are no sign of one, because scripts that come to life write the history too.
 */
async function loadedDocument(page: Page): Promise<number> {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    // Fails while one document gives way to the next.
    const began = await page
      .evaluate(() => (document.readyState === 'complete' ? performance.timeOrigin : null))
      .catch(() => null);
    if (began !== null) return began;
    await aMoment();
  }
  throw new Error('loadedDocument requires a page that loads within a minute');
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
