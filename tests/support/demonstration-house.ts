import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startBrowser } from './browser.ts';
import { copyCity, demonstrationCity } from './demonstration-city.ts';
import { startApp, withFieldwork } from './running-app.ts';
import { staffPages } from './staff-pages.ts';
import type { House } from './staff-walk.ts';

const [openWave, publishedWave] = ['2026-2', '2026-1'];

/** Every page of the staff and the public, of a wave in the field and of one that is published. */
export const demonstrationPages = staffPages({
  wave: [openWave, publishedWave],
  district: ['12'],
  domain: ['city', 'D12|sex:F'],
  indicator: ['hood_dark_unsafe'],
  topic: ['feeling'],
  import: ['1'],
  publication: [`${publishedWave}.1`],
  place: ['891e2e69c13ffff'],
  intervention: ['2025-01', '2026-02'],
  series: ['kradzieze-w-rejonach-komisariatow', 'zgloszone-awarie-oswietlenia'],
  state: ['1'],
  proposal: [`${new Date().getFullYear()}-1`],
});

// Nothing is published of a wave that is in the field.
const missing = demonstrationPages.filter(
  ({ path }) => path.includes(`/figures/${openWave}/`) || path === '/refused',
);

/** How those pages answer that are not there. */
export const demonstrationStatuses = Object.fromEntries(missing.map(({ path }) => [path, 404]));

export const isOfPublishedWave = (path: string): boolean => path.includes(publishedWave);

/** A server on a copy of the demonstration city, with a job that was refused and one that is done. */
export async function openDemonstrationHouse(): Promise<House> {
  const city = await demonstrationCity();
  const secret = readFileSync(join(city.dataFolder, 'demonstration-secret'), 'utf8').trim();
  const app = await startApp({
    environment: { POCZUCIE_SECRET: secret },
    prepare: async (dataFolder) => {
      copyCity(city, dataFolder);
      await withFieldwork(dataFolder, ({ jobs }) => {
        const job = { kind: 'weight', startedBy: 'manager', startedAt: 0 } as const;
        const refused = { status: 'refused', result: '{"reason":"not-frozen"}', updatedAt: 1 } as const;
        jobs.add({ ...job, ...refused, waveId: openWave });
        jobs.add({ ...job, waveId: publishedWave, status: 'done', result: '{}', updatedAt: 4_000 });
      });
    },
  });
  return { app, browser: await startBrowser(), signIns: city.signIns };
}

export async function closeHouse(house: House | undefined): Promise<void> {
  await house?.browser.close();
  await house?.app.stop();
}
