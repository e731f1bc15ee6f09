import { beforeEach, describe, expect, it } from 'vitest';
import { pictureOfWave } from '#app/routes/results/pictures.server.ts';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import type { Language } from '#core/language.ts';
import type { PublishedPlace } from '#core/places/place.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { askedFile } from '#tests/support/asked-file.ts';
import { exactLevelFlag, exactPublication } from '#tests/support/exact-publication.ts';
import {
  eighteenDistricts,
  openTestResults,
  receiveTrusted,
  testPublication,
} from '#tests/support/results.ts';

const flag: PublishedFlag = {
  ...exactLevelFlag,
  status: 'confirmed',
  needsIntervention: true,
  district: 3,
  estimate: 0.383,
  history: [{ waveId: '2025-2', severity: 'watch' }],
};
const place: PublishedPlace = {
  placeId: 'dworzec',
  name: 'Dworzec Główny Zachód',
  district: 1,
  latitude: 50.0671,
  longitude: 19.9449,
  cells: ['891e2e0a0d3ffff'],
  unsafeRespondents: 40,
  totalRespondents: 60,
  safeRespondents: 20,
  knownFromOthers: null,
  shareFromOthers: null,
  q: 0.012,
  familySize: 120,
  reasons: [],
  times: [],
  fixes: [],
  status: 'new',
};

let database: ResultsDatabase;

beforeEach(() => {
  database = openTestResults();
  const { wave } = exactPublication(eighteenDistricts);
  const autumn = { ...wave, waveId: '2025-2', year: 2025, season: 'autumn' as const };
  for (const document of [
    testPublication({ publicationId: '2025-2.1', wave: autumn }),
    { ...testPublication({ flags: [flag] }), places: [place] },
  ]) {
    receiveTrusted(database, document, { actor: 'test', now: Date.UTC(2026, 5, 30) });
  }
});

const asked = (picture: string, query = '', language: Language = 'pl') =>
  askedFile(pictureOfWave, database, { picture, language, address: `/public/pictures/${picture}${query}` });

const shown = [
  ['map', '?indicator=unsafe'],
  ['places', ''],
  ['trend', '?indicator=unsafe'],
  ['trend', '?district=3&indicator=unsafe'],
  ['parts', '?district=3&indicator=unsafe'],
] as const;

describe('a picture of a page as a file', () => {
  it.each(shown)('%s%s: the SVG says title, people, source, publication and day', async (name, query) => {
    const answer = await asked(`${name}.svg`, query);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe('image/svg+xml; charset=utf-8');
    const svg = await answer.text();
    const title = /<title>([^<]+)<\/title>/.exec(svg)?.[1] ?? '';
    const said = /<desc>([^<]+)<\/desc>/.exec(svg)?.[1] ?? '';
    expect(title.length).toBeGreaterThan(10);
    expect(said).toMatch(/\d\u202f\d{3}|n\s=\s\d/);
    expect(said).toContain('Publikacja 2026-1.1 z ');
    expect(said).toContain('https://poczucie.test/public/data/publications/2026-1.1');
    // Its letters are outlines: no machine draws it in another face.
    expect(svg).not.toContain('<text');
    expect(svg.match(/<path/g)?.length).toBeGreaterThan(50);
  });

  it.each(shown)('%s%s: the PNG is sharp enough for paper', async (name, query) => {
    const answer = await asked(`${name}.png`, query);
    const png = Buffer.from(await answer.arrayBuffer());
    expect(png.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
    expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(1_600);
    expect(png.readUInt32BE(20)).toBeGreaterThan(500);
  });

  it('speaks the language of its reader', async () => {
    expect(await (await asked('map.svg', '', 'uk')).text()).toContain('Публікація 2026-1.1 від ');
  });

  it.each([
    ['map.svg', '?indicator=none'],
    ['trend.svg', '?indicator=none'],
    ['trend.svg', '?district=19'],
    ['parts.svg', '?indicator=unsafe'],
    ['map.pdf', ''],
    ['map.svg', '?wave=2031-1'],
  ])('%s%s is not there', async (picture, query) => {
    expect((await asked(picture, query)).status).toBe(404);
  });
});
