import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { JudgedTogether } from '#app/components/figures/judged-together.tsx';
import { SampleLimits } from '#app/components/method/sample-limits.tsx';
import { Comparison } from '#app/components/method/sections.tsx';
import { TranslatorProvider } from '#app/i18n/context.tsx';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import { methodReport } from '#app/use-cases/results/method-report.server.ts';
import { evenSample } from '#core/analysis/published-sample.ts';
import { comparedGaps } from '#core/flagging/gap-groups.ts';
import { familySizes } from '#core/flagging/power/detectable.ts';
import { type Language, languages } from '#core/language.ts';
import { openTestResults, receiveTrusted, testPublication } from '#tests/support/results.ts';

const publication = testPublication();
const { rule } = publication.method;
const sample = evenSample(1800, rule);

const told = (language: Language, page: ReactElement) =>
  renderToStaticMarkup(
    <TranslatorProvider translator={serverTranslator(language)}>{page}</TranslatorProvider>,
  ).replace(/<[^>]*>/g, ' ');

it.each(languages)(
  'the note, the method and the limits count the comparisons of groups for gaps (%s)',
  (language) => {
    const database = openTestResults();
    receiveTrusted(database, publication, { actor: 'test', now: Date.UTC(2026, 5, 30) });
    const report = methodReport(database);
    if (!report) throw new Error('the wave is published');
    const { single, gap } = familySizes(sample);
    expect(gap).toBe(single * comparedGaps.length);
    const counts = [
      {
        kind: 'level' as const,
        basis: 'wave' as const,
        made: single - 3,
        insufficient: 3,
        withoutComparison: 0,
      },
      {
        kind: 'gap' as const,
        basis: 'rolling-year' as const,
        made: 0,
        insufficient: gap,
        withoutComparison: 0,
      },
    ];
    const beside = told(language, <JudgedTogether counts={counts} rule={rule} />);
    expect(beside).toMatch(new RegExp(`${single - 3}\\D+${single}\\D+0\\D+${gap}\\b`));
    expect(beside).toMatch(new RegExp(`\\b${gap + 3}\\D+${gap + single}\\b`));
    for (const page of [
      <Comparison key="method" report={report} />,
      <SampleLimits key="limits" sample={sample} />,
    ]) {
      const text = told(language, page);
      expect(text).toMatch(new RegExp(`\\b${single}\\b`));
      expect(text).toMatch(new RegExp(`\\b${gap}\\b`));
    }
  },
);

it.each([
  ['pl', 'Różnica grup dotyczy dwóch połówek dzielnicy, na przykład kobiet i mężczyzn.'],
  ['en', 'Gaps are between two halves of a district, such as women and men.'],
  ['uk', 'Різниця груп стосується двох половин району, наприклад жінок і чоловіків.'],
] as const)('the smallest gap that is found is said to be between halves (%s)', (language, sentence) => {
  expect(told(language, <SampleLimits sample={sample} />)).toContain(sentence);
  expect(told(language, <SampleLimits sample={evenSample(60, rule)} />)).not.toContain(sentence);
});
