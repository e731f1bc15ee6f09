import fc from 'fast-check';
import type { RakingMargin } from '#core/sampling/raking-margin.ts';

/**
 * A sample with weights before and after an adjustment: the second give margins that can be reached from the
 * first.
 */
export interface WeightedSample {
  start: Float64Array;
  margins: RakingMargin[];
}

export const levels = 3;

/**
 * Between 12 and 60 people in two margins of three groups each, every combination filled. Factors lie between
 * 0.5 and 2.
 */
export const weightedSample: fc.Arbitrary<WeightedSample> = fc
  .array(
    fc.record({
      first: fc.integer({ min: 0, max: levels - 1 }),
      second: fc.integer({ min: 0, max: levels - 1 }),
      weight: fc.double({ min: 1, max: 40, noNaN: true }),
      factor: fc.double({ min: 0.5, max: 2, noNaN: true }),
    }),
    { minLength: 12, maxLength: 60 },
  )
  .map((people) => {
    const everyGroup = Array.from({ length: levels * levels }, (_, cell) => ({
      first: Math.floor(cell / levels),
      second: cell % levels,
      weight: 10,
      factor: 1,
    }));
    const all = [...everyGroup, ...people];
    const marginOf = (name: 'first' | 'second'): RakingMargin => {
      const totals = new Float64Array(levels);
      for (const person of all) {
        totals[person[name]] = (totals[person[name]] as number) + person.weight * person.factor;
      }
      return { name, group: Int32Array.from(all, (person) => person[name]), totals };
    };
    return {
      start: Float64Array.from(all, ({ weight }) => weight),
      margins: [marginOf('first'), marginOf('second')],
    };
  });

/**
 * A sample of several districts, within which the margins lie; few people in some cells, which weights within
 * bounds may not suffice for.
 */
export interface DistrictSample extends WeightedSample {
  group: Int32Array;
}

export const districtSample: fc.Arbitrary<DistrictSample> = fc
  .array(weightedSample, { minLength: 2, maxLength: 4 })
  .chain((districts) =>
    fc
      .array(fc.double({ min: 0.2, max: 6, noNaN: true }), { minLength: levels, maxLength: levels })
      .map((pull) => {
        const group = Int32Array.from(districts.flatMap(({ start }, d) => Array(start.length).fill(d + 1)));
        const start = Float64Array.from(districts.flatMap((district) => [...district.start]));
        const first = districts.flatMap(({ margins }, d) =>
          [...(margins[0]?.group ?? [])].map((g) => d * levels + g),
        );
        const second = districts.flatMap(({ margins }, d) =>
          [...(margins[1]?.group ?? [])].map((g) => d * levels + g),
        );
        const target = start.map((weight, i) => weight * (pull[(first[i] as number) % levels] as number));
        const marginOf = (name: string, of: readonly number[]): RakingMargin => {
          const totals = new Float64Array(districts.length * levels);
          of.forEach((cell, i) => {
            totals[cell] = (totals[cell] as number) + (target[i] as number);
          });
          return { name, group: Int32Array.from(of), totals };
        };
        return { start, group, margins: [marginOf('first', first), marginOf('second', second)] };
      }),
  );

/** Another order of n rows. */
export const orderOf = (n: number, seed: number): number[] =>
  Array.from({ length: n }, (_, i) => i).sort((a, b) => {
    const key = (i: number) => Math.imul(i + 1, (seed | 1) * 0x9e3779b1) >>> 0;
    return key(a) - key(b) || a - b;
  });

/**
 * Respondents of one wave: strata of two people or more, districts across them, and the answers to a
 * yes-or-no question.
 */
export interface AnsweredSample {
  stratum: Int32Array;
  /** Population of each stratum: more people than answered. */
  population: number[];
  district: Int32Array;
  weights: Float64Array;
  /** 0, 1 or NaN where the answer is missing; every district has both answers. */
  answers: Float64Array;
  margins: RakingMargin[];
}

export const districtCount = 3;
const strataCount = 4;

export const answeredSample: fc.Arbitrary<AnsweredSample> = fc
  .array(
    fc.record({
      stratum: fc.integer({ min: 0, max: strataCount - 1 }),
      district: fc.integer({ min: 0, max: districtCount - 1 }),
      weight: fc.double({ min: 1, max: 40, noNaN: true }),
      answer: fc.constantFrom(0, 1, 1, Number.NaN),
    }),
    { minLength: 10, maxLength: 50 },
  )
  .map((people) => {
    const everyDistrict = Array.from({ length: districtCount * 4 }, (_, i) => ({
      stratum: i % strataCount,
      district: Math.floor(i / 4),
      weight: 5 + i,
      answer: i % 2,
    }));
    const all = [...everyDistrict, ...people];
    const stratum = Int32Array.from(all, (person) => person.stratum);
    const weights = Float64Array.from(all, ({ weight }) => weight);
    const group = Int32Array.from(all, (person, i) => (person.stratum + i) % 2);
    const totals = new Float64Array(2);
    group.forEach((g, i) => {
      totals[g] = (totals[g] as number) + (weights[i] as number);
    });
    return {
      stratum,
      population: Array.from(
        { length: strataCount },
        (_, h) => 10 + 3 * stratum.filter((other) => other === h).length,
      ),
      district: Int32Array.from(all, (person) => person.district),
      weights,
      answers: Float64Array.from(all, ({ answer }) => answer),
      margins: [{ name: 'group', group, totals }],
    };
  });
