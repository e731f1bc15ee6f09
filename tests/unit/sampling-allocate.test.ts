import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '#core/sampling/allocate.ts';

const strata = fc
  .array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 14 })
  .map((populations) =>
    populations.map((population, i) => ({ key: `S${String(i).padStart(2, '0')}`, population })),
  );

const sum = (allocation: Map<string, number>) => [...allocation.values()].reduce((total, n) => total + n, 0);

describe('the allocation of a district', () => {
  it('gives out exactly what was asked for, or everyone', () => {
    fc.assert(
      fc.property(
        strata,
        fc.integer({ min: 0, max: 4000 }),
        fc.integer({ min: 0, max: 2 }),
        (sizes, size, minimum) => {
          const population = sizes.reduce((total, stratum) => total + stratum.population, 0);
          expect(sum(allocate(sizes, size, minimum))).toBe(Math.min(size, population));
        },
      ),
      { seed: 1 },
    );
  });

  it('never draws more people than a stratum has', () => {
    fc.assert(
      fc.property(strata, fc.integer({ min: 0, max: 9000 }), (sizes, size) => {
        const allocation = allocate(sizes, size, 2);
        for (const { key, population } of sizes) expect(allocation.get(key)).toBeLessThanOrEqual(population);
      }),
      { seed: 2 },
    );
  });

  it('stays within one of the proportional quota when there is no minimum', () => {
    fc.assert(
      fc.property(strata, fc.integer({ min: 1, max: 4000 }), (sizes, size) => {
        const population = sizes.reduce((total, stratum) => total + stratum.population, 0);
        fc.pre(population >= size);
        const allocation = allocate(sizes, size);
        for (const stratum of sizes) {
          expect(
            Math.abs((allocation.get(stratum.key) ?? 0) - (size * stratum.population) / population),
          ).toBeLessThan(1);
        }
      }),
      { seed: 3 },
    );
  });

  it('does not depend on the order of the strata', () => {
    fc.assert(
      fc.property(strata, fc.integer({ min: 0, max: 4000 }), (sizes, size) => {
        const forwards = allocate(sizes, size, 2);
        const backwards = allocate([...sizes].reverse(), size, 2);
        expect(Object.fromEntries(backwards)).toEqual(Object.fromEntries(forwards));
      }),
      { seed: 4 },
    );
  });

  it('gives every stratum that can spare none its minimum', () => {
    const sizes = [
      { key: 'A', population: 10_000 },
      { key: 'B', population: 3 },
      { key: 'C', population: 1 },
      { key: 'D', population: 0 },
    ];
    expect(Object.fromEntries(allocate(sizes, 100, 2))).toEqual({ A: 97, B: 2, C: 1, D: 0 });
  });
});
