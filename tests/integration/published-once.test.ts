import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import { readPlace, readPlaces } from '#app/routes/results/place-pages.server.ts';
import {
  type Asked,
  type Guard,
  readCity,
  readDistrict,
  readFigure,
  readFlags,
  readMap,
  readOverview,
  readTopic,
} from '#app/routes/results/report-pages.server.ts';
import { register } from '#app/use-cases/results/interventions/register.server.ts';
import { methodReport } from '#app/use-cases/results/method-report.server.ts';
import {
  documentsKept,
  publicationOf,
  trend,
  waves,
} from '#app/use-cases/results/published/published-results.server.ts';
import { placesOfWave, placesOverWaves } from '#app/use-cases/results/published/wave-places.server.ts';
import { readingSteps } from '#app/use-cases/results/read-newest.server.ts';
import { openResults, type ResultsDatabase, withResultsQueries } from '#db/results/database.ts';
import { testFolder } from '#tests/support/database.ts';
import { aProposal, askAndHear, freeze, publishWave, step } from '#tests/support/intervention-city.ts';
import { openTestResults, receiveTrusted, testCorrection, testPublication } from '#tests/support/results.ts';
import { testPlace } from '#tests/support/test-place.ts';

const years = Array.from({ length: 10 }, (_, index) => 2017 + index);
const waveIds = years.flatMap((year) => [`${year}-1`, `${year}-2`]);
const newest = '2026-2';
const place = testPlace();
const act = { actor: 'test', now: Date.UTC(2026, 11, 1) };

/** Ten years, with an intervention that waves after it have judged. */
function tenYears(): ResultsDatabase {
  const database = openTestResults();
  for (const waveId of waveIds) {
    publishWave(database, waveId, undefined, { places: [place] });
    if (waveId === '2024-2') {
      const { interventionId } = aProposal(database);
      freeze(database, interventionId);
      askAndHear(database, interventionId);
      step(database, interventionId, 'decided', '2025-03-20');
      step(database, interventionId, 'under-way', '2025-07-01');
    }
  }
  return database;
}

/** The same file as a process that begins has it, with the ids of the documents that it reads whole. */
function justBegun(city: ResultsDatabase): { database: ResultsDatabase; parsed: string[] } {
  const begun = withResultsQueries({ ...city });
  const parsed: string[] = [];
  const documentText = (publicationId: string) => {
    parsed.push(publicationId);
    return begun.publications.documentText(publicationId);
  };
  return { database: { ...begun, publications: { ...begun.publications, documentText } }, parsed };
}

type Page = (asked: Asked, guard: Guard) => unknown;
const tables =
  (read: (database: ResultsDatabase) => unknown): Page =>
  async ({ request }, guard) =>
    read((await guard(request)).database);

const pages: [name: string, page: Page, params: Asked['params']][] = [
  ['the overview', readOverview, {}],
  ['the map', readMap, {}],
  ['the flags', readFlags, {}],
  ['the city', readCity, {}],
  ['a district', readDistrict, { district: '3' }],
  ['a topic', readTopic, { district: '3', topic: 'feeling' }],
  ['a figure', readFigure, { wave: newest, domain: 'D03', indicator: 'unsafe' }],
  ['the places', readPlaces, {}],
  ['a place', readPlace, { place: place.placeId }],
  ['the method', tables(methodReport), {}],
  ['the register', tables((database) => register(database, new URLSearchParams())), {}],
];

async function show(
  database: ResultsDatabase,
  page: Page,
  params: Asked['params'],
  query = '',
): Promise<void> {
  const translator = serverTranslator('en');
  const guard: Guard = async () => ({ database, translator, titleOfNothing: 'results:empty.title' });
  await page({ request: new Request(`http://localhost/results${query}`), params }, guard);
}

describe('at twenty published waves', () => {
  it('a page reads the one publication that it shows, once, and none when it is asked for again', async () => {
    const city = tenYears();
    expect(waves(city)).toHaveLength(20);
    expect(register(city, new URLSearchParams()).lines[0]?.effect?.effect.verdict).toBeDefined();
    for (const query of ['', '?wave=2020-1']) {
      const shown = `${query === '' ? newest : '2020-1'}.1`;
      for (const [name, page, params] of pages) {
        const { database, parsed } = justBegun(city);
        await show(database, page, params, query);
        // What is done and what came of it is measured by the newest wave, whichever is read.
        const others = parsed.filter((publicationId) => publicationId !== shown);
        expect(new Set([...others, `${newest}.1`]), `${name}${query}`).toEqual(new Set([`${newest}.1`]));
        expect(new Set(parsed).size, `${name}${query}`).toBe(parsed.length);
        const before = parsed.length;
        await show(database, page, params, query);
        expect(parsed.length, `${name}${query}, again`).toBe(before);
      }
    }
  });

  it('whoever begins to serve reads the newest one, and then no first visitor waits for a publication', async () => {
    const { database, parsed } = justBegun(tenYears());
    for (const step of readingSteps(database)) step();
    expect(parsed).toEqual([`${newest}.1`]);
    for (const [, page, params] of pages) await show(database, page, params);
    expect(parsed).toEqual([`${newest}.1`]);
  });

  it('as many documents are kept as were asked for last, and the oldest of them goes first', () => {
    const { database, parsed } = justBegun(tenYears());
    for (const waveId of waveIds) publicationOf(database, waveId);
    for (const waveId of waveIds.slice(-documentsKept)) publicationOf(database, waveId);
    expect(parsed).toHaveLength(20);
    publicationOf(database, waveIds[0] ?? '');
    expect(parsed).toHaveLength(21);
  });
});

describe('what is kept in memory', () => {
  const first = testPublication({ places: [place] });
  const correction = testCorrection(first, { places: [{ ...place, name: 'Planty' }] });

  const told = (database: ResultsDatabase) => ({
    waves: waves(database).map(({ publicationId, replaced }) => [publicationId, replaced?.publicationId]),
    shown: publicationOf(database, '2026-1')?.publicationId,
    places: placesOverWaves(database).flatMap(({ places }) => places.map(({ name }) => name)),
    trend: trend(database, 'unsafe', 'city').map(({ wave }) => wave.waveId),
    register: database.publications.headsOfWave('2026-1').map(({ number }) => number),
  });

  it('is never that of a publication that was corrected, also by another process', () => {
    const file = join(testFolder(), 'results.sqlite');
    const [reader, receiver] = [openResults(file), openResults(file)];
    expect(told(reader)).toMatchObject({ waves: [], places: [] });
    receiveTrusted(receiver, first, act);
    expect(told(reader)).toEqual({
      ...{ waves: [['2026-1.1', undefined]], shown: '2026-1.1', places: ['Rynek'] },
      ...{ trend: ['2026-1'], register: [1] },
    });
    receiveTrusted(receiver, correction, act);
    expect(told(reader)).toEqual({
      ...{ waves: [['2026-1.2', '2026-1.1']], shown: '2026-1.2', places: ['Planty'] },
      ...{ trend: ['2026-1'], register: [1, 2] },
    });
    expect(told(receiver)).toEqual(told(reader));
    for (const database of [reader, receiver]) database.close();
  });

  it('is not what a transaction read and did not keep', () => {
    const database = openTestResults();
    receiveTrusted(database, first, act);
    const row = database.publications.publication('2026-1.1');
    if (!row) throw new Error('the publication was received');
    const other = { ...row, publicationId: '2026-1.2', number: 2, sha256: 'a'.repeat(64) };
    const undone = () =>
      database.transact(() => {
        database.publications.add(other);
        expect(waves(database)[0]?.publicationId).toBe('2026-1.2');
        throw new Error('undone');
      });
    expect(undone).toThrow('undone');
    expect(waves(database)[0]?.publicationId).toBe('2026-1.1');
  });
});

describe('the places of a publication', () => {
  const first = testPublication({ places: [place] });
  const stored = (database: ResultsDatabase, publicationId: string) =>
    database.publishedPlaces.of(publicationId);
  const saidBy = ({ places, placeAnswers, mentionCells, method }: typeof first) => ({
    ...{ places, placeAnswers, mentionCells },
    resolution: method.placeRule.resolution,
  });

  it('are kept beside its document word for word, and a correction brings its own', () => {
    const database = openTestResults();
    receiveTrusted(database, first, act);
    const correction = testCorrection(first, { places: [{ ...place, name: 'Planty' }] });
    receiveTrusted(database, correction, act);
    expect(stored(database, '2026-1.1')).toEqual(saidBy(first));
    expect(stored(database, '2026-1.2')).toEqual(saidBy(correction));
    const [wave] = waves(database);
    expect(wave && placesOfWave(database, wave)?.places.map(({ name }) => name)).toEqual(['Planty']);
  });

  it('are never changed and never deleted', () => {
    const database = openTestResults();
    receiveTrusted(database, first, act);
    for (const sql of ["UPDATE published_places SET content = '{}'", 'DELETE FROM published_places']) {
      expect(() => database.sqlite.exec(sql), sql).toThrow('what was published never changes');
    }
  });
});
