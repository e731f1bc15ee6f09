import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { domainContrast } from '#core/estimation/domain-contrast.ts';
import { surveyDesign } from '#core/estimation/variance/design.ts';
import { domainCells, domainMean } from '#core/estimation/variance/domain-mean.ts';
import { itemSums } from '#core/estimation/variance/item-sums.ts';
import { scoreCovariance } from '#core/estimation/variance/score-covariance.ts';
import { seededRandom } from '#tests/support/random.ts';

interface Person {
  stratum: number;
  /** Primary unit, within its stratum. */
  unit: number;
  weight: number;
  answer: number;
  isInDomain: boolean;
}

const person = fc.record({
  stratum: fc.integer({ min: 0, max: 2 }),
  unit: fc.integer({ min: 0, max: 4 }),
  weight: fc.double({ min: 1, max: 30, noNaN: true }),
  answer: fc.constantFrom(0, 1, 3, Number.NaN),
  isInDomain: fc.boolean(),
});
/** Two units of each stratum or more, with answers inside the domain and outside. */
const people: fc.Arbitrary<Person[]> = fc
  .tuple(fc.array(person, { minLength: 12, maxLength: 12 }), fc.array(person, { maxLength: 30 }))
  .map(([first, others]) => [
    ...first.map((one, i) => ({
      ...one,
      stratum: i % 3,
      unit: Math.floor(i / 6),
      answer: [0, 1, 3][i % 3] ?? 0,
      isInDomain: i % 2 === 0,
    })),
    ...others,
  ]);

const populations = [9, 20, 400];
const unitOf = ({ stratum, unit }: Person) => `${stratum}/${unit}`;

function designOf(sample: readonly Person[], { clustered = true, finitePopulation = false } = {}) {
  const units = [...new Set(sample.map(unitOf))];
  return surveyDesign({
    stratum: Int32Array.from(sample, ({ stratum }) => stratum),
    strata: populations.map((population, h) => ({ name: `${h}`, population })),
    unit: clustered ? Int32Array.from(sample, (one) => units.indexOf(unitOf(one))) : undefined,
    base: Float64Array.from(sample, ({ weight }) => weight),
    final: Float64Array.from(sample, ({ weight }) => weight),
    margins: [],
    classifications: [Int32Array.from(sample, ({ isInDomain }) => Number(isInDomain))],
    finitePopulation,
  });
}

function meanIn(sample: readonly Person[], options = {}) {
  const design = designOf(sample, options);
  const sums = itemSums(
    design,
    Float64Array.from(sample, ({ answer }) => answer),
  );
  const inDomain = domainCells(design, (i) => sample[i]?.isInDomain ?? false);
  const outside = domainCells(design, (i) => !sample[i]?.isInDomain);
  const mean = domainMean(design, sums, inDomain);
  const against = domainContrast(design, sums, [
    { sign: 1, domain: inDomain },
    { sign: -1, domain: outside },
  ]);
  return { design, mean, against };
}

/** The weighted mean of those who answered. */
function plainMean(sample: readonly Person[], isIn: (one: Person) => boolean): number {
  const own = sample.filter((one) => isIn(one) && !Number.isNaN(one.answer));
  const total = own.reduce((sum, { weight }) => sum + weight, 0);
  return own.reduce((sum, { weight, answer }) => sum + weight * answer, 0) / total;
}

/** V = Σₕ (1 − m/M)·m/(m − 1)·Σⱼ (zⱼ − z̄)², unit after unit, from the textbook's formula. */
function textbookVariance(
  sample: readonly Person[],
  score: (one: Person) => number,
  finitePopulation: boolean,
): number {
  return populations.reduce((variance, population, h) => {
    const own = sample.filter(({ stratum }) => stratum === h);
    const names = [...new Set(own.map(unitOf))];
    const totals = names.map((name) =>
      own.filter((one) => unitOf(one) === name).reduce((sum, one) => sum + one.weight * score(one), 0),
    );
    const m = totals.length;
    const centre = totals.reduce((sum, z) => sum + z, 0) / m;
    const spread = totals.reduce((sum, z) => sum + (z - centre) ** 2, 0);
    return variance + (finitePopulation ? 1 - m / population : 1) * (m / (m - 1)) * spread;
  }, 0);
}

const linearised = (sample: readonly Person[], isIn: (one: Person) => boolean) => {
  const mean = plainMean(sample, isIn);
  const total = sample
    .filter((one) => isIn(one) && !Number.isNaN(one.answer))
    .reduce((sum, { weight }) => sum + weight, 0);
  return (one: Person) => (isIn(one) && !Number.isNaN(one.answer) ? (one.answer - mean) / total : 0);
};

/** Each unit left out in turn, the others of its stratum standing for it (the stratified jackknife, JKn). */
function jackknifeVariance(sample: readonly Person[], figure: (replicate: Person[]) => number): number {
  const whole = figure([...sample]);
  const units = [...new Set(sample.map(unitOf))];
  return units.reduce((variance, left) => {
    const stratum = Number(left.split('/')[0]);
    const m = units.filter((name) => name.startsWith(`${stratum}/`)).length;
    const replicate = sample
      .filter((one) => unitOf(one) !== left)
      .map((one) => (one.stratum === stratum ? { ...one, weight: (one.weight * m) / (m - 1) } : one));
    return variance + ((m - 1) / m) * (figure(replicate) - whole) ** 2;
  }, 0);
}

describe('the variance of a sample in clusters', () => {
  it('is the textbook formula over the totals of primary units, in a domain and between two', () => {
    fc.assert(
      fc.property(people, fc.boolean(), (sample, finitePopulation) => {
        const { mean, against } = meanIn(sample, { finitePopulation });
        const inside = linearised(sample, ({ isInDomain }) => isInDomain);
        const outside = linearised(sample, ({ isInDomain }) => !isInDomain);
        const own = textbookVariance(sample, inside, finitePopulation);
        const both = textbookVariance(sample, (one) => inside(one) - outside(one), finitePopulation);
        expect(mean?.standardError).toBeCloseTo(Math.sqrt(own), 8);
        expect(against?.standardError).toBeCloseTo(Math.sqrt(both), 8);
      }),
    );
  });

  it('has as many degrees of freedom as units beyond the strata, in a domain those that its people come from', () => {
    fc.assert(
      fc.property(people, (sample) => {
        const { mean, against } = meanIn(sample);
        const count = (own: Person[], name: (one: Person) => string | number) => new Set(own.map(name)).size;
        const inBase = sample.filter(({ isInDomain, answer }) => isInDomain && !Number.isNaN(answer));
        expect(mean?.degreesOfFreedom).toBe(count(inBase, unitOf) - count(inBase, ({ stratum }) => stratum));
        expect(against?.degreesOfFreedom).toBe(count(sample, unitOf) - 3);
      }),
    );
  });

  it('is that of respondents when everyone is a unit', () => {
    fc.assert(
      fc.property(people, (sample) => {
        const alone = sample.map((one, i) => ({ ...one, unit: i }));
        const [clustered, plain] = [meanIn(alone), meanIn(alone, { clustered: false })];
        expect(clustered.mean?.standardError).toBeCloseTo(plain.mean?.standardError ?? Number.NaN, 8);
        expect(clustered.mean?.degreesOfFreedom).toBe(plain.mean?.degreesOfFreedom);
        expect(clustered.against?.degreesOfFreedom).toBe(plain.against?.degreesOfFreedom);
      }),
    );
  });

  it('of several scores at once is the same as of each', () => {
    fc.assert(
      fc.property(people, (sample) => {
        const { design, mean } = meanIn(sample);
        const score = linearised(sample, ({ isInDomain }) => isInDomain);
        const levels = [...new Set(sample.map(score))];
        const category = Int32Array.from(sample, (one) => levels.indexOf(score(one)));
        const [variance = Number.NaN] = scoreCovariance(design, category, [Float64Array.from(levels)]);
        expect(Math.sqrt(Math.max(0, variance))).toBeCloseTo(mean?.standardError ?? Number.NaN, 8);
      }),
    );
  });

  it('agrees with a jackknife that leaves out one unit after another, where units are many', () => {
    const random = seededRandom(10);
    const levels = Array.from({ length: 180 }, () => 0.1 + 0.7 * random());
    const sample = Array.from({ length: levels.length * 8 }, (_, i): Person => {
      const unit = Math.floor(i / 8);
      return {
        stratum: unit % 3,
        unit,
        weight: 1 + 2 * random(),
        answer: random() < (levels[unit] ?? 0) ? 1 : 0,
        isInDomain: random() < 0.6,
      };
    });
    const figure = (replicate: Person[]) => plainMean(replicate, ({ isInDomain }) => isInDomain);
    const left = Math.sqrt(jackknifeVariance(sample, figure));
    const { mean } = meanIn(sample);
    expect((mean?.standardError ?? Number.NaN) / left).toBeCloseTo(1, 2);
    // And it is not what the same people would give if they had been drawn one by one.
    expect(mean?.standardError).toBeGreaterThan(
      1.2 * (meanIn(sample, { clustered: false }).mean?.standardError ?? 0),
    );
  });

  it('collapses a stratum with a single unit, however many people are in it', () => {
    const sample = Array.from({ length: 12 }, (_, i) => ({
      stratum: i < 5 ? 0 : 1,
      unit: i < 5 ? 0 : i % 3,
      weight: 1,
      answer: i % 2,
      isInDomain: true,
    }));
    const { design } = meanIn(sample);
    expect(design.strata).toMatchObject({ names: ['0+1'], collapsed: [{ from: '0', into: '1' }] });
    expect([...design.strata.units]).toEqual([4]);
  });

  it('is refused when a unit lies in two strata', () => {
    const sample = { unit: Int32Array.of(0, 0, 1, 1), stratum: Int32Array.of(0, 1, 0, 1) };
    const weights = new Float64Array(4).fill(1);
    const strata = [0, 1].map((h) => ({ name: `${h}`, population: 10 }));
    const input = { ...sample, strata, base: weights, final: weights, margins: [], finitePopulation: false };
    expect(() => surveyDesign(input)).toThrow('`surveyDesign` requires primary units within one stratum');
  });
});
