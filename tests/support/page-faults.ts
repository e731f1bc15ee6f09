import type { Page } from 'playwright-core';
import { axeViolations, colourRules } from './axe.ts';
import { sidewaysScroll } from './browser.ts';

/** What is wrong with a page of staff or the public on a screen of this width, one line each. */
export async function pageFaults(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 });
  const faults = await axeViolations(page);
  const sideways = await sidewaysScroll(page);
  if (sideways > 0) faults.push(`scrolls sideways by ${sideways} px`);
  const boxes = await page.evaluate(() =>
    [...document.querySelectorAll('main *:not(.table-box)')]
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth)
      .filter((box) => /auto|scroll/.test(getComputedStyle(box).overflowX))
      .map((box) => box.outerHTML.slice(0, 80)),
  );
  faults.push(...boxes.map((box) => `scrolls sideways and is no table: ${box}`));
  const bare = await page.evaluate(() =>
    [...document.querySelectorAll('main canvas, .district-map, .daily svg, .share-bar')]
      .filter((picture) =>
        // The map of the overview says what its list and its matrix of signs say.
        ['figure', 'table', '.map-and-table', '.overview'].every(
          (around) => !picture.closest(around)?.querySelector('tbody tr'),
        ),
      )
      .map((picture) => picture.outerHTML.slice(0, 80)),
  );
  faults.push(...bare.map((picture) => `a picture without its table: ${picture}`));
  faults.push(...(await mapFaults(page)), ...(await tableFaults(page)));
  return faults.map((fault) => `at ${width} px: ${fault}`);
}

/**
 * Every table has its caption; one that is wider than its box says so, and the keyboard reaches it by name.
 */
async function tableFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const table of document.querySelectorAll('table')) {
      const begin = table.outerHTML.slice(0, 80);
      if (!table.caption?.textContent?.trim()) found.push(`a table without a caption: ${begin}`);
      const box = table.closest<HTMLElement>('.table-box');
      if (!box?.checkVisibility({ contentVisibilityAuto: true })) continue;
      const hint = box.querySelector('.table-hint');
      const saysSo = hint !== null && getComputedStyle(hint).visibility === 'visible';
      const scrolls = box.scrollWidth > box.clientWidth;
      const isStacked = getComputedStyle(table).display === 'block';
      if (scrolls && isStacked) found.push(`a table of cards that scrolls sideways: ${begin}`);
      if (scrolls !== saysSo)
        found.push(`a table that ${scrolls ? 'scrolls without' : 'fits,'} saying so: ${begin}`);
      if (scrolls && (box.tabIndex !== 0 || !box.ariaLabel))
        found.push(`a table that no key scrolls: ${begin}`);
    }
    return found;
  });
}

/** A district that differs says so by its colour and by an arrow, and no label runs over another. */
async function mapFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const labels = [...document.querySelectorAll('.district-map .map-label')].map((label) => ({
      text: label.textContent,
      boxes: [...label.querySelectorAll('text, .map-flag')]
        .map((part) => part.getBoundingClientRect())
        .filter(({ width }) => width > 0),
    }));
    const differing = document.querySelectorAll('.district-map :is([class*=map-higher], [class*=map-lower])');
    const arrows = [...document.querySelectorAll('.district-map .map-arrow')].filter(
      (arrow) => arrow.getBoundingClientRect().width > 6,
    );
    if (arrows.length !== differing.length) {
      found.push(`${differing.length} districts differ, ${arrows.length} have an arrow`);
    }
    for (const [index, label] of labels.entries()) {
      for (const other of labels.slice(index + 1)) {
        const touches = label.boxes.some((a) =>
          other.boxes.some(
            (b) =>
              Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0 &&
              Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4,
          ),
        );
        if (touches) found.push(`the label ${label.text} runs over ${other.text}`);
      }
    }
    return found;
  });
}

/** The same page in dark colours: what cannot be read then. */
export async function darkFaults(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  const faults = await axeViolations(page, colourRules);
  await page.emulateMedia({ colorScheme: 'light' });
  return faults.map((fault) => `dark: ${fault}`);
}

/** Waits until scripts have drawn a picture over every table that gets one. */
export async function picturesDrawn(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('figure.chart')].every((chart) => chart.querySelector('canvas')),
  );
}
