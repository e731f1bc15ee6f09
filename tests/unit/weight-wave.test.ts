import { describe, expect, it } from 'vitest';
import { type OutcomeGroup, outcomeGroups } from '#core/fieldwork/outcome-rates.ts';
import { parseStratumKey, stratumKey } from '#core/sampling/stratum.ts';
import { kish } from '#core/weighting/kish.ts';
import { type WeightingInput, weightWave } from '#core/weighting/weight-wave.ts';
import { defaultWeightingSettings } from '#core/weighting/weighting-settings.ts';

const women = (district: number) => stratumKey(district, '35-44', 'F');
const men = (district: number) => stratumKey(district, '35-44', 'M');

/**
 * Cases of some strata: how many came to which outcome. Those who answered have the educations 1 and 2 in
 * turns.
 */
function wave(
  strata: Record<string, { population: number } & Partial<Record<OutcomeGroup, number>>>,
  settings: WeightingInput['settings'] = defaultWeightingSettings,
): WeightingInput {
  const cases = Object.entries(strata);
  const outcomes = cases.flatMap(([stratum, own]) =>
    outcomeGroups.map((group) => ({ stratum, group, count: own[group] ?? 0 })),
  );
  return {
    strata: cases.map(([key, { population }]) => ({
      key,
      population,
      released: outcomes.reduce((sum, { stratum, count }) => sum + (stratum === key ? count : 0), 0),
    })),
    outcomes,
    respondents: cases.flatMap(([stratum, { I = 0, P = 0 }]) =>
      Array.from({ length: I + P }, (_, i) => ({ stratum, education: 1 + (i % 2) })),
    ),
    educationMargin: null,
    settings,
  };
}

const twoDistricts = wave({
  [women(2)]: { population: 6000, I: 30, R: 30, NC: 10, UH: 20, NE: 10 },
  [men(2)]: { population: 4000, I: 18, P: 2, R: 50, UO: 10, NE: 20 },
  [women(1)]: { population: 3000, I: 40, O: 10 },
  [men(1)]: { population: 1000, I: 20, R: 30 },
});
const sumOf = (weights: Float64Array, of: (i: number) => boolean) =>
  weights.reduce((sum, weight, i) => sum + (of(i) ? weight : 0), 0);

describe('the weights of a wave', () => {
  it('begin with N/n of the released cases, and are adjusted by the eligible over the respondents of the age', () => {
    const { base, nonresponse, report } = weightWave(twoDistricts);
    expect([base[0], base[30], base[50], base[90]]).toEqual([60, 40, 60, 20]);
    // Eligible 240 of 270 whose eligibility is known.
    expect(report.eligibilityRate).toBeCloseTo(240 / 270, 12);
    const second = (60 * (70 + (20 * 240) / 270) + 40 * (70 + (10 * 240) / 270)) / (60 * 30 + 40 * 20);
    expect((nonresponse[0] as number) / 60).toBeCloseTo(second, 9);
    expect((nonresponse[30] as number) / 40).toBeCloseTo(second, 9);
    const first = (60 * 50 + 20 * 50) / (60 * 40 + 20 * 20);
    expect((nonresponse[50] as number) / 60).toBeCloseTo(first, 9);
  });

  it('add up to the population of every district and sex', () => {
    const { final, report } = weightWave(twoDistricts);
    for (const [key, population] of [
      [women(2), 6000],
      [men(2), 4000],
      [women(1), 3000],
      [men(1), 1000],
    ] as const) {
      expect(sumOf(final, (i) => twoDistricts.respondents[i]?.stratum === key)).toBeCloseTo(population, 5);
    }
    expect(report.margins.map(({ name, groups }) => `${name} ${groups}`)).toEqual([
      'district × age 2',
      'district × sex 4',
    ]);
    expect(report.warnings).toEqual([]);
    expect(report.converged).toBe(true);
    expect(report.trimming).toMatchObject({ method: 'none', cycles: 0, outsideBefore: 0, outsideAfter: 0 });
  });

  it('are raked to the education of the city too, where it is known', () => {
    const { final, report } = weightWave({
      ...twoDistricts,
      educationMargin: [
        { education: 1, population: 30 },
        { education: 2, population: 70 },
      ],
    });
    expect(sumOf(final, (i) => twoDistricts.respondents[i]?.education === 2)).toBeCloseTo(0.7 * 14_000, 5);
    expect(report.margins[2]).toMatchObject({ name: 'education', groups: 2 });
  });

  it('warn of totals by education that are far from the adults of the frame, and of no others', () => {
    const warningsOf = (residents: number) =>
      weightWave({
        ...twoDistricts,
        educationMargin: [
          { education: 1, population: residents * 0.3 },
          { education: 2, population: residents * 0.7 },
        ],
      }).report.warnings;
    expect(warningsOf(16_000)).toEqual([]);
    expect(warningsOf(10_000)).toEqual([
      { code: 'education-far-from-frame', residents: 10_000, frame: 14_000 },
    ]);
  });

  it('are those of the respondents when other cases are not known, which is reported', () => {
    const study = {
      ...twoDistricts,
      outcomes: null,
      strata: twoDistricts.strata.map((stratum) => ({
        ...stratum,
        released: twoDistricts.respondents.filter((one) => one.stratum === stratum.key).length,
      })),
    };
    const { base, nonresponse, final, report } = weightWave(study);
    expect([...nonresponse]).toEqual([...base]);
    expect(final[0]).toBeCloseTo(200, 9);
    expect(report.eligibilityRate).toBe(1);
    expect(report.warnings).toEqual([{ code: 'nonresponse-not-adjusted' }]);
  });

  it('have, by district in the order of numbers, the measures of Kish', () => {
    const { final, report } = weightWave(twoDistricts);
    expect(report.districts.map(({ district, respondents }) => [district, respondents])).toEqual([
      [1, 60],
      [2, 50],
    ]);
    expect(report.districts[0]).toMatchObject(kish(final, (i) => i >= 50));
    expect(report.districts[1]).toMatchObject(kish(final, (i) => i < 50));
    expect([report.designEffect, report.effectiveN]).toEqual(Object.values(kish(final)));
  });

  it('leave out a district where nobody answered, and say so; its cases still tell how many are eligible', () => {
    const { final, report } = weightWave(
      wave({
        [women(1)]: { population: 3000, I: 40, R: 10 },
        [women(3)]: { population: 9000, R: 30, NE: 20 },
      }),
    );
    expect(report.warnings).toEqual([{ code: 'district-without-respondents', district: 3 }]);
    expect(sumOf(final, () => true)).toBeCloseTo(3000, 6);
    expect(report.eligibilityRate).toBe(80 / 100);
    expect(report.districts).toHaveLength(1);
  });

  it('do without a stratum where nobody lives', () => {
    const { final, report } = weightWave(
      wave({ [women(1)]: { population: 3000, I: 40 }, [men(1)]: { population: 0 } }),
    );
    expect(sumOf(final, () => true)).toBeCloseTo(3000, 6);
    expect(report.merges).toEqual([]);
  });

  it('report every merged cell: of the nonresponse adjustment and of the margins', () => {
    const { report } = weightWave(
      wave({
        [stratumKey(1, '18-24', 'F')]: { population: 500, I: 5, R: 5 },
        [stratumKey(1, '25-34', 'F')]: { population: 2000, I: 40, R: 10 },
        [stratumKey(1, '35-44', 'F')]: { population: 700, R: 10 },
      }),
    );
    expect(report.merges).toEqual([
      { from: 'D01|18-24', into: 'D01|25-34', reason: 'few-respondents' },
      { from: 'D01|35-44', into: 'D01|18-24+D01|25-34', reason: 'few-respondents' },
      { from: 'D01|35-44', into: 'D01|25-34', reason: 'no-respondents' },
    ]);
  });

  it('are refused without respondents, or with respondents of a stratum that is not known', () => {
    expect(() => weightWave({ ...twoDistricts, respondents: [] })).toThrow(
      '`weightWave` requires at least one respondent',
    );
    const stranger = { stratum: women(1), education: null };
    expect(() =>
      weightWave({ ...twoDistricts, strata: twoDistricts.strata.slice(0, 3), respondents: [stranger] }),
    ).not.toThrow();
    expect(() =>
      weightWave({ ...twoDistricts, strata: twoDistricts.strata.slice(3), respondents: [stranger] }),
    ).toThrow(`\`weightWave\` requires respondents of known strata, not ${women(1)}`);
  });
});

describe('the warnings of a wave', () => {
  /** One man stands for as many as ninety women: the design effect is 1 + cv² of such weights. */
  const uneven = {
    [women(1)]: { population: 5000, I: 30 },
    [men(1)]: { population: 5000, I: 10 },
  };
  const noTrimming = { lower: 0, upper: 100, maximumCycles: 10 };

  it('name design effects above the limits, of the city and of each district', () => {
    const { designEffect } = weightWave(wave(uneven)).report;
    const warningsAt = (warnCityDesignEffect: number, warnDistrictDesignEffect: number) =>
      weightWave(
        wave(uneven, { ...defaultWeightingSettings, warnCityDesignEffect, warnDistrictDesignEffect }),
      ).report.warnings;
    expect(designEffect).toBeCloseTo(4 / 3, 9);
    expect(warningsAt(designEffect, designEffect)).toEqual([]);
    expect(warningsAt(1.3, 1.4)).toEqual([{ code: 'large-city-design-effect', designEffect }]);
    expect(warningsAt(1.4, 1.3)).toEqual([
      { code: 'large-district-design-effect', district: 1, designEffect },
    ]);
    expect(defaultWeightingSettings).toMatchObject({
      warnCityDesignEffect: 1.5,
      warnDistrictDesignEffect: 2,
    });
  });

  it('name the district whose weights cannot keep the bounds, and those that they keep', () => {
    const trim = { lower: 0.9, upper: 1.1, maximumCycles: 3 };
    const { report } = weightWave(wave(uneven, { ...defaultWeightingSettings, trim }));
    // Two thirds and twice the mean are what the sexes must weigh: 1.1 is widened seven times until it holds
    // 2.
    const widened = { district: 1, lower: expect.closeTo(0.9 ** 8, 9), upper: expect.closeTo(1.1 ** 8, 9) };
    expect(report.warnings).toEqual([{ code: 'trimming-bounds-widened', ...widened }]);
    expect(report.trimming).toEqual({
      ...{ method: 'bounded-calibration', lower: 0.9, upper: 1.1, widened: [widened] },
      ...{ cycles: 1, outsideBefore: 1, outsideAfter: 1 },
    });
    const untrimmed = weightWave(wave(uneven, { ...defaultWeightingSettings, trim: noTrimming }));
    expect(untrimmed.report.trimming.outsideBefore).toBe(0);
  });

  it('say that a district with one response has no variance of its own, and count the strata that are collapsed', () => {
    const { report } = weightWave(
      wave({
        [women(1)]: { population: 5000, I: 30 },
        [men(1)]: { population: 5000, I: 1 },
        [women(2)]: { population: 5000, I: 1 },
      }),
    );
    expect(report.collapsedStrata).toBe(1);
    expect(report.warnings).toContainEqual({ code: 'single-respondent-district', district: 2 });
  });

  it('say that weights stayed untrimmed where the margins contradict each other', () => {
    const trim = { lower: 0.9, upper: 1.1, maximumCycles: 3 };
    const { report } = weightWave({
      ...twoDistricts,
      respondents: twoDistricts.respondents.map((one) => ({
        ...one,
        education: parseStratumKey(one.stratum).district,
      })),
      educationMargin: [
        { education: 1, population: 7000 },
        { education: 2, population: 7000 },
      ],
      settings: { ...defaultWeightingSettings, trim },
    });
    const codes = report.warnings.map(({ code }) => code);
    expect(codes).toEqual(['raking-not-converged', 'weights-not-trimmed']);
    const { method, outsideBefore, outsideAfter } = report.trimming;
    expect([method, outsideAfter]).toEqual(['untrimmed', outsideBefore]);
    expect(report.converged).toBe(false);
  });

  it('say how far from the margins the weights remained', () => {
    const raking = { tolerance: 1e-10, maximumIterations: 0 };
    const { report } = weightWave(
      wave(
        {
          [women(1)]: { population: 5000, I: 30, R: 10 },
          [men(1)]: { population: 5000, I: 10, R: 30 },
        },
        { ...defaultWeightingSettings, raking, trim: noTrimming },
      ),
    );
    // Both sexes share the factor 2: women have 125 · 2 · 30 = 7500 of 5000, men 2500 of 5000.
    expect(report.converged).toBe(false);
    expect(report.iterations).toBe(0);
    expect(report.warnings).toEqual([{ code: 'raking-not-converged', largestDeviation: 0.5 }]);
    expect(report.margins.map(({ largestDeviation }) => largestDeviation)).toEqual([0, 0.5]);
  });
});
