import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, describe, expect, it } from 'vitest';
import { FigureTrail } from '#app/components/figure-trail/figure-trail.tsx';
import { CityReportView } from '#app/components/report/city-report-view.tsx';
import { DistrictReportView } from '#app/components/report/district-report-view.tsx';
import { FlagsView } from '#app/components/report/flags-view.tsx';
import { MapView } from '#app/components/report/map-view.tsx';
import { TranslatorProvider } from '#app/i18n/context.tsx';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import { resultsPaths } from '#app/paths/results.ts';
import { cityReport } from '#app/use-cases/results/city-report.server.ts';
import { districtReport } from '#app/use-cases/results/district-report.server.ts';
import { figureReport } from '#app/use-cases/results/figure-report.server.ts';
import { flagsReport } from '#app/use-cases/results/flag-list.server.ts';
import { districtOutlines } from '#app/use-cases/results/map/city-outline.server.ts';
import { mapReport } from '#app/use-cases/results/map/map-page.server.ts';
import { gonePlaces } from '#app/use-cases/results/published/place-list.server.ts';
import { waves } from '#app/use-cases/results/published/published-results.server.ts';
import { districts } from '#city/city.ts';
import { publishedSmallCity } from '#tests/support/small-city.ts';

const { database, publications } = publishedSmallCity();
afterAll(() => database.close());
const [first, , newest] = publications;
if (!first || !newest) throw new Error('three waves are published');

const told = (page: ReactElement) =>
  renderToStaticMarkup(<TranslatorProvider translator={serverTranslator('en')}>{page}</TranslatorProvider>)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

const summaryOf = (waveId: string) => waves(database).find(({ wave }) => wave.waveId === waveId) ?? null;

function flagsPage(waveId: string) {
  const report = flagsReport(database, summaryOf(waveId), waves(database));
  if (!report) throw new Error('the wave is published');
  return told(<FlagsView title="" report={report} paths={resultsPaths} />);
}

function mapPage(waveId: string) {
  const report = mapReport(database, summaryOf(waveId), {
    waves: waves(database),
    wanted: 'hood_dark_unsafe',
  });
  if (!report) throw new Error('the wave is published');
  return told(<MapView title="" report={report} outline={districtOutlines()} paths={resultsPaths} />);
}

function districtOf(district: number) {
  const report = districtReport(database, { district, waveId: '2026-1', indicator: null });
  if (!report) throw new Error('the wave is published');
  return {
    report,
    page: told(<DistrictReportView report={report} waveIds={['2026-1']} paths={resultsPaths} />),
  };
}

describe('pages of a hundred respondents a district', () => {
  it('explain no repeated watch where there is no wave that it could repeat, the first one included', () => {
    expect(first.flags.filter((flag) => flag.needsIntervention && flag.severity !== 'alert')).toEqual([]);
    for (const { wave } of publications) {
      expect(mapPage(wave.waveId)).not.toContain('Repeated watch');
      expect(flagsPage(wave.waveId)).not.toContain('watch that came back');
      expect(flagsPage(wave.waveId)).not.toContain('If it comes back in the next comparable wave');
    }
  });

  it('say on every page that the people beside a figure are rounded down to tens', () => {
    const words = 'Numbers of people beside figures (n) are rounded down to tens.';
    const city = cityReport(database, { waveId: '2026-1', indicator: null });
    if (!city) throw new Error('the wave is published');
    const ofCity = (
      <CityReportView report={city} waveIds={['2026-1']} paths={resultsPaths} isBridged={false} />
    );
    for (const page of [mapPage('2026-1'), flagsPage('2026-1'), districtOf(12).page, told(ofCity)]) {
      expect(page).toContain(words);
    }
    for (const { n } of newest.estimates) expect((n ?? 0) % 10).toBe(0);
  });
});

describe('places that were flagged and no longer are', () => {
  it.each(publications)('are told on the page of flags and of their district (%#)', (publication) => {
    const { wave, places } = publication;
    const before = publications.filter((other) => other.wave.waveId < wave.waveId).at(-1);
    const cells = new Set(places.flatMap((place) => place.cells));
    const gone = before?.places.filter((place) => !place.cells.some((cell) => cells.has(cell))) ?? [];
    const words = flagsPage(wave.waveId).match(
      /places? had a flag in the last comparable wave[^:]*: ([^.]*)/,
    );
    expect(words?.[1]?.split(', ') ?? []).toHaveLength(gone.length);
    for (const { name } of gone) expect(words?.[1]).toContain(name);
    expect(
      gonePlaces(database, publication)
        ?.places.map(({ placeId }) => placeId)
        .sort() ?? [],
    ).toEqual(gone.map(({ placeId }) => placeId).sort());
  });

  it('are named on the page of their own district alone', () => {
    const { report } = districtOf(12);
    const gone = {
      waveId: '2025-2',
      places: [{ placeId: 'a', name: 'Rondo Mogilskie', district: 12 }],
    };
    const page = told(
      <DistrictReportView report={{ ...report, gone }} waveIds={['2026-1']} paths={resultsPaths} />,
    );
    expect(page).toContain(
      'One place had a flag in the last comparable wave (autumn 2025) and has none now: Rondo Mogilskie.',
    );
    for (const { number } of districts) {
      const { gone: ofDistrict } = districtOf(number).report;
      expect(ofDistrict?.places.every(({ district }) => district === number)).toBe(true);
    }
  });
});

describe('the figure of two waves together', () => {
  const asked = { waveId: '2026-1', indicator: 'hood_dark_unsafe' } as const;
  const markupOf = (domain: string, isOfYear: boolean) => {
    const report = figureReport(database, { ...asked, domain, isOfYear });
    if (!report) return null;
    const page = <FigureTrail report={report} paths={resultsPaths} />;
    const markup = renderToStaticMarkup(
      <TranslatorProvider translator={serverTranslator('en')}>{page}</TranslatorProvider>,
    );
    return { report, markup, page: told(page) };
  };
  const yearAddress = (domain: string) =>
    resultsPaths.figure({ wave: '2026-1', domain, indicator: asked.indicator, basis: 'rolling-year' });
  const estimateIn = (of: (typeof publications)[number]['estimates'] | undefined, domain: string) =>
    of?.find((one) => one.indicator === asked.indicator && one.domain === domain);

  it.each(['city', 'D12'])('has a page that says of which two it is made (%s)', (domain) => {
    const shown = markupOf(domain, true);
    if (!shown || shown.report.hidden !== null) throw new Error('the figure is published');
    const { report, page, markup } = shown;
    const ofYear = estimateIn(newest.rollingYear?.estimates, domain);
    const sides = [publications[1], newest].map((one) => estimateIn(one?.estimates, domain));
    expect(report.made.estimate).toEqual(ofYear);
    expect(report.made.ofWaves.map(({ estimate }) => estimate)).toEqual(sides);
    const mean = sides.reduce((sum, side) => sum + (side?.value ?? Number.NaN), 0) / 2;
    expect(Math.abs(mean - (ofYear?.value ?? Number.NaN))).toBeLessThanOrEqual(0.001 + 1e-9);
    expect(page).toContain('autumn 2025 and spring 2026 together');
    expect(page).toContain('Of which two waves');
    for (const wave of ['2025-2', '2026-1']) {
      expect(markup).toContain(`href="${resultsPaths.figure({ wave, domain, indicator: asked.indicator })}"`);
    }
    expect(page).not.toMatch(/Base weight N|of the wave alone \(|weights of this wave/);
  });

  it('is reached from the page of the wave alone, the district and the city, and is none where there is none', () => {
    expect(markupOf('D12', false)?.markup).toContain(`href="${yearAddress('D12')}"`);
    const { report } = districtOf(12);
    const city = cityReport(database, { waveId: '2026-1', indicator: null });
    if (!city) throw new Error('the wave is published');
    const views = [
      [yearAddress('D12'), <DistrictReportView key="d" report={report} waveIds={[]} paths={resultsPaths} />],
      [
        yearAddress('city'),
        <CityReportView key="c" report={city} waveIds={[]} paths={resultsPaths} isBridged={false} />,
      ],
    ] as const;
    for (const [address, view] of views) {
      const markup = renderToStaticMarkup(
        <TranslatorProvider translator={serverTranslator('en')}>{view}</TranslatorProvider>,
      );
      expect(markup).toContain(`href="${address}"`);
    }
    const ofFirst = { waveId: first.wave.waveId, domain: 'D12', indicator: asked.indicator, isOfYear: true };
    expect(figureReport(database, ofFirst)).toBeNull();
  });

  it('is hidden, and says nothing else, where one of the waves hides its own', () => {
    const hidden = newest.rollingYear?.estimates.find(({ value }) => value === null);
    if (!hidden) throw new Error('some figures of two waves are hidden');
    const { domain, indicator } = hidden;
    const report = figureReport(database, { waveId: '2026-1', domain, indicator, isOfYear: true });
    expect(report?.hidden).toBe(hidden.reason);
    expect(report).not.toHaveProperty('made');
  });
});
