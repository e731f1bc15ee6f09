import { describe, expect, it } from 'vitest';
import { defaultPlaceRule } from '#core/places/default-rule.ts';
import { falseAlarms, placeAlarms, plantedFinds, seeds } from './simulation/place-alarms.ts';

const rate = defaultPlaceRule.falseDiscoveryRate;

/**
 * The least x with P[Binomial(n, chance) ≤ x] ≥ 0.999: more than this happens by chance once in 1,000
 * simulations.
 */
function monteCarloBound(n: number, chance: number): number {
  let density = (1 - chance) ** n;
  let sum = density;
  let x = 0;
  while (sum < 0.999) {
    density *= ((n - x) / (x + 1)) * (chance / (1 - chance));
    x += 1;
    sum += density;
  }
  return x;
}

describe('on maps without a hot spot', () => {
  const maps = 150;

  it.each(['equal', 'anxious'] as const)(
    'the place test keeps its rate of false alarms (%s people)',
    (people) => {
      expect(monteCarloBound(maps, rate)).toBe(17);
      expect(falseAlarms(seeds(maps, 1), people)).toBeLessThanOrEqual(monteCarloBound(maps, rate));
    },
  );

  it('DBSCAN and Gi* do not, which is why they only describe', () => {
    const few = 15;
    const alarms = placeAlarms(seeds(few, 1), 'anxious');
    expect([alarms.clusters, alarms.giStarOfCounts]).toEqual([few, few]);
    expect(alarms.giStarOfExcess).toBeGreaterThan(monteCarloBound(few, rate));
  });
});

describe('planted hot spots', () => {
  const maps = 40;
  const { missed, flagged, elsewhere } = plantedFinds(seeds(maps, 1001));

  it('are found: the three of 70 people and more in 95 maps of 100, the small and wide one in most', () => {
    for (const count of missed.slice(0, 3)) expect(count).toBeLessThanOrEqual(monteCarloBound(maps, 0.05));
    expect(missed[3]).toBeLessThan(20);
  });

  it('are where the flags are: of the flagged cells one in twenty or fewer is elsewhere', () => {
    expect(flagged).toBeGreaterThan(800);
    expect(elsewhere / flagged).toBeLessThanOrEqual(rate);
  });
});
