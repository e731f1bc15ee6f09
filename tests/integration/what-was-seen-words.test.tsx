import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { flagKindWords } from '#app/components/flag-kind-words.ts';
import { DetectableNote } from '#app/components/report/detectable-note.tsx';
import { TranslatorProvider } from '#app/i18n/context.tsx';
import { serverTranslator } from '#app/i18n/resources.server.ts';
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

  it('is nothing that could be flagged where the interval is too wide for the rule', () => {
    const words = told(<DetectableNote sample={sampleOf(() => [100])} />);
    expect(words).toContain('no district can be flagged for a share near 30%');
    expect(words).not.toContain('usually detects');
    expect(rule.minimumN).toBeLessThanOrEqual(100);
  });
});

it.each(languages)('a watch at the threshold is not called above it (%s)', (language) => {
  const words = (severity: 'alert' | 'watch', kind: 'absolute' | 'level' = 'absolute') =>
    flagKindWords(serverTranslator(language), { kind, severity });
  expect(words('watch')).not.toBe(words('alert'));
  expect(words('watch', 'level')).toBe(words('alert', 'level'));
});
