import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicPaths } from '#app/paths/public.ts';
import { otherQuestions } from '#app/use-cases/results/report-topics.server.ts';
import { districts } from '#city/city.ts';
import {
  closeHouse,
  demonstrationPages,
  demonstrationStatuses,
  openDemonstrationHouse,
} from '#tests/support/demonstration-house.ts';
import { type House, lookWell, walk } from '#tests/support/staff-walk.ts';

let house: House;

beforeAll(async () => {
  house = await openDemonstrationHouse();
});

afterAll(() => closeHouse(house));

const areas = ['/fieldwork', '/results', '/public', ''];
const areaOf = (path: string) => areas.find((area) => path.startsWith(area));

describe('with the data of the demonstration city', () => {
  it('has no page that this walk leaves out', () => {
    expect(demonstrationPages.filter(({ path }) => path.includes('none'))).toEqual([]);
    expect(demonstrationPages.length).toBeGreaterThan(35);
  });

  it.each(areas)(
    'invariant 15: axe finds nothing on any page of "%s" at 1280 and 360 px, light or dark',
    async (area) => {
      const ofArea = demonstrationPages.filter(({ path }) => areaOf(path) === area);
      expect(ofArea.length).toBeGreaterThan(3);
      const faults = await walk(house, ofArea, {
        language: 'pl',
        look: lookWell,
        statuses: demonstrationStatuses,
      });
      expect(faults).toEqual([]);
    },
  );

  it('a page of a district has at most 150 kB, and one of the city 200, as no line compresses them', async () => {
    const heavy: string[] = [];
    const weigh = async (path: string, most: number) => {
      const response = await fetch(`${house.app.origin}${path}`, {
        headers: { 'accept-encoding': 'identity' },
      });
      const { length } = Buffer.from(await response.arrayBuffer());
      if (!response.ok || length > most * 1000) heavy.push(`${path}: ${response.status}, ${length} bytes`);
    };
    for (const { number } of districts) await weigh(publicPaths.district(number), 150);
    await weigh(publicPaths.city(), 200);
    await weigh(publicPaths.flags(), 150);
    for (const topic of ['feeling', otherQuestions]) {
      await weigh(publicPaths.districtTopic(12, topic), 150);
      await weigh(publicPaths.cityTopic(topic), 150);
    }
    expect(heavy).toEqual([]);
  });
});
