import type { Page } from 'playwright-core';

/** How many sheets a printer would give out. */
export async function printedPages(page: Page): Promise<number> {
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return paper.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}
