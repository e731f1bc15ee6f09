import { beforeAll, describe, expect, it } from 'vitest';
import { type Difference, independentDifference } from '#core/estimation/difference.ts';
import { cellsInBoth, cellsWithout, domainContrast } from '#core/estimation/domain-contrast.ts';
import {
  arcsineInterval,
  kornGraubardInterval,
  logitInterval,
  studentInterval,
  wilsonInterval,
} from '#core/estimation/intervals/interval.ts';
import { rankRanges } from '#core/estimation/rank-range.ts';
import { type DomainCells, type DomainMean, domainMean } from '#core/estimation/variance/domain-mean.ts';
import { studentUpper } from '#core/statistics/distributions.ts';
import { type CaseADesign, caseADesign } from '#tests/support/case-a.ts';
import { type ReferenceRow, referenceRows } from '#tests/support/reference.ts';

const designs = new Map<string, CaseADesign>();
function designOf(wave: string, name: string): CaseADesign {
  const key = `${wave} ${name}`;
  const design = designs.get(key) ?? caseADesign(Number(wave), name);
  designs.set(key, design);
  return design;
}

const cache = new Map<string, DomainMean>();
function meanOf(row: { wave: string; design: string; domain: string; item: string }): DomainMean {
  const key = `${row.wave} ${row.design} ${row.domain} ${row.item}`;
  let mean = cache.get(key);
  if (!mean) {
    const { design, domain, item } = designOf(row.wave, row.design);
    mean = domainMean(design, item(row.item), domain(row.domain)) ?? undefined;
    if (!mean) throw new Error(`no estimate for ${key}`);
    cache.set(key, mean);
  }
  return mean;
}

/**
 * What a former run of these tests kept must not stand for this one: mutation testing runs them many times in
 * one process.
 */
beforeAll(() => {
  designs.clear();
  cache.clear();
});

function expectEqual(actual: number, row: ReferenceRow): void {
  const expected = Number(row.value);
  const error = expected === 0 ? Math.abs(actual) : Math.abs(actual / expected - 1);
  expect(error, `${Object.values(row).join(' ')}: ${actual}`).toBeLessThan(1e-9);
}

const complete = (row: ReferenceRow) =>
  row as Record<'wave' | 'design' | 'domain' | 'item' | 'stat' | 'value' | 'method', string>;

describe.each(['strat_fpc', 'strat_nofpc', 'ps', 'rake1_cal', 'rake2_cal', 'trimcycle_fixed'])(
  'design %s',
  (name) => {
    const rows = referenceRows('case-A/expected_mean.csv').filter((row) => row.design === name);

    it('has the means, standard errors, design effects and degrees of freedom of R', () => {
      expect(rows.length).toBeGreaterThan(5000);
      for (const row of rows) {
        const mean = meanOf(complete(row));
        const actual: Record<string, number> = {
          est: mean.mean,
          se: mean.standardError,
          deff_replace: mean.designEffect,
          n: mean.n,
          degf: mean.degreesOfFreedom,
          sumw: mean.weight,
        };
        const value = actual[row.stat ?? ''];
        if (value === undefined || row.value === 'NA' || row.value === 'NaN') continue;
        // With no variance at all R reports a standard error made of rounding errors.
        if (row.stat !== 'est' && mean.positive === 0) continue;
        expectEqual(value, row);
      }
    });
  },
);

describe('intervals of shares', () => {
  it('are those of R and of the textbook', () => {
    let compared = 0;
    for (const row of referenceRows('case-A/expected_ci.csv').map(complete)) {
      const { mean: p, standardError, n, degreesOfFreedom, positive } = meanOf(row);
      if (row.value === 'NA' || row.value === 'NaN' || positive === 0) continue;
      const computed = {
        xlogit: () => logitInterval(p, standardError, degreesOfFreedom),
        asin: () => arcsineInterval(p, standardError, degreesOfFreedom),
        mean: () => studentInterval(p, standardError, degreesOfFreedom),
        kg_nchs: () => kornGraubardInterval(p, standardError, n, degreesOfFreedom),
        wilson_neff: () => wilsonInterval(p, standardError, n),
      }[row.method];
      const interval = computed?.();
      if (!interval) continue;
      const value = {
        lo: interval.lower,
        hi: interval.upper,
        neff: 'effectiveN' in interval ? interval.effectiveN : Number.NaN,
      }[row.stat];
      compared += 1;
      expectEqual(value as number, row as ReferenceRow);
    }
    expect(compared).toBeGreaterThan(4000);
  });
});

describe('contrasts', () => {
  it('against the rest, against the city, gaps and gaps against the rest are those of R', () => {
    const done = new Map<string, Difference>();
    for (const row of referenceRows('case-A/expected_contrast.csv').map(complete)) {
      const key = [row.wave, row.design, row.domain, row.item, row.method].join(' ');
      let contrast = done.get(key);
      if (!contrast) {
        const { design, domain, item } = designOf(row.wave, row.design);
        const city = domain('city');
        const district = domain(row.domain);
        const rest = cellsWithout(city, district);
        const [women, men] = [domain('F'), domain('M')];
        const gap = [
          { sign: 1, domain: cellsInBoth(district, women) },
          { sign: -1, domain: cellsInBoth(district, men) },
        ];
        const terms: Record<string, { sign: number; domain: DomainCells }[]> = {
          vs_rest: [
            { sign: 1, domain: district },
            { sign: -1, domain: rest },
          ],
          vs_city: [
            { sign: 1, domain: district },
            { sign: -1, domain: city },
          ],
          gap_FM: gap,
          gap_FM_vs_rest: [
            ...gap,
            { sign: -1, domain: cellsInBoth(rest, women) },
            { sign: 1, domain: cellsInBoth(rest, men) },
          ],
        };
        contrast = domainContrast(design, item(row.item), terms[row.method] ?? []) ?? undefined;
        if (!contrast) throw new Error(`no contrast for ${key}`);
        done.set(key, contrast);
      }
      const t = contrast.difference / contrast.standardError;
      const actual: Record<string, number> = {
        diff: contrast.difference,
        se: contrast.standardError,
        t,
        df: contrast.degreesOfFreedom,
        p: 2 * studentUpper(Math.abs(t), contrast.degreesOfFreedom),
      };
      expectEqual(actual[row.stat] ?? Number.NaN, row as ReferenceRow);
    }
    expect(done.size).toBe(2 * 2 * 18 * 4 * 4);
  });
});

describe('change between waves', () => {
  it('is that of R for independent samples', () => {
    const rows = referenceRows('case-A/expected_change.csv')
      .map(complete)
      .filter((row) => row.method === 'indep');
    expect(rows.length).toBeGreaterThan(500);
    for (const row of rows) {
      const [earlier, later] = ['1', '2'].map((wave) => {
        const { mean, standardError, degreesOfFreedom } = meanOf({ ...row, wave });
        return { difference: mean, standardError, degreesOfFreedom };
      });
      if (!earlier || !later) throw new Error('two waves are needed');
      const change = independentDifference(later, earlier);
      const t = change.difference / change.standardError;
      const actual: Record<string, number> = {
        diff: change.difference,
        se: change.standardError,
        df: change.degreesOfFreedom,
        t,
        p: 2 * studentUpper(Math.abs(t), change.degreesOfFreedom),
      };
      expectEqual(actual[row.stat] ?? Number.NaN, row as ReferenceRow);
    }
  });
});

describe('ranges of ranks', () => {
  it('are the joint ranking region of the reference, counted from the highest', () => {
    const rows = referenceRows('case-A/expected_rank.csv').map(complete);
    expect(rows.length).toBeGreaterThan(100);
    for (const wave of ['1', '2']) {
      for (const item of ['unsafe_dark', 'index']) {
        const wanted = rows.filter((row) => row.wave === wave && row.item === item);
        const domains = [...new Set(wanted.map((row) => row.domain))];
        const ranges = rankRanges(
          domains.map((domain) => {
            const { mean, standardError } = meanOf({ wave, design: 'rake2_cal', domain, item });
            return { domain, value: mean, standardError };
          }),
        );
        for (const row of wanted) {
          const range = ranges.find(({ domain }) => domain === row.domain);
          if (row.stat === 'rank_lo')
            expect(range?.to, row.domain).toBe(domains.length + 1 - Number(row.value));
          if (row.stat === 'rank_hi')
            expect(range?.from, row.domain).toBe(domains.length + 1 - Number(row.value));
        }
      }
    }
  });
});
