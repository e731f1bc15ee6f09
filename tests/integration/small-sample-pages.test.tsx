import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, describe, expect, it } from 'vitest';
import { FigureTrail } from '#app/components/figure-trail/figure-trail.tsx';
import { InsufficientSection } from '#app/components/flags/flag-sections.tsx';
import { mapAnswer } from '#app/components/map/map-answer.ts';
import { Comparison, Protection } from '#app/components/method/sections.tsx';
import { CityReportView } from '#app/components/report/city-report-view.tsx';
import { DistrictReportView } from '#app/components/report/district-report-view.tsx';
import { FlagsView, flagsAnswer } from '#app/components/report/flags-view.tsx';
import { MapView } from '#app/components/report/map-view.tsx';
import { demonstrationStrata } from '#app/demonstration/seed/population.ts';
import { TranslatorProvider } from '#app/i18n/context.tsx';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import { resultsPaths } from '#app/paths/results.ts';
import { cityReport } from '#app/use-cases/results/city-report.server.ts';
import { districtReport } from '#app/use-cases/results/district-report.server.ts';
import { figureReport } from '#app/use-cases/results/figure-report.server.ts';
import { flagsReport } from '#app/use-cases/results/flag-list.server.ts';
import { districtOutlines } from '#app/use-cases/results/map/city-outline.server.ts';
import { mapReport } from '#app/use-cases/results/map/map-page.server.ts';
import { methodReport } from '#app/use-cases/results/method-report.server.ts';
import { figuresFile } from '#app/use-cases/results/open-data.server.ts';
import { waves } from '#app/use-cases/results/published/published-results.server.ts';
import { districts } from '#city/city.ts';
import { comparisonTotal } from '#core/publication/comparison-counts.ts';
import { leadingEstimates, leadingFlags } from '#core/publication/leading-figures.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import { publishedSmallCity } from '#tests/support/small-city.ts';

const { database, publications } = publishedSmallCity();
afterAll(() => database.close());
const [first, , newest] = publications;
if (!first || !newest) throw new Error('three waves are published');
const { rule } = newest.method;
const translator = serverTranslator('en');

const told = (page: ReactElement) =>
  renderToStaticMarkup(<TranslatorProvider translator={translator}>{page}</TranslatorProvider>)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

const summaryOf = (waveId: string) => waves(database).find(({ wave }) => wave.waveId === waveId) ?? null;

function flagsOfWave(waveId: string) {
  const report = flagsReport(database, summaryOf(waveId), waves(database));
  if (!report) throw new Error('the wave is published');
  const title = flagsAnswer(translator, report);
  return {
    title,
    page: told(<FlagsView title={title} report={report} paths={resultsPaths} />),
  };
}

function mapOf(indicator: string) {
  const report = mapReport(database, summaryOf('2026-1'), { waves: waves(database), wanted: indicator });
  if (!report) throw new Error('the wave is published');
  const title = mapAnswer(translator, report.reading);
  const page = <MapView title={title} report={report} outline={districtOutlines()} paths={resultsPaths} />;
  return { report, title, page: told(page) };
}

function districtOf(district: number) {
  const report = districtReport(database, { district, waveId: '2026-1', indicator: null });
  if (!report) throw new Error('the wave is published');
  return {
    report,
    page: told(<DistrictReportView report={report} waveIds={['2026-1']} paths={resultsPaths} />),
  };
}

describe('a hundred respondents a district', () => {
  it('lead with two waves together, where there are two', () => {
    expect(first.rollingYear).toBeNull();
    expect(newest.rollingYear).toMatchObject({ leads: true, pooledWith: '2025-2' });
    expect(flagsOfWave('2025-1').page).toContain(
      'From the next comparable wave on, figures will first be given',
    );
    expect(flagsOfWave('2026-1').page).toContain(
      'first of all those of two waves together (a rolling year): autumn 2025 and spring 2026',
    );
  });

  it.each(publications)(
    'count in the heading of $wave.waveId of how many comparisons nothing can be said',
    (publication) => {
      const { made, insufficient } = comparisonTotal(publication);
      const all = made + insufficient;
      expect(insufficient).toBeGreaterThan(0);
      const { title, page } = flagsOfWave(publication.wave.waveId);
      expect(title).toMatch(
        new RegExp(
          `nothing can be said of ${insufficient} of ${all} comparisons|none of the ${made} of ${all} comparisons`,
        ),
      );
      expect(page).toContain(`Of ${insufficient} of ${all} comparisons nothing can be said`);
      expect(page).not.toMatch(/no district has a flag|were tested at once/);
    },
  );

  it.each(publications)('do not deny the changes that $wave.waveId counts', ({ wave, comparisons }) => {
    const count = comparisons.find(({ kind, leads }) => kind === 'deterioration' && leads);
    const tested = (count?.made ?? 0) + (count?.insufficient ?? 0);
    const { page } = flagsOfWave(wave.waveId);
    expect(page.includes('No change over time was tested')).toBe(tested === 0);
    expect(page.includes('Changes over time are measured between two rolling years')).toBe(
      tested > 0 && count?.basis === 'rolling-year',
    );
    expect(page.includes('are measured between the waves alone, against spring 2025')).toBe(
      tested > 0 && count?.basis === 'wave',
    );
  });

  it('have changes between waves alone where years do not reach back so far', () => {
    const [, second] = publications;
    expect(second?.rollingYear?.leads).toBe(true);
    const count = second?.comparisons.find(({ kind, leads }) => kind === 'deterioration' && leads);
    expect(count?.basis).toBe('wave');
    expect(count?.made).toBeGreaterThan(0);
  });

  it('call for intervention by an alert alone, and explain no other mark that would', () => {
    for (const { flags, rollingYear } of publications.filter((one) => one.rollingYear?.leads)) {
      expect(rollingYear).not.toBeNull();
      expect(flags.filter((flag) => flag.needsIntervention && flag.severity !== 'alert')).toEqual([]);
    }
    expect(mapOf('hood_dark_unsafe').page).not.toContain('Repeated watch');
    expect(flagsOfWave('2025-2').page).not.toContain('Every alert of the two waves');
  });

  it('find the planted district on two waves together', () => {
    const alerts = leadingFlags(newest).filter(({ severity }) => severity === 'alert');
    expect(alerts).toContainEqual(
      expect.objectContaining({ kind: 'level', indicator: 'hood_dark_unsafe', district: 12 }),
    );
    for (const { basis } of alerts) expect(basis).toBe('rolling-year');
    expect(flagsOfWave('2026-1').page).toContain('autumn 2025 and spring 2026 together:');
  });

  it('count among the people concerned none whom the indicator is not about', () => {
    const adults = (district: number) =>
      demonstrationStrata().reduce((sum, one) => (one.district === district ? sum + one.population : sum), 0);
    const flags = newest.flags.filter(({ conservativeBurden }) => (conservativeBurden ?? 0) > 0);
    expect(flags.length).toBeGreaterThan(0);
    for (const { district, lower, size, conservativeBurden } of flags) {
      expect(conservativeBurden).toBeLessThanOrEqual(adults(district) * (size ?? 0));
      expect(conservativeBurden).toBeGreaterThan(0.5 * adults(district) * (lower ?? 0));
    }
  });
});

describe.each(rule.headlineIndicators)('the map of %s', (indicator) => {
  const { report, title, page } = mapOf(indicator);
  const shown = new Map(
    leadingEstimates(newest)
      .filter((estimate) => estimate.indicator === indicator)
      .map((estimate) => [estimate.domain, estimate]),
  );

  it('tints nothing that its test did not set apart', () => {
    for (const { district, standing, flags } of report.reading.districts) {
      const severity = flags.find(({ kind }) => kind === 'level')?.severity;
      const versusRest = shown.get(districtKey(district))?.versusRest;
      expect(standing === 'higher').toBe(severity === 'alert');
      if (standing === 'lower') expect(versusRest?.qMargin).toBeLessThanOrEqual(rule.falseDiscoveryRate);
      if (severity === 'insufficient') expect(standing).toBe('untold');
    }
    const count = (standing: string) =>
      report.reading.districts.filter((district) => district.standing === standing).length;
    expect(page.match(/higher by more than 3 pct points/g) ?? []).toHaveLength(2 * count('higher'));
    expect(title.includes('clearly worse')).toBe(count('higher') > 0);
    expect(title.includes('clearly better')).toBe(count('lower') > 0);
    if (count('untold') > 0 && count('untold') < districts.length) {
      expect(title).toMatch(/of 18 districts could be compared|\d+ districts? ha(s|ve) too little data/);
    }
  });

  it('says once what could not be judged, and where, instead of under every district', () => {
    const lacking = report.reading.districts.flatMap(({ flags }) =>
      flags.filter(({ severity }) => severity === 'insufficient'),
    );
    expect(lacking.length).toBeGreaterThan(districts.length);
    // Once in the legend, once over the table.
    expect(page.match(/Too little data/g)).toHaveLength(2);
    expect(page.match(/\(aged 65\+ and the others\)|; aged 65\+ and the others/g)).toHaveLength(1);
    expect(page).toMatch(/cannot be judged \(districts: (all|[IVX]+(, [IVX]+)*)\)/);
  });

  it('shows figures of two waves together with the rest of the city, and the wave alone beside', () => {
    for (const { district, estimate, alone } of report.reading.districts) {
      expect(estimate).toEqual(shown.get(districtKey(district)) ?? estimate);
      expect(alone).toEqual(
        newest.estimates.find((one) => one.indicator === indicator && one.domain === districtKey(district)),
      );
    }
    expect(page).toContain('the wave alone:');
    expect(page).toContain('autumn 2025 and spring 2026 together. Margins are 95%');
  });
});

describe('the page of a district of a hundred', () => {
  it.each(districts.map(({ number }) => number))('does not contradict itself (%i)', (district) => {
    const { report, page } = districtOf(district);
    const made = report.counts.reduce((sum, count) => sum + count.made, 0);
    const all = report.counts.reduce((sum, count) => sum + count.made + count.insufficient, 0);
    expect(made).toBeLessThan(all);
    expect(page).not.toContain('No headline indicator');
    expect(page).toContain(`Of ${all - made} of ${all} comparisons nothing can be said`);
    const worse = report.indicators.headline.filter(({ judgement }) => judgement === 'worse');
    if (report.flags.raised.length === 0) {
      expect(worse).toEqual([]);
      expect(page).toContain(
        `${made} of ${all} comparisons of the district that flags rest on can be shown and none raises a flag`,
      );
    }
    expect(page).toContain('Each point is one wave');
    expect(page).toContain('the ranges of all districts on one indicator hold together');
  });
});

it('the page of flags names every indicator that could not be judged once', () => {
  const report = flagsReport(database, summaryOf('2026-1'), waves(database));
  const indicators = new Set(report?.list.insufficient.map(({ indicator }) => indicator.id));
  const page = renderToStaticMarkup(
    <TranslatorProvider translator={translator}>
      <InsufficientSection lines={report?.list.insufficient ?? []} />
    </TranslatorProvider>,
  );
  expect(indicators.size).toBeGreaterThan(1);
  expect(page.match(/scope="rowgroup"/g)).toHaveLength(indicators.size);
});

it('a flag of two waves together tells its history as one of years', () => {
  expect(flagsOfWave('2026-1').page).toContain('History (the rolling year up to the wave named');
  expect(flagsOfWave('2025-1').page).not.toContain('History (the rolling year');
});

it('the trail of a figure of the city, which has no rest, speaks of its change alone', () => {
  const trail = (domain: string) => {
    const report = figureReport(database, { waveId: '2026-1', domain, indicator: 'hood_dark_unsafe' });
    if (!report) throw new Error('the figure is published');
    return told(<FigureTrail report={report} paths={resultsPaths} />);
  };
  expect(trail('city')).toContain('Change since an earlier wave');
  expect(trail('city')).not.toContain(translator.t('method:figure.rest.title'));
  expect(trail('D12')).toContain(translator.t('method:figure.rest.title'));
});

it('the page of the city gives two waves together before each wave', () => {
  const report = cityReport(database, { waveId: '2026-1', indicator: null });
  if (!report) throw new Error('the wave is published');
  const page = told(
    <CityReportView report={report} waveIds={['2026-1']} paths={resultsPaths} isBridged={false} />,
  );
  expect(page).toMatch(/autumn 2025 and spring 2026 together spring 2026 autumn 2025 spring 2025/);
});

it('the file of figures begins with those that flags rest on, and says so', () => {
  const [header = '', row = ''] = figuresFile(database, '2026-1')?.text.split('\r\n') ?? [];
  const columns = header.replace(/^\ufeff/, '').split(',');
  const values = row.split(',');
  expect(values[columns.indexOf('basis')]).toBe('rolling-year');
  expect(values[columns.indexOf('pooled_with')]).toBe('2025-2');
});

it('the method says that the rolling year leads', () => {
  const report = methodReport(database);
  if (!report) throw new Error('the wave is published');
  expect(told(<Comparison report={report} />)).toContain(
    'The target here is 100 responses in a district, fewer than 400. So pages show the rolling year first',
  );
});

it('the method counts what is hidden of two waves together beside what is hidden of the wave', () => {
  const report = methodReport(database);
  if (!report) throw new Error('the wave is published');
  const figures = newest.rollingYear?.estimates ?? [];
  const hidden = figures.filter(({ value }) => value === null).length;
  expect(hidden).toBeGreaterThan(0);
  const page = told(<Protection report={report} />);
  expect(page).toContain(
    `Of two waves together (the rolling year), ${hidden} of ${figures.length} figures are hidden`,
  );
  expect(page).toContain(`${newest.method.suppression.suppressed} figures of the wave alone`);
  expect(told(<Protection report={{ ...report, hiddenOfYear: null }} />)).not.toContain('rolling year');
});
