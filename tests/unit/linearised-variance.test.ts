import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { domainContrast } from '#core/estimation/domain-contrast.ts';
import { type SurveyDesign, surveyDesign } from '#core/estimation/variance/design.ts';
import { domainCells, domainMean } from '#core/estimation/variance/domain-mean.ts';
import { itemSums } from '#core/estimation/variance/item-sums.ts';
import { scoreCovariance } from '#core/estimation/variance/score-covariance.ts';

interface Respondent {
  stratum: number;
  /** Group of the margin that the weights were calibrated to. */
  group: number;
  base: number;
  final: number;
  answer: number;
  isInDomain: boolean;
}

const weight = fc.double({ min: 1, max: 30, noNaN: true });
const respondent = fc.record({
  stratum: fc.integer({ min: 0, max: 3 }),
  group: fc.integer({ min: 0, max: 2 }),
  base: weight,
  final: weight,
  answer: fc.constantFrom(0, 1, 3, Number.NaN),
  isInDomain: fc.boolean(),
});
/** Two people or more of each stratum, answers inside the domain and outside. */
const respondents: fc.Arbitrary<Respondent[]> = fc
  .tuple(fc.array(respondent, { minLength: 8, maxLength: 8 }), fc.array(respondent, { maxLength: 16 }))
  .map(([first, others]) => [
    ...first.map((one, i) => ({ ...one, stratum: i % 4, answer: i % 3, isInDomain: i % 2 === 0 })),
    ...others,
  ]);

const populations = [40, 55, 70, 90];
const choices = fc.record({ isCalibrated: fc.boolean(), finitePopulation: fc.boolean() });
type Choices = { isCalibrated: boolean; finitePopulation: boolean };

const designOf = (people: Respondent[], { isCalibrated, finitePopulation }: Choices) =>
  surveyDesign({
    stratum: Int32Array.from(people, ({ stratum }) => stratum),
    strata: populations.map((population, h) => ({ name: `${h}`, population })),
    base: Float64Array.from(people, ({ base }) => base),
    final: Float64Array.from(people, ({ final }) => final),
    margins: isCalibrated
      ? [{ name: 'group', group: Int32Array.from(people, ({ group }) => group), totals: new Float64Array(3) }]
      : [],
    classifications: [Int32Array.from(people, ({ isInDomain }) => Number(isInDomain))],
    finitePopulation,
  });

const sumOver = (people: Respondent[], of: (one: Respondent, i: number) => number) =>
  people.reduce((sum, one, i) => sum + of(one, i), 0);

/**
 * Cov(Σ w u, Σ w v) by its definition, one respondent after another: e = u − Σ d u/Σ d of the group, z = w e,
 * Σₕ (1 − m/N)·m/(m − 1)·Σ (z − z̄)(z′ − z̄′).
 */
function covarianceOf(
  people: Respondent[],
  scores: [number[], number[]],
  { isCalibrated, finitePopulation }: Choices,
) {
  const [one, other] = scores.map((score) =>
    people.map(({ final, group }, i) => {
      const own = people.map((person) => (person.group === group ? person.base : 0));
      const fitted =
        sumOver(people, (_, j) => (own[j] ?? 0) * (score[j] ?? 0)) / sumOver(people, (_, j) => own[j] ?? 0);
      return final * ((score[i] ?? 0) - (isCalibrated ? fitted : 0));
    }),
  ) as [number[], number[]];
  return populations.reduce((sum, population, h) => {
    const members = people.flatMap(({ stratum }, i) => (stratum === h ? [i] : []));
    const m = members.length;
    const mean = (z: number[]) => members.reduce((all, i) => all + (z[i] ?? 0), 0) / m;
    const [first, second] = [mean(one), mean(other)];
    const products = members.reduce(
      (all, i) => all + ((one[i] ?? 0) - first) * ((other[i] ?? 0) - second),
      0,
    );
    return sum + (finitePopulation ? 1 - m / population : 1) * (m / (m - 1)) * products;
  }, 0);
}

/** u = 1_D (y − p)/Σ_D w, and p. */
function shareOf(people: Respondent[], isInDomain: (one: Respondent) => boolean) {
  const isIn = (one: Respondent) => isInDomain(one) && !Number.isNaN(one.answer);
  const whole = sumOver(people, (one) => (isIn(one) ? one.final : 0));
  const mean = sumOver(people, (one) => (isIn(one) ? one.final * one.answer : 0)) / whole;
  return { mean, score: people.map((one) => (isIn(one) ? (one.answer - mean) / whole : 0)) };
}

const answersOf = (design: SurveyDesign, people: Respondent[]) =>
  itemSums(
    design,
    Float64Array.from(people, ({ answer }) => answer),
  );

function expectClose(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
}

describe('the linearised variance', () => {
  it('of a mean in a domain is its definition, respondent by respondent', () => {
    fc.assert(
      fc.property(respondents, choices, (people, chosen) => {
        const design = designOf(people, chosen);
        const sums = answersOf(design, people);
        const result = domainMean(
          design,
          sums,
          domainCells(design, (i) => people[i]?.isInDomain === true),
        );
        const { mean, score } = shareOf(people, ({ isInDomain }) => isInDomain);
        expectClose(result?.mean ?? 0, mean);
        expectClose((result?.standardError ?? 0) ** 2, covarianceOf(people, [score, score], chosen));
      }),
    );
  });

  it('of a contrast is that of the difference of the scores', () => {
    fc.assert(
      fc.property(respondents, choices, (people, chosen) => {
        const design = designOf(people, chosen);
        const sums = answersOf(design, people);
        const result = domainContrast(
          design,
          sums,
          [true, false].map((isInDomain) => ({
            sign: isInDomain ? 1 : -1,
            domain: domainCells(design, (i) => people[i]?.isInDomain === isInDomain),
          })),
        );
        const [inside, outside] = [true, false].map((wanted) =>
          shareOf(people, ({ isInDomain }) => isInDomain === wanted),
        );
        const score = people.map((_, i) => (inside?.score[i] ?? 0) - (outside?.score[i] ?? 0));
        expectClose(result?.difference ?? 0, (inside?.mean ?? 0) - (outside?.mean ?? 0));
        expectClose((result?.standardError ?? 0) ** 2, covarianceOf(people, [score, score], chosen));
      }),
    );
  });

  it('of several totals is a matrix of such covariances', () => {
    fc.assert(
      fc.property(respondents, choices, (people, chosen) => {
        const scores = [Float64Array.of(2, -1, 0.5), Float64Array.of(-3, 1, 4)];
        const categoryOf = Int32Array.from(people, ({ answer }) => (Number.isNaN(answer) ? -1 : answer % 3));
        const covariance = scoreCovariance(designOf(people, chosen), categoryOf, scores);
        const columns = scores.map((score) => [...categoryOf].map((category) => score[category] ?? 0));
        for (const a of [0, 1]) {
          for (const b of [0, 1]) {
            const expected = covarianceOf(people, [columns[a] ?? [], columns[b] ?? []], chosen);
            expectClose(covariance[2 * a + b] ?? 0, expected);
          }
        }
      }),
    );
  });
});
