import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RakingMargin } from '#core/sampling/raking-margin.ts';
import { calibrateBoundedLogit } from '#core/weighting/bounded-logit.ts';
import { kish } from '#core/weighting/kish.ts';
import { calibrateLinear } from '#core/weighting/linear-calibration.ts';
import { marginDeviation } from '#core/weighting/margins/margin-totals.ts';
import { postStratify } from '#core/weighting/post-stratify.ts';
import { type RakeResult, rake } from '#core/weighting/rake.ts';
import { orderOf, type WeightedSample, weightedSample } from '#tests/support/sample-arbitraries.ts';

const bounds = { lower: 0.3, upper: 3.5 };
const tight = { tolerance: 1e-12, maximumIterations: 5000 };

const methods: Record<string, (start: Float64Array, margins: readonly RakingMargin[]) => RakeResult> = {
  raking: (start, margins) => rake(start, margins, tight),
  'linear calibration': calibrateLinear,
  'bounded calibration': (start, margins) => calibrateBoundedLogit(start, margins, bounds),
};

const seed = fc.integer({ min: 1, max: 1000 });
const scale = fc.double({ min: 0.01, max: 1000, noNaN: true });

function expectSame(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-8): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < actual.length; i += 1) {
    const [value, wanted] = [actual[i] as number, expected[i] as number];
    expect(Math.abs(value - wanted)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(wanted)));
  }
}

const inOrder = (margins: readonly RakingMargin[], order: readonly number[]): RakingMargin[] =>
  margins.map((margin) => ({ ...margin, group: Int32Array.from(order, (i) => margin.group[i] as number) }));

describe.each(Object.keys(methods))('%s', (name) => {
  const method = methods[name] as (typeof methods)[string];

  it('gives weights whose totals equal the margins', () => {
    fc.assert(
      fc.property(weightedSample, ({ start, margins }) => {
        const { weights, converged, largestDeviation } = method(start, margins);
        expect(converged).toBe(true);
        expect(marginDeviation(weights, margins)).toBeLessThan(1e-9);
        expect(largestDeviation).toBe(marginDeviation(weights, margins));
      }),
    );
  });

  it('does not depend on the order of the rows, nor of the margins', () => {
    fc.assert(
      fc.property(weightedSample, seed, ({ start, margins }, number) => {
        const order = orderOf(start.length, number);
        const { weights } = method(start, margins);
        const shuffled = method(
          Float64Array.from(order, (i) => start[i] as number),
          inOrder(margins, order).reverse(),
        );
        expectSame(
          shuffled.weights,
          order.map((i) => weights[i] as number),
        );
      }),
    );
  });

  it('leaves weights alone that already have the totals', () => {
    fc.assert(
      fc.property(weightedSample, ({ start, margins }) => {
        const { weights } = method(start, margins);
        expectSame(method(weights, margins).weights, weights);
      }),
    );
  });

  it('gives people of the same groups the same factor', () => {
    fc.assert(
      fc.property(weightedSample, ({ start, margins }) => {
        const { weights } = method(start, margins);
        const factors = new Map<string, number>();
        weights.forEach((weight, i) => {
          const key = margins.map(({ group }) => group[i]).join(' ');
          const factor = weight / (start[i] as number);
          expect(Math.abs(factor - (factors.get(key) ?? factor))).toBeLessThan(1e-9);
          factors.set(key, factor);
        });
      }),
    );
  });

  it('grows with the population, as the starting weights do', () => {
    fc.assert(
      fc.property(weightedSample, scale, ({ start, margins }, times) => {
        const larger = margins.map((margin) => ({ ...margin, totals: margin.totals.map((n) => n * times) }));
        const { weights } = method(start, margins);
        const grown = method(
          start.map((weight) => weight * times),
          larger,
        );
        expectSame(
          grown.weights.map((weight) => weight / times),
          weights,
        );
      }),
    );
  });
});

describe.each(['raking', 'linear calibration'])('%s', (name) => {
  it('does not depend on the scale of the starting weights', () => {
    const method = methods[name] as (typeof methods)[string];
    fc.assert(
      fc.property(weightedSample, scale, ({ start, margins }, times) => {
        const { weights } = method(start, margins);
        const scaled = method(
          start.map((weight) => weight * times),
          margins,
        );
        expectSame(scaled.weights, weights);
      }),
    );
  });
});

describe('bounded calibration', () => {
  it('keeps every factor within its bounds', () => {
    fc.assert(
      fc.property(weightedSample, ({ start, margins }) => {
        const { weights } = calibrateBoundedLogit(start, margins, bounds);
        weights.forEach((weight, i) => {
          expect(weight / (start[i] as number)).toBeGreaterThanOrEqual(bounds.lower);
          expect(weight / (start[i] as number)).toBeLessThanOrEqual(bounds.upper);
        });
      }),
    );
  });

  it('says that bounds are too narrow', () => {
    const margin = { name: 'a', group: Int32Array.from([0, 0, 1, 1]), totals: Float64Array.from([10, 90]) };
    const result = calibrateBoundedLogit(Float64Array.from([25, 25, 25, 25]), [margin], {
      lower: 0.8,
      upper: 1.25,
    });
    expect(result.converged).toBe(false);
    expect(result.largestDeviation).toBeGreaterThan(0.1);
    expect(result.weights.every((weight) => weight >= 20 && weight <= 31.25)).toBe(true);
  });

  it('refuses bounds that leave no room', () => {
    for (const [lower, upper] of [
      [1, 2],
      [0.5, 1],
      [-0.1, 2],
      [0.5, Number.POSITIVE_INFINITY],
    ] as const) {
      expect(() => calibrateBoundedLogit(Float64Array.from([1]), [], { lower, upper })).toThrow(
        '`calibrateBoundedLogit` requires bounds with 0 ≤ lower < 1 < upper',
      );
    }
  });
});

describe('one margin', () => {
  const oneMargin = ({ start, margins }: WeightedSample) => [start, margins[0] as RakingMargin] as const;

  it('is post-stratification, whichever way it is reached', () => {
    fc.assert(
      fc.property(weightedSample, (sample) => {
        const [start, margin] = oneMargin(sample);
        const { weights } = postStratify(start, margin.group, margin.totals);
        for (const method of Object.values(methods)) expectSame(method(start, [margin]).weights, weights);
      }),
    );
  });

  it('with equal weights gives everybody N over n of the group', () => {
    fc.assert(
      fc.property(weightedSample, (sample) => {
        const [start, { group, totals }] = oneMargin(sample);
        const people = new Map<number, number>();
        for (const g of group) people.set(g, (people.get(g) ?? 0) + 1);
        expectSame(
          postStratify(start.fill(7), group, totals).weights,
          Array.from(group, (g) => (totals[g] as number) / (people.get(g) ?? 0)),
        );
      }),
    );
  });

  it('changes nothing when two identical districts are merged', () => {
    fc.assert(
      fc.property(weightedSample, ({ start, margins }) => {
        const twice = Float64Array.from([...start, ...start]);
        const [district, other] = margins as [RakingMargin, RakingMargin];
        const apart = Int32Array.from([
          ...district.group,
          ...district.group.map((g) => g + district.totals.length),
        ]);
        const together = Int32Array.from([...district.group, ...district.group]);
        const both = {
          ...other,
          group: Int32Array.from([...other.group, ...other.group]),
          totals: other.totals.map((n) => 2 * n),
        };
        const separate = {
          ...district,
          group: apart,
          totals: Float64Array.from([...district.totals, ...district.totals]),
        };
        const merged = { ...district, group: together, totals: district.totals.map((n) => 2 * n) };
        for (const method of Object.values(methods)) {
          expectSame(method(twice, [separate, both]).weights, method(twice, [merged, both]).weights);
        }
      }),
      { numRuns: 50 },
    );
  });
});

it.each([
  ['postStratify', (m: RakingMargin) => postStratify(Float64Array.from([1, 1]), m.group, m.totals)],
  ['calibrateLinear', (m: RakingMargin) => calibrateLinear(Float64Array.from([1, 1]), [m])],
  [
    'calibrateBoundedLogit',
    (m: RakingMargin) => calibrateBoundedLogit(Float64Array.from([1, 1]), [m], bounds),
  ],
])('%s refuses a group of the population that nobody stands for', (name, calibrate) => {
  const margin = { name: 'age', group: Int32Array.from([0, 0]), totals: Float64Array.from([5, 5]) };
  expect(() => calibrate(margin)).toThrow(`\`${name}\` requires respondents in every group`);
});

describe("Kish's measures", () => {
  it('do not depend on the scale, and are those of a simple random sample when weights are equal', () => {
    fc.assert(
      fc.property(weightedSample, scale, ({ start }, times) => {
        const { designEffect, effectiveN } = kish(start);
        const scaled = kish(start.map((weight) => weight * times));
        expect(scaled.designEffect).toBeCloseTo(designEffect, 9);
        expect(designEffect).toBeGreaterThanOrEqual(1 - 1e-12);
        expect(effectiveN * designEffect).toBeCloseTo(start.length, 9);
        expect(kish(start.fill(times)).effectiveN).toBeCloseTo(start.length, 9);
      }),
    );
  });
});
