import { describe, expect, it } from 'vitest';
import { seededRandom } from '#app/demonstration/seed/random.ts';
import { type Coverage, intervalCoverage } from './simulation/coverage.ts';
import { flagRates } from './simulation/false-flags.ts';

/** The short form of `npm run simulate`: fewer replicates, bounds as wide as their chance needs. */
const replicates = 600;
const waves = 40;
const chance = 3.5;

/**
 * At most so many of `trials` when each happens with at most this probability, all but once in two thousand.
 */
const atMost = (probability: number, trials: number): number =>
  probability + chance * Math.sqrt((probability * (1 - probability)) / trials);

const missesOf = ({ covered, standardError }: Coverage, from: number, to: number): number =>
  Math.max(0, from - covered, covered - to) / standardError;

describe('the 95 % interval', () => {
  it.each([
    { n: 1800, share: 0.02, designEffect: 1 },
    { n: 1800, share: 0.3, designEffect: 1.5 },
    { n: 1800, share: 0.5, designEffect: 2 },
    { n: 100, share: 0.3, designEffect: 1 },
    { n: 100, share: 0.5, designEffect: 1.5 },
  ])('of a share of $share, n = $n, design effect $designEffect covers 94 to 96 %', (study) => {
    const coverage = intervalCoverage({ ...study, replicates }, seededRandom('coverage'));
    expect(missesOf(coverage, 0.94, 0.96)).toBeLessThan(chance);
  });

  it.each([0.02, 0.05])('of a share of %d among 100 people covers no less, being exact', (share) => {
    const coverage = intervalCoverage(
      { n: 100, share, designEffect: 1.3, replicates },
      seededRandom('coverage'),
    );
    expect(missesOf(coverage, 0.95, 1)).toBeLessThan(chance);
  });
});

describe('the district rule, over many waves', () => {
  it('raises a false alert of a kind in no more than one wave in twenty where all districts are equal', () => {
    const { falseAlerts, falseWatches } = flagRates({ name: 'all equal' }, waves, seededRandom('equal'));
    for (const rate of Object.values(falseAlerts)) expect(rate).toBeLessThanOrEqual(atMost(0.05, waves));
    expect(falseWatches.level).toBeLessThanOrEqual(atMost(0.05, waves));
    expect(falseWatches.gap).toBeLessThanOrEqual(atMost(0.1, waves));
  });

  it('does not call a city-wide shift the deterioration of a district', () => {
    const { falseAlerts, falseWatches } = flagRates(
      { name: 'shift', shift: 0.04 },
      waves,
      seededRandom('shift'),
    );
    expect(falseAlerts.deterioration).toBeLessThanOrEqual(atMost(0.05, waves));
    expect(falseWatches.deterioration).toBeLessThanOrEqual(atMost(0.05, waves));
    expect(falseAlerts.level).toBe(0);
  });

  describe('over districts that differ trivially, with a standard deviation of 1 point', () => {
    const { falseAlerts, falseWatches, levelAlerts, levelWatches } = flagRates(
      { name: 'spread', spread: 0.01 },
      waves,
      seededRandom('spread'),
    );

    it('raises no level alert, least of all one whose true excess is below 2 points', () => {
      expect(falseAlerts.level).toBe(0);
      expect(levelAlerts).toEqual({ all: 0, trivial: 0, none: 0 });
    });

    it('watches a district that truly does not exceed the rest in no more than one wave in twenty', () => {
      expect(falseWatches.level).toBeLessThanOrEqual(atMost(0.05, waves));
    });

    it('watches at most one difference below 2 points a wave, of 108 that it judges', () => {
      expect(levelWatches.all).toBeGreaterThan(0);
      expect(levelWatches.trivial).toBeLessThanOrEqual(1);
    });
  });

  it('finds a district that is 12 points worse, nearly always, and beside it few that are not', () => {
    const { power, falseParts } = flagRates({ name: 'planted', level: 0.12 }, waves, seededRandom('planted'));
    expect(power).toBeGreaterThanOrEqual(0.95);
    for (const part of Object.values(falseParts)) expect(part).toBeLessThanOrEqual(atMost(0.05, waves));
  });
});
