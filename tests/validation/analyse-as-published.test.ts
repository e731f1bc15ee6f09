import { describe, expect, it } from 'vitest';
import { analyseTables } from '#app/use-cases/analyse-folder/analyse-tables.ts';
import { flagRuleOf } from '#app/use-cases/analyse-folder/as-in-r/flag-figures.ts';
import type { OutputCell } from '#app/use-cases/analyse-folder/block.ts';
import type { AnalysisFolder } from '#app/use-cases/analyse-folder/folder.ts';
import { readFolder } from '#app/use-cases/analyse-folder/reading/read-folder.server.ts';
import { asEarlierWave } from '#core/analysis/analyse.ts';
import { changesOf, figureKey } from '#core/analysis/compare-waves.ts';
import type { WaveAnalysis } from '#core/analysis/wave-analysis.ts';
import { differenceInterval, lowerTail, upperTail } from '#core/estimation/difference.ts';
import { testDistricts } from '#core/flagging/district-rule.ts';
import type { EarlierWave } from '#core/flagging/wave-figures.ts';
import { analysedCase, referenceFolder } from '#tests/support/analysed-reference.ts';
import type { CaseName } from '#tests/support/case-a.ts';
import { publishedAnalysis, publishedWeights, untrimmed } from '#tests/support/published-case.ts';

const cases = [
  { name: 'case-A', trim: { lower: 0.55, upper: 1.7 }, method: 'cycles', file: 'weights w_trimcycle' },
  // Its cycles do not settle: there is a file of the weights to use.
  {
    name: 'case-B',
    trim: { lower: 0.6, upper: 1.8 },
    method: 'bounded-calibration',
    file: 'trimmed w_trimmed',
  },
] as const;
const weightedCases = cases.flatMap((one) => [1, 2].map((wave) => ({ ...one, wave })));

describe.each(weightedCases)('wave $wave of $name, as a folder and as a published wave', (one) => {
  const { name, wave, trim, method } = one;
  const { rows } = analysedCase(name);
  const column = (file: string) => {
    const [table = '', of = ''] = file.split(' ');
    return rows(table).flatMap((row) => (Number(row.wave) === wave ? [Number(row[of])] : []));
  };

  it('has the same weights at every step, to the last digit', () => {
    const { base, nonresponse, final, report } = publishedWeights(name, wave, trim);
    expect(report.trimming.method).toBe(method);
    expect(column('weights w_base')).toEqual([...base]);
    expect(column('weights w_nr')).toEqual([...nonresponse]);
    expect(column(one.file)).toEqual([...final]);
    expect(column('weights w_rake2')).toEqual([...publishedWeights(name, wave, untrimmed).final]);
  });
});

/** The case with the superpopulation variances that are published. */
function folderOf(name: CaseName): AnalysisFolder {
  const read = readFolder(referenceFolder(name));
  if (!read.ok) throw new Error(`${name} has faults`);
  const { settings } = read.folder;
  return { ...read.folder, settings: { ...settings, finite_population_correction: false } };
}

/** `D03`, `city`, `F` and `D03|F` as a publication names them. */
const publishedDomain = (domain: string) => domain.replace(/\b([FM])$/, 'sex:$1');

describe.each(['case-A', 'case-B'] as const)(
  'both waves of %s, as a folder and as published waves',
  (name) => {
    const folder = folderOf(name);
    const { tables } = analyseTables(folder);
    const first = publishedAnalysis(folder, 1, [], name);
    const second = publishedAnalysis(folder, 2, [first], name);
    const analyses = [first, second];
    const rows = (table: string, design: string | null = 'rake2_cal') => {
      const { columns = [], rows: cells = [] } = tables.find((one) => one.name === table) ?? {};
      const named = cells.map(
        (row) => Object.fromEntries(row.map((cell, at) => [columns[at], cell])) as Record<string, OutputCell>,
      );
      return design === null ? named : named.filter((row) => row.design === design);
    };
    const analysisOf = (wave: OutputCell | undefined) => analyses[Number(wave) - 1] as WaveAnalysis;

    it('has the same estimate, error, size and design effect of every item and domain', () => {
      const index = analyses.map(({ estimates }) => new Map(estimates.map((one) => [figureKey(one), one])));
      let compared = 0;
      for (const { wave, domain, item, stat, value } of rows('mean')) {
        const key = { indicator: String(item), domain: publishedDomain(String(domain)) };
        const estimate = index[Number(wave) - 1]?.get(figureKey(key));
        // Ages are other groups in a publication.
        if (/\d\d-\d\d|65\+/.test(String(domain))) continue;
        const published: Record<string, OutputCell | undefined> = {
          est: estimate?.value ?? null,
          se: estimate?.standardError ?? null,
          n: estimate?.n ?? 0,
          degf: estimate?.degreesOfFreedom ?? null,
          deff_replace: estimate && estimate.standardError > 0 ? estimate.designEffect : null,
        };
        if (!(String(stat) in published)) continue;
        expect(value, JSON.stringify(key)).toBe(published[String(stat)]);
        compared += 1;
      }
      expect(compared).toBeGreaterThan(3_000);
    });

    it('has the same share of every answer', () => {
      const shares = rows('dist').filter(({ stat, value }) => stat === 'est' && value !== null);
      expect(shares.length).toBeGreaterThan(150);
      for (const { wave, domain, item, method, value } of shares) {
        const own = analysisOf(wave).distributions.find(
          (one) => one.variable === item && one.domain === domain,
        );
        expect(own?.shares.find(({ code }) => code === method)?.share).toBe(value);
      }
    });

    it('has the same differences from the rest, gaps and changes, with the same intervals and tests', () => {
      const kinds: Record<string, string> = {
        vs_rest: 'vs-rest',
        gap_FM: 'gap',
        gap_FM_vs_rest: 'gap-vs-rest',
      };
      const changes = changesOf(
        second.estimates,
        { waveId: first.wave.waveId, estimates: first.estimates },
        () => 0,
      );
      const seen = { contrasts: 0, changes: 0 };
      for (const { wave, domain, item, method, stat, value } of rows('mover')) {
        if (wave === '2-1') {
          const change = changes.get(figureKey({ indicator: String(item), domain: String(domain) }));
          if (method !== 'change' || !change || !['diff', 'lo', 'hi'].includes(String(stat))) continue;
          expect(value).toBe({ diff: change.difference, lo: change.lower, hi: change.upper }[String(stat)]);
          seen.changes += 1;
          continue;
        }
        const contrast = analysisOf(wave).contrasts.find(
          (one) =>
            one.kind === kinds[String(method)] &&
            one.indicator === item &&
            one.domain === domain &&
            (one.against === null || one.against === 'women-men'),
        );
        if (!contrast) throw new Error(`no contrast ${method} of ${item} in ${domain}`);
        const { lower, upper } = differenceInterval(contrast);
        const published = {
          diff: contrast.difference,
          lo: lower,
          hi: upper,
          p_up: upperTail(contrast, 0),
          p_down: lowerTail(contrast, 0),
        };
        expect(value).toBe(published[String(stat) as keyof typeof published]);
        seen.contrasts += 1;
      }
      expect(seen.contrasts).toBeGreaterThan(500);
      expect(seen.changes).toBeGreaterThan(100);
    });

    it('has the same flags, when the rule of published waves is told of R’s symmetric differences', () => {
      const told = analyses.map((analysis): EarlierWave => {
        const wave = asEarlierWave(analysis);
        return {
          ...wave,
          estimates: wave.estimates.map((estimate) => ({ ...estimate, binomialN: null })),
          contrasts: wave.contrasts
            .filter(({ against }) => against === null || against === 'women-men')
            .map(({ parts: _shares, ...contrast }) => contrast),
        };
      });
      const flags = folder.settings.flags;
      if (!flags) throw new Error(`${name} has no flags`);
      const rule = flagRuleOf(flags);
      const numbers = (folder.levels.get('district') ?? []).map((level) => Number(level.slice(1)));
      for (const [position, now] of told.entries()) {
        const wave = position + 1;
        const tests = testDistricts({
          wave: now,
          earlier: told.slice(0, position),
          districts: numbers,
          targetPerDistrict: 1_800,
          rule,
        });
        const testOf = (kind: string, row: Record<string, OutputCell>) =>
          tests.find(
            (test) =>
              test.kind === kind &&
              test.indicator === row.item &&
              test.district === Number(String(row.district).slice(1)),
          );
        const own = rows('flags', null).filter((row) => row.wave === wave);
        expect(own.length).toBe(numbers.length * flags.items.length);
        for (const row of own) {
          const isTold = Number(row.n) >= flags.min_n;
          const [level, absolute, gap] = (['level', 'absolute', 'gap'] as const).map((kind) =>
            testOf(kind, row),
          );
          expect([row.q_levelD, row.q_abs, row.q_gap]).toEqual([level?.alertQ, absolute?.q, gap?.q]);
          expect(row.level).toBe(isTold ? level?.severity : 'insufficient');
          expect(row.absolute).toBe(Number(isTold && absolute?.severity === 'alert'));
          expect(row.gapflag).toBe(Number(isTold && gap?.severity === 'alert'));
          const change = testOf('deterioration', row);
          expect(row.deterioration).toBe(wave === 1 ? '' : Number(change?.severity === 'alert'));
        }
      }
    });
  },
);
