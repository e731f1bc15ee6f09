import { gridDisk, latLngToCell } from 'h3-js';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { PlaceSearchView } from '#app/components/places/place-search-view.tsx';
import { PlaceView } from '#app/components/places/place-view.tsx';
import { TranslatorProvider } from '#app/i18n/context.tsx';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import { interventionPaths } from '#app/paths/interventions.ts';
import { resultsPaths } from '#app/paths/results.ts';
import { readPlace, readPlaces } from '#app/routes/results/place-pages.server.ts';
import type { Guard } from '#app/routes/results/report-pages.server.ts';
import { gazetteer } from '#city/gazetteer.ts';
import { type Language, languages } from '#core/language.ts';
import { defaultPlaceRule } from '#core/places/default-rule.ts';
import type { PublishedPlace } from '#core/places/place.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { exactPublication } from '#tests/support/exact-publication.ts';
import {
  eighteenDistricts,
  openTestResults,
  receiveTrusted,
  testPublication,
} from '#tests/support/results.ts';
import { testPlace } from '#tests/support/test-place.ts';

const cellOf = (name: string): string => {
  const entry = gazetteer.find((other) => other.name === name);
  if (!entry) throw new Error(`${name} is not in the gazetteer`);
  return latLngToCell(entry.latitude, entry.longitude, 9);
};
const station = cellOf('Dworzec Główny Zachód');
const beside = gazetteer.find(
  ({ name }) => name !== 'Dworzec Główny Zachód' && gridDisk(station, 1).slice(1).includes(cellOf(name)),
);
const told = cellOf('Białucha');

/** Exact, as the firm has it: numbers that no page may tell stand beside those it may. */
const place = (changes: Partial<PublishedPlace> = {}): PublishedPlace =>
  testPlace({
    placeId: 'p-1',
    name: 'Dworzec Główny Zachód',
    district: 1,
    cells: [station],
    unsafeRespondents: 973,
    totalRespondents: 1566,
    safeRespondents: 3,
    knownFromOthers: 217,
    shareFromOthers: 217 / (217 + 973),
    reasons: [
      { code: 3, people: 412 },
      { code: 7, people: 4 },
    ],
    times: [{ code: 2, people: 300 }],
    fixes: [
      { code: 2, people: 333 },
      { code: 1, people: 24 },
      { code: 8, people: 2 },
    ],
    ...changes,
  });

const mentionCells = [
  { cell: station, unsafeRespondents: 973, score: 9 },
  { cell: told, unsafeRespondents: 23, score: 0.4 },
  { cell: cellOf('Bardosa'), unsafeRespondents: 4, score: 3 },
];

function published(places: PublishedPlace[][]): ResultsDatabase {
  const database = openTestResults();
  const { wave, method } = exactPublication(eighteenDistricts);
  const ninth = { ...method, placeRule: defaultPlaceRule };
  const waves = [{ ...wave, waveId: '2025-2', year: 2025, season: 'autumn' as const }, wave];
  waves.forEach((head, index) => {
    const document = testPublication({
      ...{
        publicationId: `${head.waveId}.1`,
        wave: head,
        method: ninth,
        mentionCells,
        places: places[index] ?? [],
      },
    });
    receiveTrusted(database, document, { actor: 'test', now: Date.UTC(2026, 5, 30) });
  });
  return database;
}

function guardOf(database: ResultsDatabase, language: Language): Guard {
  const translator = serverTranslator(language);
  return async () => ({ database, translator, titleOfNothing: 'results:empty.title' });
}

const words = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\s+/g, ' ');

async function placeHtml(database: ResultsDatabase, placeId: string, query = '', language: Language = 'en') {
  const request = new Request(`http://localhost/results/places/${placeId}${query}`);
  const { title, page } = await readPlace(
    { request, params: { place: placeId } },
    guardOf(database, language),
  );
  return renderToStaticMarkup(
    <TranslatorProvider translator={serverTranslator(language)}>
      <PlaceView title={title} page={page} paths={resultsPaths} interventions={interventionPaths} />
    </TranslatorProvider>,
  );
}

async function searchHtml(database: ResultsDatabase, query = '', language: Language = 'en') {
  const request = new Request(`http://localhost/results/places${query}`);
  const { title, search } = await readPlaces({ request, params: {} }, guardOf(database, language));
  if (!search) return title;
  return renderToStaticMarkup(
    <TranslatorProvider translator={serverTranslator(language)}>
      <PlaceSearchView title={title} search={search} paths={resultsPaths} />
    </TranslatorProvider>,
  );
}

describe('the page of a place', () => {
  const both = () => published([[place({ status: 'new' })], [place({ status: 'confirmed' })]]);

  it('says who spoke of it, what they want, why, when, who calls it safe and who only heard of it', async () => {
    const text = words(await placeHtml(both(), 'p-1'));
    expect(text).toContain('Dworzec Główny Zachód: flagged in spring 2026');
    expect(text).toContain(
      'Spring 2026: 970 of 1,560 people who know a place here and named it as unsafe or as safe called it unsafe.',
    );
    expect(text).toMatch(/What would help there most.*patrols \(330 people\).*lighting \(20–29 people\)/);
    expect(text).toMatch(/Why it is unsafe.*people drinking or drunk \(410 people\)/);
    expect(text).toContain('A further 210 people called it unsafe but know it from others only: 18%');
    expect(text).toContain('Called a place here safe: fewer than 10 people');
    expect(text).toContain('The register of actions has nothing proposed or under way here.');
  });

  it('tells the waves with status and share', async () => {
    const text = words(await placeHtml(both(), 'p-1'));
    expect(text).toMatch(
      /spring 2026 flagged, as in one of the waves before 970 of 1,560 62% \(\d\d–\d\d%\)/,
    );
    expect(text).toMatch(/autumn 2025 flagged, new 970 of 1,560/);
  });

  it.each(languages)('invariant 7: has no number of people below ten, in any wave (%s)', async (language) => {
    const database = both();
    const html = [
      await placeHtml(database, 'p-1', '', language),
      await searchHtml(database, '', language),
      await searchHtml(database, '?q=bardosa', language),
    ].join('');
    const text = words(html);
    for (const hidden of ['973', '1566', '1,566', '217', '412', '333', '24 '])
      expect(text).not.toContain(hidden);
    expect(text).not.toMatch(/thefts|kradzieże|крадіжки/);
    expect(text).not.toMatch(/CCTV|monitoring wizyjny|відеоспостереження/);
    expect(text).not.toMatch(/[(:] ?[1-4] (people|osób|осіб|\))/);
  });

  it('that is no longer flagged says so, and still tells what was said of it and when', async () => {
    const gone = published([[place()], [place({ placeId: 'p-2', name: 'Inny', cells: [station] })]]);
    const html = await placeHtml(gone, 'p-1');
    const text = words(html);
    expect(text).toContain('Dworzec Główny Zachód: not flagged in spring 2026');
    expect(text).toContain('the test no longer confirms this place');
    expect(text).toMatch(/spring 2026 not flagged in one cell of it 100 or more people –/);
    expect(text).toContain('Autumn 2025: 970 of 1,560 people');
    expect(html).toContain('href="/results/places/p-2?wave=2026-1"');
    const before = words(await placeHtml(gone, 'p-1', '?wave=2025-2'));
    expect(before).toContain('Dworzec Główny Zachód: flagged in autumn 2025');
  });

  it('is not found for a place that was flagged in no wave up to the one asked for', async () => {
    const later = published([[], [place()]]);
    for (const [placeId, query] of [
      ['p-9', ''],
      ['p-1', '?wave=2025-2'],
      ['p-1', '?wave=1999-1'],
    ] as const) {
      await expect(placeHtml(later, placeId, query)).rejects.toMatchObject({ status: 404 });
    }
    await expect(placeHtml(openTestResults(), 'p-1')).rejects.toMatchObject({ status: 404 });
  });
});

describe('the search for places', () => {
  const found = () => published([[], [place({ status: 'new' })]]);

  it('lists the flagged places with the way to each, and the names of which enough is said', async () => {
    const html = await searchHtml(found());
    expect(html).toContain('href="/results/places/p-1?wave=2026-1"');
    const text = words(html);
    expect(text).toContain('Spring 2026: 1 place is called unsafe more often');
    expect(text).toMatch(/Białucha \S+ not flagged; 20–49 people called a place here unsafe, about as often/);
    expect(text).not.toContain('Bardosa');
    expect(text).toContain(`beside a flagged place: Dworzec Główny Zachód`);
    expect(text).toContain(beside?.name);
  });

  it.each(['?q=dworzec glowny zachod', '?q=DWORZEC+GŁÓWNY+ZACH', '?q=zach glow'])(
    'finds a stop whatever its accents, its case and the order of its words: %s',
    async (query) => {
      const text = words(await searchHtml(found(), query));
      expect(text).toMatch(/names? .*Dworzec Główny Zachód Stare Miasto flagged place/);
    },
  );

  it('says of a name that too few people spoke of it, and repeats no word that nobody published', async () => {
    expect(words(await searchHtml(found(), '?q=bardosa'))).toContain(
      'Bardosa Nowa Huta not flagged; nobody, or too few people, called a place here unsafe',
    );
    const html = await searchHtml(found(), `?q=${encodeURIComponent('<b>ulica X</b>')}`);
    expect(html).not.toContain('<b>');
    expect(words(html)).toContain('No stop and no district has the name');
  });

  it('is a form that asks for an address, and knows the districts', async () => {
    const html = await searchHtml(found(), '?q=bienczyce');
    expect(html).toMatch(/<form method="get" action="\/results\/places"/);
    expect(words(html)).toContain('Bieńczyce not flagged');
    expect(await searchHtml(openTestResults())).toBe(serverTranslator('en').t('results:empty.title'));
  });
});
