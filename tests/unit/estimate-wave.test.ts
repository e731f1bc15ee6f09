import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionsOf } from '#core/estimation/distributions.ts';
import { estimateWave } from '#core/estimation/estimate-wave.ts';
import { kornGraubardInterval } from '#core/estimation/intervals/interval.ts';
import { shareColumn } from '#core/estimation/share-column.ts';
import { answerSums } from '#core/estimation/variance/item-sums.ts';
import { isInGroup, publishedGroups, waveDomains } from '#core/estimation/wave-sample.ts';
import { ageBands, districtKey, parseStratumKey, sexes, stratumKey } from '#core/sampling/stratum.ts';
import { studentQuantile } from '#core/statistics/distributions.ts';
import { orderOf } from '#tests/support/sample-arbitraries.ts';

/** Three districts, everybody of each age and sex twice or more; weights and answers are drawn. */
const keys = [1, 2, 3].flatMap((district) =>
  ageBands.flatMap((ageBand) => sexes.map((sex) => stratumKey(district, ageBand, sex))),
);
const person = fc.record({
  weight: fc.double({ min: 1, max: 30, noNaN: true }),
  points: fc.constantFrom(0, 25, 50, 75, 100, Number.NaN),
});
const answered = fc
  .array(person, { minLength: 3 * keys.length, maxLength: 3 * keys.length })
  .map((people) => people.map((one, i) => ({ ...one, stratum: keys[i % keys.length] as string })));
type People = { weight: number; points: number; stratum: string }[];

const domainsOf = (people: People, strata = keys) =>
  waveDomains({
    strata: strata.map((key) => ({ key, population: 1000 })),
    stratum: people.map(({ stratum }) => stratum),
    district: Int32Array.from(people, ({ stratum }) => parseStratumKey(stratum).district),
    nonresponse: Float64Array.from(people, ({ weight }) => weight),
    final: Float64Array.from(people, ({ weight }) => weight),
    margins: [],
  });
const gaps = ['women-men', 'age:65+'];
const estimatesOf = (people: People) =>
  estimateWave(domainsOf(people), [
    { id: 'points', kind: 'mean', values: Float64Array.from(people, ({ points }) => points), gaps },
    {
      id: 'any',
      kind: 'share',
      values: Float64Array.from(people, ({ points }) =>
        Number.isNaN(points) ? points : Number(points > 25),
      ),
      gaps: [],
    },
  ]);

const meanOver = (people: People, of: (one: ReturnType<typeof parseStratumKey>) => boolean): number => {
  const own = people.filter(({ stratum, points }) => of(parseStratumKey(stratum)) && !Number.isNaN(points));
  const weight = own.reduce((sum, one) => sum + one.weight, 0);
  return own.reduce((sum, one) => sum + one.weight * one.points, 0) / weight;
};

describe('the base of an indicator', () => {
  it('is a weighted share of the people of its domain, 1 where everybody is asked', () => {
    fc.assert(
      fc.property(answered, (people) => {
        const { estimates } = estimatesOf(people);
        for (const { domain, baseShare } of estimates.filter(({ domain }) => /^D\d\d$/.test(domain))) {
          const own = people.filter(
            ({ stratum }) => domain === districtKey(parseStratumKey(stratum).district),
          );
          const weightOf = (some: People) => some.reduce((sum, { weight }) => sum + weight, 0);
          const inBase = own.filter(({ points }) => !Number.isNaN(points));
          expect(baseShare).toBeCloseTo(weightOf(inBase) / weightOf(own), 10);
          if (inBase.length === own.length) expect(baseShare).toBe(1);
        }
      }),
    );
  });
});

describe('the published groups', () => {
  it('hold everybody once by sex and once by age', () => {
    for (const key of keys) {
      const stratum = parseStratumKey(key);
      const groups = publishedGroups.filter((group) => isInGroup(stratum, group));
      expect(groups.map((group) => group.slice(0, 3))).toEqual(['sex', 'age']);
      expect(groups[0]).toBe(`sex:${stratum.sex}`);
    }
    const groupOf = (ageBand: (typeof ageBands)[number]) =>
      publishedGroups.slice(2).filter((group) => isInGroup({ sex: 'F', ageBand }, group));
    expect(ageBands.flatMap(groupOf)).toEqual([
      'age:18-34',
      'age:18-34',
      'age:35-64',
      'age:35-64',
      'age:35-64',
      'age:65+',
      'age:65+',
    ]);
  });
});

describe('the estimates of a wave', () => {
  it('are the weighted means of each domain, with its degrees of freedom and effective sample', () => {
    fc.assert(
      fc.property(answered, (people) => {
        const { estimates } = estimatesOf(people);
        const find = (domain: string) =>
          estimates.find((estimate) => estimate.indicator === 'points' && estimate.domain === domain);
        expect(find('city')?.value).toBeCloseTo(
          meanOver(people, () => true),
          9,
        );
        expect(find('D02')?.value).toBeCloseTo(
          meanOver(people, ({ district }) => district === 2),
          9,
        );
        const women = ({ district, sex }: { district: number; sex: string }) => district === 3 && sex === 'F';
        const own = find('D03|sex:F');
        expect(own?.value).toBeCloseTo(meanOver(people, women), 9);
        const present = people.filter(
          ({ stratum, points }) => women(parseStratumKey(stratum)) && !Number.isNaN(points),
        );
        expect(own?.n).toBe(present.length);
        const strata = new Set(present.map(({ stratum }) => stratum)).size;
        expect(own?.degreesOfFreedom).toBe(present.length - strata);
        for (const { n, designEffect, effectiveN, standardError } of estimates) {
          if (standardError > 0) expect(effectiveN * designEffect).toBeCloseTo(n, 6);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('of means lie within 0 and 100, by Student’s t; of shares count the rarer answer', () => {
    fc.assert(
      fc.property(answered, (people) => {
        for (const estimate of estimatesOf(people).estimates) {
          const { value, standardError, degreesOfFreedom, lower, upper, n } = estimate;
          const df = Math.max(1, degreesOfFreedom);
          if (estimate.indicator === 'points') {
            if (standardError < 1e-5) continue;
            const half = studentQuantile(0.975, df) * standardError;
            expect(lower).toBeCloseTo(Math.max(0, value - half), 9);
            expect(upper).toBeCloseTo(Math.min(100, value + half), 9);
            expect([estimate.rarerCount, estimate.kornGraubardWidth]).toEqual([null, null]);
            continue;
          }
          const exact = kornGraubardInterval(value, standardError, n, df);
          expect(estimate.kornGraubardWidth).toBeCloseTo(exact.upper - exact.lower, 9);
          expect(estimate.rarerCount).toBeLessThanOrEqual(n / 2);
          expect(lower).toBeLessThanOrEqual(value);
          expect(upper).toBeGreaterThanOrEqual(value);
        }
        const city = estimatesOf(people).estimates.find(
          ({ indicator, domain }) => indicator === 'any' && domain === 'city',
        );
        const answers = people.filter(({ points }) => !Number.isNaN(points));
        const yes = answers.filter(({ points }) => points > 25).length;
        expect(city?.rarerCount).toBe(Math.min(yes, answers.length - yes));
      }),
      { numRuns: 20 },
    );
  });

  it('compare each district with the rest, and its gaps with those of the rest', () => {
    fc.assert(
      fc.property(answered, (people) => {
        const { contrasts } = estimatesOf(people);
        const find = (kind: string, against: string | null) =>
          contrasts.find(
            (one) =>
              one.indicator === 'points' &&
              one.domain === 'D02' &&
              one.kind === kind &&
              one.against === against,
          )?.difference;
        const mean = (isHere: boolean, of: (one: ReturnType<typeof parseStratumKey>) => boolean) =>
          meanOver(people, (one) => (one.district === 2) === isHere && of(one));
        expect(find('vs-rest', null)).toBeCloseTo(mean(true, () => true) - mean(false, () => true), 9);
        for (const [gap, isHigh] of [
          ['women-men', ({ sex }: { sex: string }) => sex === 'F'],
          ['age:65+', ({ ageBand }: { ageBand: string }) => ['65-74', '75+'].includes(ageBand)],
        ] as const) {
          const gapAt = (isHere: boolean) => mean(isHere, isHigh) - mean(isHere, (one) => !isHigh(one));
          expect(find('gap', gap)).toBeCloseTo(gapAt(true), 9);
          expect(find('gap-vs-rest', gap)).toBeCloseTo(gapAt(true) - gapAt(false), 9);
        }
        expect(contrasts.filter(({ indicator }) => indicator === 'any').map(({ kind }) => kind)).toEqual([
          'vs-rest',
          'vs-rest',
          'vs-rest',
        ]);
      }),
      { numRuns: 20 },
    );
  });

  it('of an answer that each stratum agrees on rest on all who answered, not on more', () => {
    const people = keys.flatMap((stratum) => [1, 1].map((weight) => ({ stratum, weight, points: 0 })));
    const values = Float64Array.from(people, ({ stratum }) => Number(stratum.endsWith('F')));
    const { estimates } = estimateWave(domainsOf(people), [{ id: 'women', kind: 'share', values, gaps: [] }]);
    const city = estimates.find(({ domain }) => domain === 'city');
    expect(city).toMatchObject({ value: 0.5, standardError: 0, designEffect: 0, effectiveN: people.length });
  });

  it('do not depend on the order in which the strata are listed', () => {
    fc.assert(
      fc.property(answered, fc.integer({ min: 1, max: 999 }), (people, seed) => {
        const some = people.filter((_, i) => i % 5 !== 0 && i < 60);
        const shuffled = orderOf(keys.length, seed).map((i) => keys[i] as string);
        const { design, districts, keys: domains } = domainsOf(some, shuffled);
        expect(design.strata).toEqual(domainsOf(some).design.strata);
        expect(districts).toEqual([1, 2, 3]);
        expect(domainsOf(people, shuffled).design.strata.names).toEqual(keys);
        expect(domains).toHaveLength(4 * (1 + publishedGroups.length));
      }),
      { numRuns: 20 },
    );
  });

  it('are refused for a stratum or a domain that is not known', () => {
    const people = keys.map((stratum) => ({ stratum, weight: 1, points: 50 }));
    expect(() => domainsOf(people, keys.slice(1))).toThrow(`respondents of known strata, not ${keys[0]}`);
    expect(() => domainsOf(people).cellsOf('D09')).toThrow('requires a domain of its plan, not D09');
  });
});

describe('the distribution of answers', () => {
  const codes = [5, 1, 2];
  const answer = fc.record({
    code: fc.constantFrom(1, 2, 4, 5, 6, 9, Number.NaN),
    weight: fc.double({ min: 1, max: 30, noNaN: true }),
  });
  const districts = [1, 2, 4];
  const strata = districts.flatMap((district) => sexes.map((sex) => stratumKey(district, '35-44', sex)));
  const people = fc
    .array(answer, { maxLength: 40 })
    .map((all) =>
      all.map((one, i) => ({ ...one, points: 0, stratum: strata[i % 2 === 0 ? 0 : 4] as string })),
    );
  type Respondents = (People[number] & { code: number })[];
  const codesOf = (all: Respondents) => Float64Array.from(all, ({ code }) => code);
  const distributions = (all: Respondents) =>
    distributionsOf(domainsOf(all, strata), [{ variable: 'q1', codes, values: codesOf(all) }]);

  it('is the weighted share of each code, among those who gave one of them', () => {
    fc.assert(
      fc.property(people, (all) => {
        const found = distributions(all);
        const expected = [
          ['city', all],
          ['D01', all.filter(({ stratum }) => parseStratumKey(stratum).district === 1)],
          ['D04', all.filter(({ stratum }) => parseStratumKey(stratum).district === 4)],
        ] as const;
        const present = expected.flatMap(([domain, own]) => {
          const given = own.filter(({ code }) => codes.includes(code));
          return given.length > 0 ? [[domain, given] as const] : [];
        });
        expect(found.map(({ domain, n }) => [domain, n])).toEqual(
          present.map(([domain, given]) => [domain, given.length]),
        );
        present.forEach(([, given], index) => {
          const total = given.reduce((sum, { weight }) => sum + weight, 0);
          expect(found[index]?.shares.map(({ code }) => code)).toEqual(codes);
          codes.forEach((code, at) => {
            const weight = given.reduce((sum, one) => sum + (one.code === code ? one.weight : 0), 0);
            expect(found[index]?.shares[at]?.share).toBeCloseTo(weight / total, 12);
          });
        });
      }),
    );
  });

  it('requires an answer, or none, of each respondent', () => {
    const all = [{ code: 1, weight: 1, points: 0, stratum: strata[0] as string }];
    expect(() => answerSums(domainsOf(all, strata).design, codes, new Float64Array(2))).toThrow(
      '`answerSums` requires a value for each of 1 respondents, not 2',
    );
  });

  it('has for each answer the interval of an indicator that counts this answer alone', () => {
    fc.assert(
      fc.property(people, fc.constantFrom(...codes), (all, code) => {
        const values = shareColumn({ codes: [code], baseCodes: codes }, codesOf(all));
        const { estimates } = estimateWave(domainsOf(all, strata), [
          { id: 'alone', kind: 'share', values, gaps: [] },
        ]);
        for (const { domain, shares } of distributions(all)) {
          const own = estimates.find((estimate) => estimate.domain === domain);
          expect(shares.find((one) => one.code === code)).toEqual({
            code,
            share: own?.value,
            lower: own?.lower,
            upper: own?.upper,
          });
        }
      }),
    );
  });
});
