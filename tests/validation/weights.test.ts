import { describe, expect, it } from 'vitest';
import { noOutcomes, outcomeGroup, outcomeRates } from '#core/fieldwork/outcome-rates.ts';
import { kish } from '#core/weighting/kish.ts';
import { rake } from '#core/weighting/rake.ts';
import { weightWave } from '#core/weighting/weight-wave.ts';
import { caseARespondents, caseAWeightingInput } from '#tests/support/case-a.ts';
import { referenceRows } from '#tests/support/reference.ts';

const expectedWeights = referenceRows('case-A/expected_weights.csv');

function largestError(actual: ArrayLike<number>, expected: readonly number[]): number {
  return expected.reduce(
    (largest, value, i) => Math.max(largest, Math.abs((actual[i] ?? Number.NaN) / value - 1)),
    0,
  );
}

describe.each([1, 2])('wave %i of case A', (wave) => {
  const input = caseAWeightingInput(wave);
  const expected = expectedWeights.filter((row) => Number(row.wave) === wave);
  const column = (name: string) => expected.map((row) => Number(row[name]));
  const weighted = () => weightWave(input);

  it('has the respondents in the order of the reference', () => {
    expect(caseARespondents(wave).map((row) => row.case_id)).toEqual(expected.map((row) => row.case_id));
  });

  it('has the base weights of the reference', () => {
    expect(largestError(weighted().base, column('w_base'))).toBeLessThan(1e-9);
  });

  it('has the nonresponse adjusted weights of the reference', () => {
    expect(largestError(weighted().nonresponse, column('w_nr'))).toBeLessThan(1e-9);
  });

  it('has the raked weights of the reference', () => {
    const untrimmed = weightWave({
      ...input,
      settings: {
        ...(input.settings as NonNullable<typeof input.settings>),
        trim: { lower: 0, upper: 1e9, maximumCycles: 100 },
      },
    });
    expect(largestError(untrimmed.final, column('w_rake2'))).toBeLessThan(1e-9);
    expect(untrimmed.report.iterations).toBeLessThan(20);
  });

  it('has the trimmed weights of the reference, in as many cycles', () => {
    const result = weighted();
    expect(largestError(result.final, column('w_trimcycle'))).toBeLessThan(1e-9);
    const { trimming } = result.report;
    expect([trimming.method, trimming.cycles]).toEqual(['cycles', wave === 1 ? 24 : 44]);
    expect(Math.round(trimming.outsideBefore * expected.length)).toBe(wave === 1 ? 74 : 76);
    expect(trimming.outsideAfter).toBe(0);
  });

  it('invariant 10: weighted totals equal the margins that were raked to', () => {
    const { report } = weighted();
    expect(report.converged).toBe(true);
    for (const margin of report.margins) expect(margin.largestDeviation, margin.name).toBeLessThan(1e-9);
  });

  it("has Kish's measures of the reference", () => {
    const rows = referenceRows('case-A/expected_kish.csv').filter(
      (row) =>
        Number(row.wave) === wave &&
        row.design === 'trimcycle' &&
        (row.domain === 'city' || row.domain === 'D05'),
    );
    expect(rows.length).toBeGreaterThan(6);
    const respondents = caseARespondents(wave);
    const { final } = weighted();
    for (const row of rows.filter(({ stat }) => stat === 'deff' || stat === 'neff')) {
      const inDomain = (i: number) => row.domain === 'city' || respondents[i]?.district === row.domain;
      const { designEffect, effectiveN } = kish(final, inDomain);
      const actual = row.stat === 'deff' ? designEffect : effectiveN;
      expect(Math.abs(actual / Number(row.value) - 1), `${row.domain} ${row.stat}`).toBeLessThan(1e-9);
    }
  });

  it('has the outcome rates of the reference, city and districts', () => {
    const rows = referenceRows('case-A/expected_aapor.csv').filter((row) => Number(row.wave) === wave);
    const domains = new Map<string, ReturnType<typeof noOutcomes>>();
    for (const row of referenceRows('case-A/dispositions.csv')) {
      if (Number(row.wave) !== wave) continue;
      for (const domain of ['city', (row.stratum ?? '').slice(0, 3)]) {
        const counts = domains.get(domain) ?? noOutcomes();
        counts[outcomeGroup(row.disposition ?? '')] += 1;
        domains.set(domain, counts);
      }
    }
    let compared = 0;
    for (const row of rows) {
      const counts = domains.get(row.domain ?? '') ?? noOutcomes();
      const rates = outcomeRates(counts) as Record<string, number | null>;
      const stat = row.stat ?? '';
      const actual = stat in rates ? rates[stat] : (counts as Record<string, number>)[stat];
      if (actual === undefined) continue;
      compared += 1;
      expect(actual, `${row.domain} ${stat}`).toBeCloseTo(Number(row.value), 12);
    }
    expect(compared).toBeGreaterThan(19 * 20);
  });
});

describe('raking', () => {
  const margins = [
    { name: 'a', group: Int32Array.from([0, 0, 1, 1]), totals: Float64Array.from([30, 70]) },
    { name: 'b', group: Int32Array.from([0, 1, 0, 1]), totals: Float64Array.from([60, 40]) },
  ];

  it('invariant 10: reports that it did not converge', () => {
    const contradictory = [
      { name: 'a', group: Int32Array.from([0, 1]), totals: Float64Array.from([30, 70]) },
      { name: 'b', group: Int32Array.from([0, 1]), totals: Float64Array.from([60, 40]) },
    ];
    const result = rake(Float64Array.from([1, 1]), contradictory);
    expect(result.converged).toBe(false);
    expect(result.largestDeviation).toBeGreaterThan(0.1);
  });

  it('does not depend on the scale of the starting weights', () => {
    const one = rake(Float64Array.from([1, 2, 3, 4]), margins).weights;
    const thousand = rake(Float64Array.from([1000, 2000, 3000, 4000]), margins).weights;
    expect(largestError(thousand, [...one])).toBeLessThan(1e-9);
  });

  it('refuses margins with different totals and groups without respondents', () => {
    const [first, second] = margins;
    if (!first || !second) throw new Error('two margins are needed');
    expect(() =>
      rake(Float64Array.from([1, 1, 1, 1]), [first, { ...second, totals: Float64Array.from([1, 2]) }]),
    ).toThrow('`rake` requires margins with the same total');
    expect(() => rake(Float64Array.from([0, 0, 1, 1]), margins)).toThrow(
      'requires respondents in every group',
    );
  });
});
