import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { domainSums } from '#core/disclosure/cell-suppression/domain-sums.ts';

const written = (ages: readonly string[]) =>
  domainSums(['city', ...ages.map((age) => `age:${age}`)])
    .map(({ whole, parts }) => `${whole} ⊇ ${[...parts].sort().join(' + ')}`)
    .sort();

describe('sums of age ranges', () => {
  it('are made of ranges that do not overlap, and to which none could be added, in whatever order they come', () => {
    const ages = ['18-24', '25-34', '18-34', '30-44', '35+'];
    const expected = [
      'city ⊇ age:18-34 + age:35+',
      'city ⊇ age:18-24 + age:25-34 + age:35+',
      'city ⊇ age:18-24 + age:30-44',
      'age:18-34 ⊇ age:18-24 + age:25-34',
    ].sort();
    fc.assert(
      fc.property(fc.shuffledSubarray(ages, { minLength: ages.length }), (shuffled) => {
        expect(written(shuffled)).toEqual(expected);
      }),
    );
  });

  it('keep apart ranges that share one year of age, and hold ranges of a single year', () => {
    expect(written(['18-24', '24-30'])).toEqual(['city ⊇ age:18-24', 'city ⊇ age:24-30']);
    expect(written(['18-18', '18-20', '19+'])).toEqual([
      'age:18-20 ⊇ age:18-18',
      'city ⊇ age:18-18 + age:19+',
      'city ⊇ age:18-20',
    ]);
  });

  it('are taken not to overlap as soon as one of them cannot be read', () => {
    expect(written(['18-34', 'unknown', '18-24'])).toEqual([
      'age:18-34 ⊇ age:18-24',
      'city ⊇ age:18-24 + age:18-34 + age:unknown',
    ]);
    expect(written(['unknown', '18-34'])).toEqual(['city ⊇ age:18-34 + age:unknown']);
  });

  it('are not sought without end: of a hundred and more ways to cover the ages, 64 are kept', () => {
    const decades = [20, 30, 40, 50, 60, 70, 80];
    const ages = decades.flatMap((from) => [`${from}-${from + 4}`, `${from}-${from + 9}`]);
    const ofCity = written(ages).filter((sum) => sum.startsWith('city'));
    expect(ofCity).toHaveLength(64);
    expect(new Set(ofCity).size).toBe(64);
    fc.assert(
      fc.property(fc.shuffledSubarray(ages, { minLength: ages.length }), (shuffled) => {
        expect(written(shuffled).filter((sum) => sum.startsWith('city'))).toEqual(ofCity);
      }),
    );
  });
});
