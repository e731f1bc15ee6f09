import { describe, expect, it } from 'vitest';
import { seededRandom } from '#app/demonstration/seed/random.ts';
import { type DifferenceCoverage, differenceCoverage } from './simulation/difference-coverage.ts';
import { namedDistricts } from './simulation/named-districts.ts';

/** The short form of `npm run simulate -- differences named`, at a hundred respondents a district. */
const chance = 3.5;
const atMost = (probability: number, trials: number): number =>
  probability + chance * Math.sqrt((probability * (1 - probability)) / trials);

describe('intervals of differences at 100 respondents a district and a design effect of 1.58', () => {
  const coverage = differenceCoverage(
    { n: 100, designEffect: 1.58, replicates: 40 },
    seededRandom('differences'),
  );
  const missed = ({ covered, standardError }: DifferenceCoverage) =>
    Math.max(0, 0.94 - covered) / standardError;

  it.each(coverage)('cover the truth: $kind at a share of $share', (one) => {
    expect(missed(one)).toBeLessThan(chance);
  });

  it('cover a district against the rest where the symmetric ones do not: at 2 and 5 %', () => {
    for (const share of [0.02, 0.05]) {
      const one = coverage.find((own) => own.kind === 'district against the rest' && own.share === share);
      expect(one?.covered).toBeGreaterThan(0.93);
      expect(one?.symmetric).toBeLessThan(0.91);
    }
  });
});

describe('a city of 100 respondents a district in which nothing is to be found', () => {
  const study = { sample: { n: 100, designEffect: 1.58 }, cities: 5, waves: 5 };

  it.each([
    { under: 0.1, most: 0.05 },
    { under: 0.02, most: 0.1 },
  ])('names a district in at most $most of the waves at $under under every threshold', ({ under, most }) => {
    const result = namedDistricts({ ...study, under }, seededRandom(`named ${under}`));
    expect(result.named).toBeLessThanOrEqual(atMost(most, result.judged));
    expect(result.levelAlert).toBeLessThanOrEqual(atMost(0.01, result.judged));
    expect(result.insufficient).toBe(0);
  });
});
