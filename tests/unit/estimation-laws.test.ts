import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsWithout, domainContrast } from '#core/estimation/domain-contrast.ts';
import { type SurveyDesign, surveyDesign } from '#core/estimation/variance/design.ts';
import {
  type DomainCells,
  type DomainMean,
  domainCells,
  domainMean,
} from '#core/estimation/variance/domain-mean.ts';
import { itemSums } from '#core/estimation/variance/item-sums.ts';
import {
  type AnsweredSample,
  answeredSample,
  districtCount,
  orderOf,
} from '#tests/support/sample-arbitraries.ts';

interface Choices {
  finitePopulation?: boolean;
  calibrated?: boolean;
}

function designOf(sample: AnsweredSample, { finitePopulation = false, calibrated = false }: Choices = {}) {
  return surveyDesign({
    stratum: sample.stratum,
    strata: sample.population.map((population, h) => ({ name: `stratum ${h}`, population })),
    base: sample.weights,
    final: sample.weights,
    margins: calibrated ? sample.margins : [],
    classifications: [sample.district],
    finitePopulation,
  });
}

const everyone = (design: SurveyDesign): DomainCells => domainCells(design, () => true);
const districts = Array.from({ length: districtCount }, (_, district) => district);
const inDistrict = (design: SurveyDesign, sample: AnsweredSample, district: number): DomainCells =>
  domainCells(design, (i) => sample.district[i] === district);

function meanOf(design: SurveyDesign, values: Float64Array, domain: DomainCells): DomainMean {
  const mean = domainMean(design, itemSums(design, values), domain);
  if (!mean) throw new Error('every domain of the sample has answers');
  return mean;
}

const near = (actual: number, expected: number, tolerance = 1e-9) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected)));

function expectSameMean(actual: DomainMean, expected: DomainMean): void {
  near(actual.mean, expected.mean);
  near(actual.standardError, expected.standardError);
  near(actual.designEffect, expected.designEffect, 1e-7);
  expect([actual.n, actual.degreesOfFreedom]).toEqual([expected.n, expected.degreesOfFreedom]);
}

const choices = fc.record({ finitePopulation: fc.boolean(), calibrated: fc.boolean() });

describe('estimates of domains', () => {
  it('add up: the sum of N̂p over the districts is N̂p of the city', () => {
    fc.assert(
      fc.property(answeredSample, choices, (sample, settings) => {
        const design = designOf(sample, settings);
        const city = meanOf(design, sample.answers, everyone(design));
        const parts = districts.map((d) => meanOf(design, sample.answers, inDistrict(design, sample, d)));
        near(
          parts.reduce((sum, { mean, weight }) => sum + mean * weight, 0),
          city.mean * city.weight,
        );
        expect(parts.reduce((sum, { n }) => sum + n, 0)).toBe(city.n);
      }),
    );
  });

  it('mirror their complement: 1 − p, with the same error', () => {
    fc.assert(
      fc.property(answeredSample, choices, (sample, settings) => {
        const design = designOf(sample, settings);
        for (const domain of [everyone(design), inDistrict(design, sample, 1)]) {
          const yes = meanOf(design, sample.answers, domain);
          const no = meanOf(
            design,
            sample.answers.map((answer) => 1 - answer),
            domain,
          );
          expectSameMean({ ...no, mean: 1 - no.mean }, yes);
          expect(yes.positive + no.positive).toBe(yes.n);
          const isIn = new Set(domain);
          const given = sample.answers.filter(
            (answer, i) => answer === 1 && isIn.has(design.cells.of[i] ?? -1),
          );
          expect(yes.positive).toBe(given.length);
        }
      }),
    );
  });

  it('do not depend on the order of the rows, nor on the scale of the weights', () => {
    fc.assert(
      fc.property(
        answeredSample,
        choices,
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0.01, max: 1000, noNaN: true }),
        (sample, settings, seed, times) => {
          const order = orderOf(sample.weights.length, seed);
          const other: AnsweredSample = {
            ...sample,
            stratum: Int32Array.from(order, (i) => sample.stratum[i] as number),
            district: Int32Array.from(order, (i) => sample.district[i] as number),
            weights: Float64Array.from(order, (i) => times * (sample.weights[i] as number)),
            answers: Float64Array.from(order, (i) => sample.answers[i] as number),
            margins: sample.margins.map((margin) => ({
              ...margin,
              group: Int32Array.from(order, (i) => margin.group[i] as number),
            })),
          };
          const [design, shuffled] = [designOf(sample, settings), designOf(other, settings)];
          for (const d of districts) {
            expectSameMean(
              meanOf(shuffled, other.answers, inDistrict(shuffled, other, d)),
              meanOf(design, sample.answers, inDistrict(design, sample, d)),
            );
          }
        },
      ),
    );
  });

  it('of points follow their scale: a + b·y has the mean a + b·p and b times the error', () => {
    fc.assert(
      fc.property(answeredSample, choices, (sample, settings) => {
        const design = designOf(sample, settings);
        const domain = inDistrict(design, sample, 0);
        const shares = meanOf(design, sample.answers, domain);
        const points = meanOf(
          design,
          sample.answers.map((answer) => 20 + 50 * answer),
          domain,
        );
        near(points.mean, 20 + 50 * shares.mean);
        near(points.standardError, 50 * shares.standardError);
      }),
    );
  });

  it('of what was calibrated to have no error', () => {
    fc.assert(
      fc.property(answeredSample, (sample) => {
        const design = designOf(sample, { calibrated: true });
        const group = sample.margins[0]?.group ?? new Int32Array();
        const known = meanOf(design, Float64Array.from(group), everyone(design));
        expect(known.standardError).toBeLessThan(1e-8);
      }),
    );
  });

  it('change nothing when two identical districts are merged, but for an error that is √2 times smaller', () => {
    fc.assert(
      fc.property(answeredSample, (sample) => {
        const n = sample.weights.length;
        const twice = <Column extends Int32Array | Float64Array>(column: Column): number[] => [
          ...column,
          ...column,
        ];
        const apart = designOf({
          ...sample,
          stratum: Int32Array.from([
            ...sample.stratum,
            ...sample.stratum.map((h) => h + sample.population.length),
          ]),
          population: [...sample.population, ...sample.population],
          district: Int32Array.from({ length: 2 * n }, (_, i) => Number(i >= n)),
          weights: Float64Array.from(twice(sample.weights)),
        });
        const answers = Float64Array.from(twice(sample.answers));
        const [first, second, merged] = [
          meanOf(
            apart,
            answers,
            domainCells(apart, (i) => i < n),
          ),
          meanOf(
            apart,
            answers,
            domainCells(apart, (i) => i >= n),
          ),
          meanOf(apart, answers, everyone(apart)),
        ];
        expectSameMean(second, first);
        near(merged.mean, first.mean);
        near(merged.standardError, first.standardError / Math.SQRT2);
      }),
    );
  });
});

describe('with equal weights', () => {
  /** Everyone answered: textbook formulas know no missing answers. */
  const equal = answeredSample.map((sample) => ({
    ...sample,
    weights: sample.weights.map(() => 1),
    answers: sample.answers.map((answer) => (Number.isNaN(answer) ? 0 : answer)),
  }));

  it('a share of a simple random sample has p(1 − p)/(n − 1), times 1 − n/N when the population is finite', () => {
    fc.assert(
      fc.property(equal, fc.boolean(), (sample, finitePopulation) => {
        const n = sample.weights.length;
        const [population] = sample.population.map((size) => size + n);
        const simple = { ...sample, stratum: new Int32Array(n), population: [population ?? n] };
        const design = designOf(simple, { finitePopulation });
        const { mean, standardError, designEffect, degreesOfFreedom } = meanOf(
          design,
          sample.answers,
          everyone(design),
        );
        near(mean, sample.answers.reduce((sum, answer) => sum + answer, 0) / n);
        const remaining = finitePopulation ? 1 - n / (population ?? n) : 1;
        near(standardError ** 2, (remaining * mean * (1 - mean)) / (n - 1));
        near(designEffect, remaining);
        expect(degreesOfFreedom).toBe(n - 1);
      }),
    );
  });

  it('a stratified mean with weights N over n has Σ W²(1 − n/N)s²/n', () => {
    fc.assert(
      fc.property(equal, (sample) => {
        const strata = sample.population.map((population, h) => {
          const answers = [...sample.answers].filter((_, i) => sample.stratum[i] === h);
          const mean = answers.reduce((sum, answer) => sum + answer, 0) / answers.length;
          const squares = answers.reduce((sum, answer) => sum + (answer - mean) ** 2, 0);
          return { population, n: answers.length, mean, variance: squares / (answers.length - 1) };
        });
        const whole = sample.population.reduce((sum, population) => sum + population, 0);
        const weights = Float64Array.from(sample.stratum, (h) => {
          const { population = 0, n = 1 } = strata[h] ?? {};
          return population / n;
        });
        const design = designOf({ ...sample, weights }, { finitePopulation: true });
        const result = meanOf(design, sample.answers, everyone(design));
        near(
          result.mean,
          strata.reduce((sum, { population, mean }) => sum + (population / whole) * mean, 0),
        );
        near(
          result.standardError ** 2,
          strata.reduce(
            (sum, { population, n, variance }) =>
              sum + (population / whole) ** 2 * (1 - n / population) * (variance / n),
            0,
          ),
        );
      }),
    );
  });
});

describe('contrasts', () => {
  it('change sign with their sides, and add up: district − city = (1 − share of the district) × (district − rest)', () => {
    fc.assert(
      fc.property(answeredSample, choices, (sample, settings) => {
        const design = designOf(sample, settings);
        const sums = itemSums(design, sample.answers);
        const [city, own] = [everyone(design), inDistrict(design, sample, 2)];
        const rest = cellsWithout(city, own);
        const compare = (high: DomainCells, low: DomainCells) => {
          const difference = domainContrast(design, sums, [
            { sign: 1, domain: high },
            { sign: -1, domain: low },
          ]);
          if (!difference) throw new Error('every domain of the sample has answers');
          return difference;
        };
        const [forth, back, versusCity] = [compare(own, rest), compare(rest, own), compare(own, city)];
        near(forth.difference, -back.difference);
        near(forth.standardError, back.standardError);
        const share =
          meanOf(design, sample.answers, own).weight / meanOf(design, sample.answers, city).weight;
        near(versusCity.difference, (1 - share) * forth.difference);
      }),
    );
  });

  it('of a domain with itself are nothing, without an error', () => {
    fc.assert(
      fc.property(answeredSample, choices, (sample, settings) => {
        const design = designOf(sample, settings);
        const domain = inDistrict(design, sample, 0);
        const difference = domainContrast(design, itemSums(design, sample.answers), [
          { sign: 1, domain },
          { sign: -1, domain },
        ]);
        expect(difference?.difference).toBe(0);
        near(difference?.standardError ?? 1, 0);
      }),
    );
  });
});
