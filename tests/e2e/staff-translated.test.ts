import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  closeHouse,
  demonstrationPages,
  demonstrationStatuses,
  isOfPublishedWave,
  openDemonstrationHouse,
} from '#tests/support/demonstration-house.ts';
import { type House, lookOnPhone, walk } from '#tests/support/staff-walk.ts';

let house: House;

beforeAll(async () => {
  house = await openDemonstrationHouse();
});

afterAll(() => closeHouse(house));

describe('with the data of the demonstration city, axe finds nothing on a phone', () => {
  const look = { look: lookOnPhone, statuses: demonstrationStatuses };

  it('invariant 15: in English', async () => {
    const some = demonstrationPages.filter(({ path }) => !isOfPublishedWave(path) && path !== '/refused');
    expect(await walk(house, some, { language: 'en', ...look })).toEqual([]);
  });

  it('invariant 15: nor in Ukrainian, where anyone reads', async () => {
    const some = demonstrationPages.filter(({ path, role }) => role === null && /^\/(?:public|$)/.test(path));
    expect(await walk(house, some, { language: 'uk', ...look })).toEqual([]);
  });
});
