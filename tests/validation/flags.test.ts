import { describe, expect, it } from 'vitest';
import { defaultFlagRule } from '#city/flag-rule.ts';
import type { Contrast, Estimate } from '#core/estimation/estimate.ts';
import { flagDistricts, testDistricts } from '#core/flagging/district-rule.ts';
import type { DistrictTest } from '#core/flagging/district-test.ts';
import type { FlagKind } from '#core/flagging/flag.ts';
import type { WaveFigures } from '#core/flagging/wave-figures.ts';
import { benjaminiYekutieli, bonferroni, holm } from '#core/statistics/adjusted-p-values.ts';
import { benjaminiHochberg } from '#core/statistics/false-discovery.ts';
import { type ReferenceRow, referenceRows } from '#tests/support/reference.ts';

const rows = referenceRows('case-A/expected_flags.csv');
const indicators = ['unsafe_dark', 'unsafe_gen', 'avoid'];
const number = (row: ReferenceRow, column: string): number => Number(row[column]);

/** The rule of the reference: one threshold for all, and no limit to the width of an interval. */
const rule = {
  ...defaultFlagRule,
  differenceAlertRate: 0.05,
  headlineIndicators: indicators,
  absoluteThreshold: Object.fromEntries(indicators.map((indicator) => [indicator, 0.4])),
};

/** A wave as the reference's own estimates tell it. */
function waveOf(wave: number): WaveFigures {
  const own = rows.filter((row) => Number(row.wave) === wave);
  const estimates = own.map((row): Estimate => {
    const [value, standardError] = [number(row, 'est'), number(row, 'se_est')];
    return {
      indicator: row.item ?? '',
      domain: row.district ?? '',
      value,
      standardError,
      degreesOfFreedom: number(row, 'degf'),
      lower: value - 1.96 * standardError,
      upper: value + 1.96 * standardError,
      n: number(row, 'n'),
      baseShare: 1,
      intervalMethod: 'logit',
      rarerCount: null,
      effectiveN: number(row, 'n'),
      kishN: number(row, 'n'),
      binomialN: null,
      designEffect: 1,
      kornGraubardWidth: null,
    };
  });
  const contrasts = own.flatMap((row): Contrast[] => {
    const common = {
      indicator: row.item ?? '',
      domain: row.district ?? '',
      degreesOfFreedom: number(row, 'df'),
    };
    const gap = {
      ...common,
      against: 'women-men',
      difference: number(row, 'gap'),
      standardError: number(row, 'gap_se'),
    };
    return [
      {
        ...common,
        kind: 'vs-rest',
        against: null,
        difference: number(row, 'diff'),
        standardError: number(row, 'se'),
      },
      { ...gap, kind: 'gap' },
      { ...gap, kind: 'gap-vs-rest' },
    ];
  });
  const waveId = `wave-${wave}`;
  return {
    waveId,
    year: 2025 + wave,
    season: 'spring',
    modes: [],
    questionnaireVersion: 'reference',
    methodVersion: '1.0',
    estimates,
    contrasts,
  };
}

const districts = Array.from({ length: 18 }, (_, index) => index + 1);
const testsOf = (wave: number, earlier: number[]): Map<string, DistrictTest> => {
  const tests = testDistricts({
    wave: waveOf(wave),
    earlier: earlier.map((w) => ({ ...waveOf(w), flags: [], rule })),
    districts,
    targetPerDistrict: 1800,
    rule,
  });
  return new Map(
    tests.map((test) => [`${test.kind} ${test.indicator} D${String(test.district).padStart(2, '0')}`, test]),
  );
};
const testOf = (tests: Map<string, DistrictTest>, kind: FlagKind, row: ReferenceRow): DistrictTest => {
  const test = tests.get(`${kind} ${row.item} ${row.district}`);
  if (!test) throw new Error(`no ${kind} test of ${row.item} in ${row.district}`);
  return test;
};
const isClose = (value: number | null, expected: number): void => {
  expect(value).not.toBeNull();
  expect(Math.abs((value ?? 0) - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1e-3, Math.abs(expected)));
};

describe('the district rule on the estimates of the reference', () => {
  it.each([1, 2])('finds the levels of wave %i: severity, q, size and burden', (wave) => {
    const tests = testsOf(wave, []);
    const populations = new Map<number, number>();
    for (const row of referenceRows('case-A/population.csv')) {
      const district = Number((row.district ?? '').slice(1));
      populations.set(district, (populations.get(district) ?? 0) + Number(row.N));
    }
    const flags = flagDistricts({
      wave: waveOf(wave),
      earlier: [],
      districts,
      targetPerDistrict: 1800,
      populations,
      rule,
    });
    let flagged = 0;
    for (const row of rows.filter((candidate) => Number(candidate.wave) === wave)) {
      const test = testOf(tests, 'level', row);
      expect(test.severity).toBe(row.level);
      expect(test.familySize).toBe(54);
      isClose(test.size, number(row, 'diff'));
      isClose(test.q, number(row, row.level === 'alert' ? 'q_levelD' : 'q_level0'));
      const flag = flags.find(
        ({ kind, indicator, district }) =>
          kind === 'level' && indicator === row.item && district === Number(row.district?.slice(1)),
      );
      expect(flag !== undefined).toBe(row.level !== 'none');
      if (!flag) continue;
      flagged += 1;
      isClose(flag.conservativeBurden, number(row, 'burden90'));
    }
    expect(flagged).toBeGreaterThan(0);
  });

  it.each([1, 2])('finds the absolute alerts of wave %i', (wave) => {
    const tests = testsOf(wave, []);
    for (const row of rows.filter((candidate) => Number(candidate.wave) === wave)) {
      const test = testOf(tests, 'absolute', row);
      expect(test.severity === 'alert').toBe(row.absolute === '1');
      isClose(test.q, number(row, 'q_abs'));
    }
  });

  it.each([1, 2])('finds the gaps of wave %i when it stands alone', (wave) => {
    const tests = testsOf(wave, []);
    for (const row of rows.filter((candidate) => Number(candidate.wave) === wave)) {
      const test = testOf(tests, 'gap', row);
      expect(test.severity === 'alert').toBe(row.gapflag === '1');
      expect(test.pooledWith).toBeNull();
      isClose(test.q, number(row, 'q_gap'));
    }
  });

  it('finds the deteriorations from wave 1 to wave 2', () => {
    const tests = testsOf(2, [1]);
    for (const row of rows.filter(({ wave }) => wave === '2')) {
      const test = testOf(tests, 'deterioration', row);
      expect(test.severity === 'alert').toBe(row.deterioration === '1');
      isClose(test.size, number(row, 'chg'));
      isClose(test.standardError, number(row, 'chg_se'));
      if (test.severity === 'alert') isClose(test.q, Math.max(number(row, 'q_chg'), number(row, 'q_rel')));
      else expect([row.q_chg, row.q_rel].some((q) => Math.abs(Number(q) - (test.q ?? 2)) < 1e-9)).toBe(true);
    }
  });
});

describe('adjusted p-values', () => {
  it.each([
    ['BH', benjaminiHochberg],
    ['BY', benjaminiYekutieli],
    ['holm', holm],
    ['bonferroni', bonferroni],
  ] as const)('by %s equal those of R: the example of Benjamini and Hochberg (1995)', (method, adjust) => {
    const expected = referenceRows('api/expected.csv').filter(
      (row) => Object.values(row)[0] === 'padjust' && Object.values(row)[3] === method,
    );
    expect(expected).toHaveLength(15);
    const values = expected.map((row) => Object.values(row).map(Number));
    const adjusted = adjust(values.map((row) => row[2] ?? Number.NaN));
    for (const [index, row] of values.entries()) isClose(adjusted[index] ?? null, row[5] ?? Number.NaN);
  });
});
