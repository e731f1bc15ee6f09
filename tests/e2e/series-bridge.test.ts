import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openResults } from '#db/results/database.ts';
import { openPage, startBrowser } from '#tests/support/browser.ts';
import { sampleOf } from '#tests/support/exact-parallel-sample.ts';
import { darkFaults, pageFaults, picturesDrawn } from '#tests/support/page-faults.ts';
import { plainVisitor } from '#tests/support/plain-visitor.ts';
import { receiveTrusted, testPublication } from '#tests/support/results.ts';
import { type RunningApp, startApp } from '#tests/support/running-app.ts';

let app: RunningApp;
let browser: Browser;

/** A telephone wave, and a year later one by web and phone with a telephone sample beside it. */
beforeAll(async () => {
  const now = testPublication({ parallelSamples: [sampleOf(1234, 0.2)] });
  const before = testPublication({
    publicationId: '2025-1.1',
    wave: { ...now.wave, waveId: '2025-1', year: 2025, modes: [{ mode: 'phone', share: 1 }] },
  });
  app = await startApp({
    environment: { POCZUCIE_AREAS: 'results,public' },
    prepare: (dataFolder) => {
      const results = openResults(join(dataFolder, 'results.sqlite'));
      for (const publication of [before, now])
        receiveTrusted(results, publication, { actor: 'test', now: Date.now() });
      results.close();
    },
  });
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const city = '/public/city?wave=2026-1&indicator=unsafe';
/** Cells of the trend's table, the newest wave first. */
const rowsOf = (html: string) =>
  [...((html.split('id="trend"')[1] ?? '').split('</table>')[0]?.matchAll(/<tr>.*?<\/tr>/gs) ?? [])].map(
    ([row]) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) =>
        cell.replace(/<[^>]*>/g, '').replace(/[\u00a0\u202f]/g, ' '),
      ),
  );
const read = async (path: string) => (await plainVisitor(app.origin).get(path)).text();

describe('the trend of the city across a change of the mode', { timeout: 120_000 }, () => {
  it('shows published values only, and says what the parallel sample measured', async () => {
    const html = await read(city);
    const [heading, , before] = rowsOf(html);
    expect(heading).toHaveLength(6);
    expect(before?.slice(0, 2)).toEqual(['wiosna 2025', '20,6 % (18,6–22,6)']);
    const words = html.replace(/<[^>]*>/g, '').replace(/[\u00a0\u202f]/g, ' ');
    expect(words).toContain('CATI');
    expect(words).toContain('+3,1 pkt proc. (od +0,9 do +5,3)');
    expect(words).toContain('n = 1 230');
    expect(words).not.toContain('nieopublikowany (95 % przedział)');
  });

  it('shows on request the level before the change moved by the mode effect, in a column of its own, without scripts', async () => {
    const link = /href="([^"]*bridge=1#trend)"/.exec(await read(city))?.[1]?.replaceAll('&amp;', '&');
    if (!link) throw new Error('the page has a link to the bridged series');
    const html = await read(link);
    const [heading, now, before] = rowsOf(html);
    expect(heading?.[2]).toBe('Szacunek po przeliczeniu, nieopublikowany (95 % przedział)');
    // 0.206 + 0.031, with 1.96 × √(0.0123² + 0.0112²) each way.
    expect(before?.slice(0, 3)).toEqual(['wiosna 2025', '20,6 % (18,6–22,6)', '23,7 % (20,4–27,0)']);
    expect(now?.[2]).toBe('–');
    expect(now?.[4]).toBe('brak porównania');
    expect(html).toContain('name="bridge" value="1"');
    expect(html).toMatch(/href="[^"]*indicator=unsafe#trend"/);
  });

  it('invariant 15: axe finds nothing on it at 1280 and 360 px, light or dark, its picture drawn', async () => {
    const page = await openPage(browser, { origin: app.origin, width: 1280 }, `${city}&bridge=1`);
    await picturesDrawn(page);
    const faults = [
      ...(await pageFaults(page, 1280)),
      ...(await pageFaults(page, 360)),
      ...(await darkFaults(page)),
    ];
    expect(faults).toEqual([]);
    await page.locator('#trend a', { hasText: 'Pokaż tylko' }).click();
    await page.locator('#trend a', { hasText: 'Pokaż wcześniejsze' }).waitFor();
    expect(await page.locator('#trend thead th').count()).toBe(6);
    await page.context().close();
  });
});
