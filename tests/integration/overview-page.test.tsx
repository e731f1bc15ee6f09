import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, describe, expect, it } from 'vitest';
import { OverviewView } from '#app/components/overview/overview-view.tsx';
import { overviewAnswer } from '#app/components/overview/overview-words.ts';
import { DistrictReportView } from '#app/components/report/district-report-view.tsx';
import { makeDemonstrationServices } from '#app/demonstration/services.server.ts';
import { TranslatorProvider } from '#app/i18n/context.tsx';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import { interventionPaths } from '#app/paths/interventions.ts';
import { resultsPaths } from '#app/paths/results.ts';
import { districtReport } from '#app/use-cases/results/district-report.server.ts';
import {
  besideFigures,
  judgedInterventions,
} from '#app/use-cases/results/overview/done-and-beside.server.ts';
import { overviewReport } from '#app/use-cases/results/overview/overview-report.server.ts';
import { waves } from '#app/use-cases/results/published/published-results.server.ts';
import { districts } from '#city/city.ts';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import { type Language, languages } from '#core/language.ts';
import type { ExactPublication } from '#core/publication/exact-publication.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { exactLevelFlag } from '#tests/support/exact-publication.ts';
import { openTestResults, receiveTrusted, testPublication } from '#tests/support/results.ts';
import { publishedSmallCity } from '#tests/support/small-city.ts';
import { testPlace } from '#tests/support/test-place.ts';

const alert: PublishedFlag = {
  ...exactLevelFlag,
  severity: 'alert',
  needsIntervention: true,
  history: [{ waveId: '2025-2', severity: 'none' }],
};
const counts = (made: number, insufficient: number): ExactPublication['comparisons'] => [
  { kind: 'level', basis: 'wave', leads: true, made, insufficient, withoutComparison: 0 },
];

function published(changes: Partial<ExactPublication>): ResultsDatabase {
  const database = openTestResults();
  const act = { actor: 'test', now: Date.UTC(2026, 5, 30) };
  const received = receiveTrusted(database, testPublication(changes), act);
  if (!received.ok) throw new Error(JSON.stringify(received));
  return database;
}

function reportOf(database: ResultsDatabase) {
  const [newest = null] = waves(database);
  const report = overviewReport(database, newest, waves(database));
  if (!report) throw new Error('the wave is published');
  return report;
}

const drawn = (language: Language, page: ReactElement) =>
  renderToStaticMarkup(
    <TranslatorProvider translator={serverTranslator(language)}>{page}</TranslatorProvider>,
  );

function pageOf(database: ResultsDatabase, language: Language = 'en'): string {
  const report = reportOf(database);
  return drawn(
    language,
    <OverviewView
      title={overviewAnswer(serverTranslator(language), report)}
      report={report}
      judged={judgedInterventions(database)}
      beside={besideFigures(database)}
      paths={resultsPaths}
      actionPaths={interventionPaths}
      plan={interventionPaths.plan}
    />,
  );
}

/** Of every district that its base was too small. */
const unjudged: PublishedFlag[] = districts.map(({ number }) => ({
  ...exactLevelFlag,
  district: number,
  severity: 'insufficient',
  status: null,
  estimate: null,
  size: null,
  lower: null,
  upper: null,
  n: null,
  q: null,
  conservativeBurden: null,
}));

const words = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

const withFlags = () =>
  published({
    flags: [{ ...alert, district: 3 }, alert],
    comparisons: counts(18, 0),
    places: [testPlace({ district: 3, status: 'confirmed' })],
  });
const { database: small } = publishedSmallCity();
afterAll(() => small.close());

describe('the overview', () => {
  it('says in its heading in how many districts and places to act', () => {
    const flagged = withFlags();
    expect(words(pageOf(flagged))).toContain('Spring 2026: act in 2 districts and 1 place.');
    expect(words(pageOf(flagged, 'pl'))).toContain('Wiosna 2026: działać w 2 dzielnicach i w 1 miejscu.');
    expect(words(pageOf(flagged, 'uk'))).toContain('Весна 2026: діяти у 2 районах і у 1 місці.');
  });

  it.each(languages)('leaves no number of a line without its interval, base and n, in %s', (language) => {
    const flagged = withFlags();
    const text = words(pageOf(flagged, language));
    expect(text).toMatch(/19[ \u202f].{0,30}\(.{0,8}15.{1,8}23\) /);
    expect(text).toContain('n = 600');
    expect(text).toContain('everyone');
  });

  it('leads from each flagged district to its evidence in one link, and tells there the same figures', () => {
    const flagged = withFlags();
    const html = pageOf(flagged);
    for (const { district, reasons } of reportOf(flagged).lines) {
      expect(html).toContain(`href="/results/districts/${district}?wave=2026-1&amp;indicator=unsafe"`);
      const report = districtReport(flagged, { district, waveId: '2026-1', indicator: 'unsafe' });
      if (!report) throw new Error('the district is published');
      const evidence = report.flags.raised.map(({ flag }) => flag);
      for (const { flag } of reasons) expect(evidence).toContainEqual(flag);
      const page = drawn('en', <DistrictReportView report={report} waveIds={[]} paths={resultsPaths} />);
      expect(words(page)).toMatch(/Alert/);
    }
  });

  it('says of each district and place what is done, or that nothing is, with the way to plan it', () => {
    const flagged = withFlags();
    const html = pageOf(flagged);
    expect(html.match(/class="action-line action-line-none"/g)).toHaveLength(3);
    expect(html).toContain('href="/results/interventions/new?flag=2026-1.3.unsafe"');
    expect(html).toContain('href="/results/interventions/new?place=891e2040d4bffff"');
  });

  it('lists who is watched by what their flags call for, and says nothing of what is done there', () => {
    const database = published({
      flags: [alert, { ...exactLevelFlag, district: 3 }],
      comparisons: counts(18, 0),
    });
    expect(words(pageOf(database, 'pl'))).toContain(
      'Do obserwacji, bez flagi, która wymaga działania: III Prądnik Czerwony.',
    );
    expect(words(pageOf(database))).toContain('with no flag that calls for action: III Prądnik Czerwony.');
    expect(words(pageOf(database, 'uk'))).toContain('без прапорця, що вимагає дій: III Prądnik Czerwony.');
  });

  it('says that no test confirmed a change, and beside it which places have no flag any more', () => {
    const database = openTestResults();
    const { wave } = testPublication();
    const spring = { ...wave, waveId: '2025-1', year: 2025 };
    const names = ['Rynek', 'Dworzec', 'Rondo'];
    const places = names.map((name, index) =>
      testPlace({ placeId: `gone-${index}`, name, cells: [`891e2040d4${index}ffff`] }),
    );
    for (const document of [
      testPublication({ publicationId: '2025-1.1', wave: spring, places }),
      testPublication({
        places: places.slice(0, 1).map((place) => ({ ...place, status: 'confirmed' as const })),
      }),
    ]) {
      const received = receiveTrusted(database, document, { actor: 'test', now: Date.UTC(2026, 5, 30) });
      if (!received.ok) throw new Error(received.reason);
    }
    const page = words(pageOf(database, 'pl'));
    expect(page).toContain('2 miejsca miały flagę wiosną 2025, a teraz jej nie mają: Dworzec, Rondo.');
    expect(words(pageOf(database))).toContain(
      '2 places had a flag in spring 2025 and have none now: Dworzec, Rondo.',
    );
    expect(words(pageOf(database, 'uk'))).toContain('2 місця мали прапорець');
    expect(page).not.toContain('nie zmieniło się nic');
  });

  it('says of every cell of which not all tests could be made that it is tested in part', () => {
    const page = pageOf(small, 'pl');
    expect(page.match(/<td class="partly">bez różnicy, testy częściowe</g)?.length).toBeGreaterThan(10);
    expect(words(page)).toContain('◦ bez różnicy, testy częściowe');
    expect(words(page)).toContain('„Testy częściowe”: pozostałych nie dało się zrobić');
    expect(words(pageOf(small, 'uk'))).toContain('без різниці, тести часткові');
    expect(words(pageOf(withFlags()))).not.toContain('Partly tested');
  });

  it('says whose wishes it tells, of how many people', () => {
    const database = published({
      flags: [alert],
      comparisons: counts(18, 0),
      places: [testPlace({ unsafeRespondents: 40 })],
      districtWishes: districts.map(({ number }) => ({
        district: number,
        people: number === alert.district ? 1750 : 0,
        wishes: number === alert.district ? [{ code: 2, people: 660 }] : [],
      })),
    });
    const page = words(pageOf(database, 'pl'));
    expect(page).toContain('Chcą najczęściej (n = 1 750): ');
    expect(page).toContain('Chcą najczęściej (n = 40): ');
    expect(page).toContain('osoby, które wskazały tam miejsca niebezpieczne i je znają.');
  });

  it('draws no district but those where to act, and each place by its number', () => {
    const flagged = withFlags();
    const html = pageOf(flagged);
    expect(html.match(/class="overview-outline"/g)).toHaveLength(2);
    expect(html.match(/class="map-area map-even"/g)).toHaveLength(2); // the rest of the city, and the key
    expect(html.match(/<g class="place-mark">/g)).toHaveLength(3); // the map, its key and the list
  });

  it('signs every district on every headline indicator as its own page judges it', () => {
    for (const { district, signs } of reportOf(small).matrix) {
      const report = districtReport(small, { district, waveId: '2026-1', indicator: null });
      const rows = report?.indicators.headline;
      const raised = report?.flags.raised.map(({ flag }) => flag) ?? [];
      rows?.forEach(({ indicator, standing, judgement }, index) => {
        const isRaised = raised.some((flag) => flag.indicator === indicator.id);
        const isFlagged = ['alert', 'repeated', 'watch'].includes(signs[index] ?? '');
        expect(isFlagged).toBe(isRaised);
        if (!isRaised) expect(signs[index] === 'untold').toBe(standing === 'untold');
        if (!isRaised) expect(signs[index] === 'better').toBe(judgement === 'better');
      });
    }
    expect(reportOf(small).matrix).toHaveLength(districts.length);
  });

  it('of a small city says what could not be judged, and from which difference on two waves show any', () => {
    const text = words(pageOf(small));
    expect(text).toMatch(/Could not be judged: \d+ of \d+ comparisons\./);
    expect(text).toMatch(/two waves together usually show differences of a district from \d+\.\d pct points/);
  });

  it('has at most 60 kB', () => {
    const flagged = withFlags();
    expect(Buffer.byteLength(pageOf(small, 'uk'))).toBeLessThan(60_000);
    expect(Buffer.byteLength(pageOf(flagged, 'uk'))).toBeLessThan(60_000);
  });
});

describe('the overview of a wave that calls for nothing', () => {
  it('says that no test points anywhere, and not that there are no problems', () => {
    const text = words(pageOf(published({ comparisons: counts(18, 0) })));
    expect(text).toContain('Spring 2026: no test points to a district or a place where action is needed.');
    expect(text).toContain('That does not mean there are no problems');
  });

  it('says where nothing could be judged that nothing is known', () => {
    const text = words(pageOf(published({ flags: unjudged, comparisons: counts(0, 18) })));
    expect(text).toContain('Spring 2026: too few people answered to judge where to act.');
    expect(text).toContain('It is not known whether there is a problem anywhere.');
  });

  it('says of a first wave that no change was tested yet', () => {
    const text = words(pageOf(published({ comparisons: counts(18, 0) })));
    expect(text).toContain('No change was tested yet: there is no earlier wave');
    const first = published({ flags: [{ ...alert, history: [] }], comparisons: counts(18, 0) });
    expect(words(pageOf(first))).toContain('This is the first wave that can be compared with');
  });
});

describe('context on the overview', () => {
  it('stands beside perception, a figure a service with its period, invented ones marked, none merged', () => {
    const database = openTestResults();
    receiveTrusted(database, testPublication(), { actor: 'test', now: Date.UTC(2026, 6, 1) });
    expect(pageOf(database)).not.toContain('beside-title');
    makeDemonstrationServices(database, { actor: 'test', now: Date.UTC(2026, 10, 30) });
    const html = pageOf(database);
    const block = html.slice(
      html.indexOf('beside-title'),
      html.indexOf('</section>', html.indexOf('beside-title')),
    );
    expect(block).toContain('8,480 (interventions, 2024)');
    expect(block).toContain('18,603 (crimes, 2025)');
    expect(block.match(/; made up\)/g)).toHaveLength(2); // the prevention centre and the lighting
    expect(block).toContain('never merged');
  });
});
