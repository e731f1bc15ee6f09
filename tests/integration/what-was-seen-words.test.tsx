import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Figure } from '#app/components/figure.tsx';
import { flagKindWords } from '#app/components/flag-kind-words.ts';
import { mapAnswer } from '#app/components/map-answer.ts';
import { WeightsSection } from '#app/components/method/weights-section.tsx';
import { DetectableNote } from '#app/components/report/detectable-note.tsx';
import { TranslatorProvider } from '#app/i18n/context.tsx';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import type { DistrictMapReading } from '#app/use-cases/district-map.server.ts';
import type { MethodReport } from '#app/use-cases/method-report.server.ts';
import { districts } from '#core/city.ts';
import { languages } from '#core/language.ts';
import type { PublishedEstimate } from '#core/publication/document.ts';
import { publishedSample } from '#core/publication/published-sample.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import { testPublication } from '#tests/support/results.ts';

const publication = testPublication();
const { rule } = publication.method;

const told = (page: ReactElement) =>
  renderToStaticMarkup(<TranslatorProvider translator={serverTranslator('en')}>{page}</TranslatorProvider>);

const sampleOf = (basesOf: (district: number) => (number | null)[]) =>
  publishedSample({
    ...publication,
    estimates: districts.flatMap(({ number }) =>
      basesOf(number).map(
        (n, index) => ({ indicator: `${index}`, domain: districtKey(number), n }) as PublishedEstimate,
      ),
    ),
  });

describe('what a sample can show', () => {
  it('is told of those who answered, and not of the size that was planned', () => {
    const sample = sampleOf((district) => [null, 60, district === 7 ? 900 : 1500]);
    expect(sample.respondents).toEqual(districts.map(({ number }) => (number === 7 ? 900 : 1500)));
    expect(told(<DetectableNote sample={sample} />)).toContain('(900 in a district)');
  });

  it('leaves out districts of which nothing is shown, and is that of the plan where that is all', () => {
    expect(sampleOf((district) => [district === 7 ? null : 300]).respondents).toHaveLength(17);
    const planned = publication.wave.sampleSizePerDistrict;
    expect(sampleOf(() => [null]).respondents).toEqual(districts.map(() => planned));
  });

  it('is nothing that could be flagged where too few answered for the rule', () => {
    const words = told(<DetectableNote sample={sampleOf(() => [50])} />);
    expect(words).toContain('no district can be flagged for a share near 30%');
    expect(words).not.toContain('usually detects');
    expect(rule.minimumN).toBeGreaterThan(50);
  });
});

describe('a margin', () => {
  const estimate = (lower: number, upper: number) =>
    ({ value: 0.13, lower, upper, n: 100, quality: 'good', reason: null }) as PublishedEstimate;
  const figure = (lower: number, upper: number) =>
    told(<Figure estimate={estimate(lower, upper)} kind="share" />).replace(/<[^>]*>/g, '');

  it('is told as one number where the interval is even, and by its ends where it is not', () => {
    expect(figure(0.1, 0.161)).toBe('13% ± 3 (n\u00a0=\u00a0100)');
    expect(figure(0.06, 0.24)).toBe('13% (6–24) (n\u00a0=\u00a0100)');
  });
});

it('the answer of a map counts the districts with too little data', () => {
  const reading = (untold: number) =>
    ({
      indicator: { direction: 'high-is-bad', name: { en: 'Name' } },
      districts: districts.map((_, index) => ({
        standing: index < untold ? 'untold' : 'even',
        judgement: null,
      })),
    }) as unknown as DistrictMapReading;
  const answer = (untold: number) => mapAnswer(serverTranslator('en'), reading(untold));
  expect(answer(0)).toBe('Name: with this sample, no district can be told from the rest of the city');
  expect(answer(14)).toContain('rest of the city, too little data in 14 districts');
  expect(answer(18)).toBe('Name: too little data to compare districts');
});

it('the method says when some weights stayed outside of the bounds', () => {
  const page = (warnings: string[]) => {
    const weighting = { ...publication.method.weighting, warnings };
    const report = { method: { ...publication.method, weighting } } as MethodReport;
    return told(<WeightsSection report={report} />);
  };
  expect(page(['trimming-not-settled'])).toContain('still stuck out of these bounds after 100 rounds');
  expect(page([])).not.toContain('still stuck out');
});

it.each(languages)('a watch at the threshold is not called above it (%s)', (language) => {
  const words = (severity: 'alert' | 'watch', kind: 'absolute' | 'level' = 'absolute') =>
    flagKindWords(serverTranslator(language), { kind, severity });
  expect(words('watch')).not.toBe(words('alert'));
  expect(words('watch', 'level')).toBe(words('alert', 'level'));
});
