import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { SampleLimits } from '#app/components/method/sample-limits.tsx';
import { DetectableNote } from '#app/components/report/detectable-note.tsx';
import { TranslatorProvider } from '#app/i18n/context.tsx';
import { formatNumber, formatShare } from '#app/i18n/format.ts';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import { differencesOf } from '#app/use-cases/results/published/shown-differences.ts';
import { districts } from '#city/city.ts';
import { publishedSample } from '#core/analysis/published-sample.ts';
import { sampleLimits, weakestOf } from '#core/flagging/power/detectable.ts';
import { flagPower } from '#core/flagging/power/flag-power.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import { testPublication } from '#tests/support/results.ts';

const publication = testPublication();

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

const counts = (made: number) => [{ kind: 'gap' as const, made, insufficient: 324 - made }];

describe('what a sample can show', () => {
  it('is told of those who answered, and not of the size that was planned', () => {
    const sample = sampleOf((district) => [null, 60, district === 7 ? 900 : 1500]);
    expect(sample.respondents).toEqual(districts.map(({ number }) => (number === 7 ? 900 : 1500)));
    expect(
      told(<DetectableNote shown={differencesOf(sample, false)} leads={false} counts={counts(300)} />),
    ).toContain('(900 in a district, rounded down to tens)');
  });

  it('leaves out districts of which nothing is shown, and is that of the plan where that is all', () => {
    expect(sampleOf((district) => [district === 7 ? null : 300]).respondents).toHaveLength(17);
    const planned = publication.wave.sampleSizePerDistrict;
    expect(sampleOf(() => [null]).respondents).toEqual(districts.map(() => planned));
  });

  it('is nothing that could be compared where too few answered, whatever they said', () => {
    const words = (n: number) =>
      told(
        <DetectableNote
          shown={differencesOf(
            sampleOf(() => [n]),
            false,
          )}
          leads={false}
          counts={counts(300)}
        />,
      );
    expect(words(50)).toContain('no comparison can be made: at least 60 answers in a district are needed');
    expect(words(50)).not.toContain('usually detects');
    expect(words(100)).toContain('usually detects');
  });

  it('is told of two waves together where they lead, and of the wave alone beside', () => {
    const sample = sampleOf(() => [100]);
    const words = told(<DetectableNote shown={differencesOf(sample, true)} leads counts={counts(13)} />);
    const { level, levelRollingYear } = weakestOf(sampleLimits(sample).districts);
    expect(levelRollingYear).toBeLessThan(level);
    expect(words).toContain(
      `from the rest of the city of at least ${formatNumber('en', 100 * levelRollingYear, 1)} points`,
    );
    expect(words).toContain(
      `the wave alone a difference from the rest only from ${formatNumber('en', 100 * level, 1)}`,
    );
    expect(words).toContain('most gaps between groups cannot be judged');
    expect(words).not.toContain('A gap between two halves');
    expect(told(<DetectableNote shown={differencesOf(sample, true)} leads counts={counts(0)} />)).toContain(
      'no gap between groups could be judged',
    );
  });

  it.each([
    [100, true],
    [300, false],
    [1800, false],
  ])('of %i is told with how often it is an alert, which is not always (leading: %s)', (n, leads) => {
    const sample = sampleOf(() => [n]);
    const words = told(
      <DetectableNote shown={differencesOf(sample, leads)} leads={leads} counts={counts(13)} />,
    );
    const weakest = weakestOf(sampleLimits(sample).districts);
    const tested = { ...sample, respondents: sample.respondents.map((one) => (leads ? 2 : 1) * one) };
    const powerAt = (size: number, kind: string) => flagPower(tested, size).find((one) => one.kind === kind);
    const level = powerAt(leads ? weakest.levelRollingYear : weakest.level, 'level');
    const change = powerAt(leads ? weakest.changeRollingYear : weakest.change, 'deterioration');
    for (const power of [level, change]) {
      expect(power?.flagged).toBeGreaterThan(0.79);
      expect(power?.flagged).toBeLessThan(0.85);
      expect(power?.alert).toBeLessThan(0.7);
    }
    expect(words).toContain('about eight times in ten');
    expect(words).toContain(`an alert in ${formatShare('en', level?.alert ?? 1, 0)} of cases`);
    expect(words).toContain(`${formatShare('en', change?.alert ?? 1, 0)} with`);
  });

  it('is that of a base rounded down and of the design effect of the city, which a plan is not', () => {
    const sample = sampleOf(() => [90]);
    const [seen, planned] = [
      told(<SampleLimits sample={sample} seen />),
      told(<SampleLimits sample={sample} />),
    ];
    expect(seen).toMatch(
      /the fewest people answered \(90, rounded down to tens\).*design effect of the whole city/,
    );
    expect(seen).not.toContain('responses in each district');
    expect(planned).toContain('With 90 responses in each district');
    expect(planned).not.toContain('rounded down');
    expect(planned).toMatch(/from two waves together at best .* only where both groups are large enough/);
  });

  it('tells where a share is so rare that it would be hidden', () => {
    const page = (n: number) => told(<SampleLimits sample={sampleOf(() => [n])} seen />);
    const rows = (n: number) => page(n).match(/<td>partly possible<\/td>/g) ?? [];
    expect([90, 100, 1800, 50].map((n) => rows(n).length)).toEqual([2, 1, 0, 0]);
    for (const n of [90, 100, 1800, 50]) {
      expect(page(n).includes('fewer than 10 people gave is hidden')).toBe(rows(n).length > 0);
    }
  });
});
