import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankRanges } from '#core/estimation/rank-range.ts';
import { normalQuantile } from '#core/statistics/distributions.ts';

// In thousandths: doubles are drawn from all of them alike, and most of those between 0 and 1 are next to 0.
const thousandths = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((count) => count / 1000);
const figure = fc.record({ value: thousandths(0, 1000), standardError: thousandths(1, 100) });
const city = fc
  .array(figure, { minLength: 1, maxLength: 18 })
  .map((figures) => figures.map((one, d) => ({ ...one, domain: `D${d + 1}` })));

describe('simultaneous ranges of ranks', () => {
  it('count who lies surely above and surely below: intervals at the level of Šidák do not meet', () => {
    fc.assert(
      fc.property(city, fc.constantFrom(0.9, 0.95), (values, confidence) => {
        // Of k intervals at this z all hold together with the confidence: P(|Z| ≤ z)^k.
        const z = normalQuantile(0.5 + 0.5 * Math.exp(Math.log(confidence) / values.length));
        rankRanges(values, confidence).forEach(({ domain, from, to }, i) => {
          const own = values[i] as (typeof values)[number];
          const apart = (other: typeof own) => z * (own.standardError + other.standardError);
          const above = values.filter((other) => other.value - own.value > apart(other)).length;
          const below = values.filter((other) => own.value - other.value > apart(other)).length;
          expect([domain, from, to]).toEqual([own.domain, 1 + above, values.length - below]);
        });
      }),
    );
  });

  it('hold together with 90 %, when no other confidence is asked for', () => {
    fc.assert(
      fc.property(city, (values) => {
        expect(rankRanges(values)).toEqual(rankRanges(values, 0.9));
      }),
    );
  });

  it('of known figures are their ranks, and equal ones share theirs', () => {
    const values = [0.2, 0.5, 0.5, 0.1].map((value, d) => ({ domain: `D${d}`, value, standardError: 0 }));
    expect(rankRanges(values).map(({ from, to }) => [from, to])).toEqual([
      [3, 3],
      [1, 2],
      [1, 2],
      [4, 4],
    ]);
  });
});
