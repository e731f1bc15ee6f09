import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { layoutSettled } from './browser.ts';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Rules that a change of colours can break. */
export const colourRules = ['color-contrast', 'link-in-text-block'];

/** What axe finds on the page as it stands, one readable line each; run it with scripts allowed. */
export async function axeViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  // Evaluated by the debugger and not by a script element, so that the content security policy stays as it
  // is.
  if (!isThere) await page.evaluate(await readFile(axeFile, 'utf8'));
  await layoutSettled(page);
  const { violations } = await page.evaluate(
    (runOnly) =>
      (window as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly,
        resultTypes: ['violations'],
      }),
    { type: rules ? ('rule' as const) : ('tag' as const), values: [...(rules ?? tags)] },
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} at ${node.target.join(' ')} (${node.failureSummary ?? ''})`),
  );
}
