import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DistrictReportView } from '#app/components/report/district-report-view.tsx';
import { FlagsView, flagsAnswer } from '#app/components/report/flags-view.tsx';
import { TranslatorProvider } from '#app/i18n/context.tsx';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import { resultsPaths } from '#app/paths/results.ts';
import { districtReport } from '#app/use-cases/results/district-report.server.ts';
import { flagsReport } from '#app/use-cases/results/flag-list.server.ts';
import { districtMap } from '#app/use-cases/results/map/district-map.server.ts';
import { waves } from '#app/use-cases/results/published/published-results.server.ts';
import { suppress } from '#core/disclosure/suppress.ts';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import type { Language } from '#core/language.ts';
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

const act = { actor: 'test', now: Date.UTC(2026, 5, 30) };
const draft = exactPublication(eighteenDistricts);

const flag: PublishedFlag = {
  kind: 'gap',
  basis: 'rolling-year' as const,
  leads: true,
  severity: 'alert',
  status: 'new',
  needsIntervention: true,
  indicator: 'unsafe',
  district: 3,
  group: 'women-men',
  estimate: 0.12,
  size: 0.07,
  lower: 0.03,
  upper: 0.11,
  n: 600,
  q: 0.001,
  familySize: 54,
  against: 'rest',
  pooledWith: '2025-2',
  againstPooledWith: null,
  rollingYearQ: null,
  conservativeBurden: null,
  history: [{ waveId: '2025-2', severity: 'watch' }],
};

const place = (placeId: string, name: string, district: number): PublishedPlace =>
  testPlace({
    placeId,
    name,
    district,
    reasons: [1, 2, 3, 4, 5, 6].map((code) => ({ code, people: 10 })),
    times: [1, 2].map((code) => ({ code, people: 20 })),
  });

function published(others: readonly PublishedFlag[] = []): ResultsDatabase {
  const database = openTestResults();
  const autumn = testPublication({
    publicationId: '2025-2.1',
    wave: { ...draft.wave, waveId: '2025-2', year: 2025, season: 'autumn' },
  });
  const flags = [
    flag,
    ...others,
    {
      ...flag,
      kind: 'level' as const,
      basis: 'wave' as const,
      leads: true,
      group: null,
      pooledWith: null,
      againstPooledWith: null,
      rollingYearQ: null,
      severity: 'none' as const,
      estimate: 0.383,
      status: 'recovering' as const,
      needsIntervention: false,
    },
    {
      ...flag,
      district: 7,
      kind: 'level' as const,
      basis: 'wave' as const,
      group: null,
      pooledWith: null,
      severity: 'insufficient' as const,
    },
  ];
  const comparisons = (
    [
      ['level', 17, 1, 0],
      ['absolute', 18, 0, 0],
      ['deterioration', 0, 0, 18],
      ['gap', 54, 0, 0],
      ['improvement', 1, 0, 17],
    ] as const
  ).map(([kind, made, insufficient, withoutComparison]) => ({
    ...{ kind, made, insufficient, withoutComparison },
    basis: 'wave' as const,
    leads: true,
  }));
  const changed = draft.estimates.map((estimate) =>
    estimate.domain === 'D03'
      ? {
          ...estimate,
          change: { against: '2025-2', difference: 0.1, lower: 0.05, upper: 0.15, qMargin: 0.001 },
        }
      : estimate,
  );
  const spring = suppress(
    exactPublication(eighteenDistricts, {
      estimates: changed,
      flags,
      comparisons,
      places: [place('b', 'Dworzec', 5), place('a', 'Planty', 3), place('c', 'Rynek', 3)],
    }),
    { earlier: [autumn] },
  );
  receiveTrusted(database, autumn, act);
  const taken = receiveTrusted(database, spring, act);
  if (!taken.ok) throw new Error(JSON.stringify(taken));
  return database;
}

const words = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\s+/g, ' ');

function districtPage(district: number, language: Language = 'pl', database = published()): string {
  const report = districtReport(database, { district, waveId: '2026-1', indicator: null });
  if (!report) throw new Error('the wave is published');
  return renderToStaticMarkup(
    <TranslatorProvider translator={serverTranslator(language)}>
      <DistrictReportView report={report} waveIds={['2026-1', '2025-2']} paths={resultsPaths} />
    </TranslatorProvider>,
  );
}

function flagsPage(language: Language, database = published()): string {
  const [newest = null] = waves(database);
  const report = flagsReport(database, newest, waves(database));
  const translator = serverTranslator(language);
  if (!report) throw new Error('the wave is published');
  return renderToStaticMarkup(
    <TranslatorProvider translator={translator}>
      <FlagsView title={flagsAnswer(translator, report)} report={report} paths={resultsPaths} />
    </TranslatorProvider>,
  );
}

describe('the page of a district', () => {
  it('counts its flags and the flagged places in it, and names each place with the way to it', () => {
    const html = districtPage(3);
    expect(words(html)).toContain('Dzielnica ma 1 flagę, a w jej granicach leżą 2 oflagowane miejsca.');
    expect(html).toContain('href="/results/flags?wave=2026-1#place-a"');
    expect(words(html)).toContain('1. Planty');
    expect(words(html)).toContain('2. Rynek');
    expect(words(html)).not.toContain('Dworzec');
    const whole = flagsPage('pl');
    expect(whole).toContain('id="place-a"');
    expect(words(whole)).toContain('3. Dworzec');
  });

  it('shows the first three reasons of a place, and the rest behind a click', () => {
    const [, cell = ''] = districtPage(3).split('class="place-reasons"');
    const [shown = '', folded = ''] = cell.split('</td>')[0]?.split('<details') ?? [];
    expect(shown.split('; ')).toHaveLength(3);
    expect(words(folded)).toContain('i jeszcze 3');
    expect(folded.split('</summary>')[1]?.split('; ')).toHaveLength(3);
  });

  it('with flagged places and no flag says both; one with neither says that too', () => {
    expect(words(districtPage(5))).toContain(
      'Żaden wskaźnik główny dzielnicy nie ma flagi, a w jej granicach leży 1 oflagowane miejsce.',
    );
    expect(words(districtPage(9, 'en'))).toContain(
      'No headline indicator of the district is flagged, and no flagged place lies in it.',
    );
  });

  it('counts neither what was lifted nor what could not be judged as a flag', () => {
    expect(words(districtPage(3))).toContain('Flagi, które ustąpiły');
    const unjudged = words(districtPage(7));
    expect(unjudged).toContain(
      'Z 5 porównań tej dzielnicy, od których zależą flagi, można pokazać 4 i żadne nie daje flagi',
    );
    expect(unjudged).toContain('Żadne z porównań, które można pokazać, nie daje tu flagi');
    expect(unjudged).not.toMatch(/[Żż]aden wskaźnik/);
    expect(unjudged).toContain('Za mało danych, by ocenić');
  });

  it('says which wave changes are against, and that the seasons differ', () => {
    const text = words(districtPage(3));
    expect(text).toContain('Zmiana (wobec fali: jesień 2025)');
    expect(text).toContain('Porównane fale są z różnych pór roku');
    expect(words(districtPage(4))).not.toContain('Porównane fale są z różnych pór roku');
  });

  it('lists waves newest first', () => {
    const [, trend = ''] = districtPage(3).split('id="trend"');
    const [, table = ''] = trend.split('<tbody>');
    expect(table.indexOf('wiosna 2026')).toBeLessThan(table.indexOf('jesień 2025'));
    expect(table.indexOf('wiosna 2026')).toBeGreaterThan(-1);
  });
});

describe('the page of the flags', () => {
  it('leads to the flagged places from its head', () => {
    expect(flagsPage('pl')).toContain('<a href="#places">3 oflagowane miejsca: zobacz, gdzie</a>');
    expect(flagsPage('pl')).toContain('id="places"');
  });

  it('says that the smallest gap is one between halves, and of how many comparisons nothing can be said', () => {
    const text = words(flagsPage('pl'));
    expect(text).toContain('Różnicę między dwiema połówkami dzielnicy, na przykład kobietami i mężczyznami');
    expect(text).toContain(
      'Wiosna 2026: 1 dzielnica wymaga interwencji (III Prądnik Czerwony); o 1 z 90 porównań nic nie można powiedzieć',
    );
    expect(text).toContain('Różnica między grupami: 54 na 54');
    expect(text).toContain('O 1 z 90 porównań nic nie można powiedzieć');
  });
});

describe('an improvement', () => {
  const improvement: PublishedFlag = {
    ...flag,
    ...{ kind: 'improvement', basis: 'wave', district: 9, group: null, needsIntervention: false },
    ...{ against: '2025-2', pooledWith: null, history: [], familySize: 18 },
    ...{ estimate: 0.183, size: -0.12, lower: -0.16, upper: -0.08 },
  };
  const database = () => published([improvement]);

  it('has a section of its own, with word and shape, and stands in no other', () => {
    const html = flagsPage('pl', database());
    const sections = html.split('<div class="flag-section"');
    const [own = '', ...others] = sections.filter((section) => section.includes('flag-mark-improved'));
    expect(others).toEqual([]);
    expect(own).toContain('id="flags-improvement"');
    expect(words(own)).toContain('Poprawa potwierdzona');
    expect(words(own)).toContain('IX Łagiewniki-Borek Fałęcki');
    expect(words(own)).toContain('lepiej o 12 pkt proc.');
    expect(words(own)).toContain('Poprawę potwierdziły oba testy');
  });

  it('makes no district one that needs intervention, nor one that has a flag', () => {
    expect(words(flagsPage('en', database()))).toContain('1 district needs intervention (III');
    const text = words(districtPage(9, 'en', database()));
    expect(text).toContain('No headline indicator of the district is flagged');
    expect(text).toContain('Improvement confirmed');
    expect(text).not.toContain('Alert');
  });

  it('draws nothing on the map of the districts', () => {
    const reading = districtMap(database(), '2026-1', 'unsafe');
    const own = reading?.districts.find(({ district }) => district === 9);
    expect(own?.flags).toEqual([]);
  });
});

describe('a flagged gap', () => {
  it('says what was found in its row, and folds away the figures of both groups with their n', () => {
    const html = flagsPage('pl');
    const [, row = ''] = html.split('class="flag-district"');
    const [evidence = '', cells = ''] = (row.split('<details')[1] ?? '').split('</details>');
    expect(words(cells)).toContain('wynik kobiet minus wynik mężczyzn: +12 pkt proc. tutaj');
    expect(words(evidence)).toMatch(
      /Kobiety, wiosna 2026 40 % \(38–42\) \(n = 300\) Mężczyźni, wiosna 2026 37 % \(35–39\) \(n = 300\)/,
    );
    expect(words(evidence)).toContain('Kobiety, jesień 2025');
  });

  it('is one row of a table, which names whom its indicator is about once, below', () => {
    const html = flagsPage('en');
    const [table = ''] = html.split('class="flag-table')[1]?.split('</table>') ?? [];
    const [, reading = ''] = html.split('<h2 id="flags-reading"');
    expect(table.match(/<th scope="row">/g)).toHaveLength(1);
    expect(words(table)).not.toContain('Base:');
    expect(words(reading).match(/Base:/g)).toHaveLength(1);
    expect(reading).toContain('href="/public/method#method-flags"');
  });

  it('stands beside the statement that all districts were judged at once', () => {
    expect(words(flagsPage('en'))).toContain(
      'Tests made together and shown. Level against the rest of the city: 17 of 18; Level against the city’s threshold: 18 of 18; Gap between groups: 54 of 54.',
    );
    expect(words(districtPage(3, 'uk'))).toContain(
      'Перевірки, зроблені разом і показані. Рівень порівняно з рештою міста: 17 із 18',
    );
  });
});
