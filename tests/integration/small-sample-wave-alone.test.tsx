import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, describe, expect, it } from 'vitest';
import { FigureTrail } from '#app/components/figure-trail/figure-trail.tsx';
import { DistrictReportView } from '#app/components/report/district-report-view.tsx';
import { TopicList } from '#app/components/report/topic-list.tsx';
import { TopicView } from '#app/components/report/topic-view.tsx';
import { TranslatorProvider } from '#app/i18n/context.tsx';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import { resultsPaths } from '#app/paths/results.ts';
import { cityReport } from '#app/use-cases/results/city-report.server.ts';
import { districtReport } from '#app/use-cases/results/district-report.server.ts';
import { figureReport } from '#app/use-cases/results/figure-report.server.ts';
import { topicReport } from '#app/use-cases/results/topic-report.server.ts';
import { districts } from '#city/city.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import { publishedSmallCity } from '#tests/support/small-city.ts';

const { database, publications } = publishedSmallCity();
afterAll(() => database.close());
const newest = publications.at(-1);
if (!newest) throw new Error('three waves are published');
const { rule } = newest.method;
const translator = serverTranslator('en');

const told = (page: ReactElement) =>
  renderToStaticMarkup(<TranslatorProvider translator={translator}>{page}</TranslatorProvider>)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

function districtOf(district: number) {
  const report = districtReport(database, { district, waveId: '2026-1', indicator: null });
  if (!report) throw new Error('the wave is published');
  const page = <DistrictReportView report={report} waveIds={['2026-1']} paths={resultsPaths} />;
  return { report, page: told(page) };
}

describe('the page of a district where two waves together decide', () => {
  it('says what only the tests of the wave alone point to', () => {
    for (const { number: district } of districts) {
      const { report, page } = districtOf(district);
      const ofWave = newest.flags.filter(
        (flag) =>
          flag.district === district &&
          !flag.leads &&
          flag.basis === 'wave' &&
          ['alert', 'watch'].includes(flag.severity) &&
          !report.flags.raised.some(
            (one) =>
              one.flag.kind === flag.kind &&
              one.flag.indicator === flag.indicator &&
              one.flag.group === flag.group,
          ),
      );
      expect(report.ofWaveAlone.map(({ flag }) => flag)).toEqual(ofWave);
      expect(page.includes('The tests of the wave alone (spring 2026) point to')).toBe(ofWave.length > 0);
    }
    const { report } = districtOf(12);
    const [raised] = report.flags.raised.filter(({ flag }) => flag.indicator === 'hood_dark_unsafe');
    if (!raised) throw new Error('the planted district is flagged');
    const pointed = { ...report, ofWaveAlone: [raised] };
    expect(told(<DistrictReportView report={pointed} waveIds={['2026-1']} paths={resultsPaths} />)).toContain(
      `point to what two waves together do not: ${raised.indicator.name.en}: ${translator.t('results:flag.kind.level.alert')} (alert). Two waves together decide`,
    );
  });

  it('opens with an indicator that has a figure there, and says of the answers which wave they are of', () => {
    for (const { number } of districts) {
      const { report } = districtOf(number);
      const hasFigure = newest.estimates
        .filter(({ domain, value }) => domain === districtKey(number) && value !== null)
        .map(({ indicator }) => indicator);
      if (rule.headlineIndicators.some((id) => hasFigure.includes(id))) {
        expect(hasFigure).toContain(report.chosen?.indicator.id);
      }
      const topics = report.indicators.topics.filter(({ questions }) => questions > 0);
      for (const { topic } of topics.slice(0, 1)) {
        const opened = topicReport(database, { waveId: '2026-1', district: number, topic });
        if (!opened) throw new Error('a listed topic has a page');
        expect(told(<TopicView report={opened} paths={resultsPaths} />)).toContain(
          'The answers are of the wave alone (spring 2026)',
        );
      }
    }
  });

  it('counts an indicator and its reverse as one question', () => {
    const { report } = districtOf(12);
    const [topic] = report.indicators.topics;
    if (!topic) throw new Error('the wave has topics');
    const page = (indicators: number, questions: number) =>
      told(<TopicList topics={[{ ...topic, worse: { indicators, questions } }]} linkOf={() => ''} />);
    expect(page(2, 1)).toContain('2 clearly worse than the rest of the city (from 1 question)');
    expect(page(1, 1)).not.toContain('question)');
  });
});

it('the trail of a figure of a district says which tests gave no flag, and what two waves together are', () => {
  const report = figureReport(database, {
    waveId: '2026-1',
    domain: 'D12',
    indicator: 'hood_dark_unsafe',
  });
  if (!report || report.hidden !== null) throw new Error('the figure is published');
  const page = told(<FigureTrail report={report} paths={resultsPaths} />);
  const flagged = new Set(report.made.flags.map(({ flag }) => flag.kind));
  const passed = /Tested without a flag: ([^.]*)\./.exec(page)?.[1] ?? '';
  for (const kind of ['level', 'absolute', 'deterioration'] as const) {
    const words = translator.t(`results:flag.kind.${kind}.asked`);
    expect(passed.includes(words)).toBe(
      !flagged.has(kind) && report.made.counts.some((count) => count.kind === kind && count.made > 0),
    );
  }
  expect(page).toContain('The figure of two waves together is the mean of the figures of both');
  expect(page).toContain('Two waves together (autumn 2025 and spring 2026 together) decide on flags');
});

it('a change that two waves together have none of is told of the wave alone', () => {
  const topics = cityReport(database, { waveId: '2026-1', indicator: null })?.indicators.topics ?? [];
  const report = topics
    .map(({ topic }) => topicReport(database, { waveId: '2026-1', district: null, topic }))
    .find((found) => found?.topic.rows.some(({ estimate, alone }) => !estimate?.change && alone?.change));
  if (!report) throw new Error('the wave has a change that two waves together have not');
  const page = told(<TopicView report={report} paths={resultsPaths} />);
  expect(page).toMatch(
    /no comparison for two waves together the wave alone: .* against (spring|autumn) \d{4}/,
  );
  expect(page).toContain('how were these made?');
});
