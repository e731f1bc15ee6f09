import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiYekutieli, bonferroni, holm } from '#core/statistics/adjusted-p-values.ts';
import { benjaminiHochberg } from '#core/statistics/false-discovery.ts';

const rules = { bonferroni, holm, benjaminiYekutieli, benjaminiHochberg };
const family = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });

describe.each(Object.entries(rules))('%s', (name, adjust) => {
  it('keeps the order of the tests, never lowers a p-value and stays within 1', () => {
    fc.assert(
      fc.property(family, (pValues) => {
        const adjusted = adjust(pValues);
        expect(adjusted).toHaveLength(pValues.length);
        for (const [i, p] of pValues.entries()) {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p * (1 - 1e-12));
          expect(adjusted[i]).toBeLessThanOrEqual(1);
          for (const [j, other] of pValues.entries()) {
            if (p < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] as number);
          }
        }
      }),
    );
  });

  it('does not depend on the order in which the tests are listed', () => {
    fc.assert(
      fc.property(family, (pValues) => {
        expect(adjust([...pValues].reverse())).toEqual(adjust(pValues).reverse());
      }),
    );
  });

  it('changes nothing for a test alone, and refuses what is no probability', () => {
    for (const p of [0, 0.03, 1]) expect(adjust([p])).toEqual([p]);
    expect(() => adjust([0.1, 1.2])).toThrow(`\`${name}\` requires p-values between 0 and 1, not 1.2`);
    expect(() => adjust([Number.NaN])).toThrow(`\`${name}\` requires p-values between 0 and 1, not NaN`);
  });
});

it('the rules are ordered: Benjamini–Hochberg ≤ Holm ≤ Bonferroni, and Benjamini–Hochberg ≤ Benjamini–Yekutieli', () => {
  fc.assert(
    fc.property(family, (pValues) => {
      const [loose, middle, strict, dependent] = [
        benjaminiHochberg(pValues),
        holm(pValues),
        bonferroni(pValues),
        benjaminiYekutieli(pValues),
      ];
      for (const i of pValues.keys()) {
        const slack = 1 + 1e-12;
        expect(loose[i]).toBeLessThanOrEqual((middle[i] as number) * slack);
        expect(middle[i]).toBeLessThanOrEqual((strict[i] as number) * slack);
        expect(loose[i]).toBeLessThanOrEqual((dependent[i] as number) * slack);
      }
    }),
  );
});
