import { expect, it } from 'vitest';
import { publishedWeighting } from '#core/disclosure/published-weighting.ts';
import { unacceptedCodes } from '#core/publication/run-warnings.ts';
import { stratumKey } from '#core/sampling/stratum.ts';
import { weightRanges } from '#core/weighting/weight-ranges.ts';
import { weightWave } from '#core/weighting/weight-wave.ts';
import { defaultWeightingSettings } from '#core/weighting/weighting-settings.ts';

const columns = (base: number[], nonresponse: number[], final: number[]) => ({
  base: Float64Array.from(base),
  nonresponse: Float64Array.from(nonresponse),
  final: Float64Array.from(final),
});

it('the factors of a weight range over the respondents of each district', () => {
  const ranges = weightRanges(columns([2, 4, 10], [3, 5, 20], [6, 2.5, 20]), Int32Array.of(1, 1, 7));
  expect(ranges.get(1)).toEqual({
    base: { smallest: 2, largest: 4 },
    nonresponse: { smallest: 1.25, largest: 1.5 },
    fit: { smallest: 0.5, largest: 2 },
  });
  expect(ranges.get(7)).toEqual({
    base: { smallest: 10, largest: 10 },
    nonresponse: { smallest: 2, largest: 2 },
    fit: { smallest: 1, largest: 1 },
  });
});

it('what is published of the weights multiplies to them, and rounds what would give a base away', () => {
  const strata = ([1, 2] as const).flatMap((district) =>
    (['F', 'M'] as const).map((sex) => ({
      key: stratumKey(district, '35-44', sex),
      population: 4000 + 1000 * district,
      released: 50,
    })),
  );
  const respondents = strata.flatMap(({ key }, index) =>
    Array.from({ length: 21 + index }, () => ({ stratum: key, education: null })),
  );
  const { report, final } = weightWave({
    strata,
    outcomes: strata.flatMap(({ key }, index) => [
      { stratum: key, group: 'I' as const, count: 21 + index },
      { stratum: key, group: 'R' as const, count: 29 - index },
    ]),
    respondents,
    educationMargin: null,
  });
  const published = publishedWeighting(report, defaultWeightingSettings, { warnings: [], by: 'someone' });
  expect(published.accepted).toBeUndefined();
  const [first] = published.districts ?? [];
  expect(first?.base).toEqual({ smallest: 100, largest: 100 });
  const product = (end: 'smallest' | 'largest') =>
    (first?.base[end] ?? 0) * (first?.nonresponse[end] ?? 0) * (first?.fit[end] ?? 0);
  expect(product('smallest')).toBeCloseTo(Math.min(...final.slice(0, 43)), -1);
  expect(product('largest')).toBeCloseTo(Math.max(...final.slice(0, 43)), -1);
  expect(published.fits?.map(({ name }) => name)).toEqual(published.margins);
  expect(published.fits?.every(({ largestDeviation }) => largestDeviation <= 1e-10)).toBe(true);
  for (const size of [published.effectiveN, first?.effectiveN]) expect((size ?? 1) % 10).toBe(0);
});

it('the warnings that were accepted are published by their codes, each once, with who accepted them', () => {
  const respondents = Array.from({ length: 40 }, (_, i) => ({
    stratum: stratumKey(1, '35-44', i < 30 ? 'F' : 'M'),
    education: null,
  }));
  const { report } = weightWave({
    strata: [
      { key: stratumKey(1, '35-44', 'F'), population: 500, released: 30 },
      { key: stratumKey(1, '35-44', 'M'), population: 9500, released: 10 },
      { key: stratumKey(2, '35-44', 'M'), population: 100, released: 10 },
    ],
    outcomes: null,
    respondents,
    educationMargin: null,
  });
  const warnings = report.warnings.map((warning) => ({ study: null, warning }));
  const ofStudy = { study: 'by telephone', warning: { code: 'nonresponse-not-adjusted' } } as const;
  const {
    accepted,
    warnings: published,
    trimming,
  } = publishedWeighting(report, defaultWeightingSettings, {
    warnings: [...warnings, ofStudy],
    by: 'command',
  });
  expect(published).toEqual([
    'district-without-respondents:2',
    'nonresponse-not-adjusted',
    'trimming-bounds-widened:1',
    'large-district-design-effect:1',
    'large-city-design-effect',
  ]);
  expect(accepted).toEqual({ warnings: published.map((text) => text.split(':')[0]), by: 'command' });
  expect(trimming).toMatchObject({ method: 'bounded-calibration', lower: 0.3, upper: 3 });
  expect(trimming?.widened).toEqual([{ district: 1, lower: 0.06, upper: 12.53 }]);
  expect(unacceptedCodes(warnings, ['nonresponse-not-adjusted', 'no-such-code'])).toHaveLength(4);
});
