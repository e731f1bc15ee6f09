import { describe, expect, it } from 'vitest';
import { analysedCase } from '#tests/support/analysed-reference.ts';
import { referenceRows } from '#tests/support/reference.ts';

type Row = Record<string, unknown>;

describe.each(['case-A', 'case-B'] as const)('the differences of %s by MOVER', (name) => {
  const rows = analysedCase(name).rows('mover') as Row[];
  const nameOf = ({ design, wave, domain, item, method }: Row) =>
    [design, wave, domain, item, method].join(' ');
  const stat = (of: string) =>
    new Map(rows.flatMap((row) => (row.stat === of ? [[nameOf(row), Number(row.value)] as const] : [])));
  const [diff, lo, hi, up, down] = ['diff', 'lo', 'hi', 'p_up', 'p_down'].map(stat) as Map<string, number>[];

  it('are those that R finds, with limits of their own', () => {
    const reference = referenceRows(`${name}/expected_contrast.csv`);
    let compared = 0;
    for (const row of reference) {
      const own = diff?.get(nameOf(row));
      if (own === undefined || row.stat !== 'diff') continue;
      expect(Math.abs(own - Number(row.value))).toBeLessThan(1e-9);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(30);
  });

  it('lie within their interval, whose ends agree with the one-sided tests', () => {
    for (const [key, value] of diff ?? []) {
      const [lower, upper, above, below] = [lo, hi, up, down].map((of) => of?.get(key) ?? Number.NaN);
      expect(lower).toBeLessThanOrEqual(value);
      expect(upper).toBeGreaterThanOrEqual(value);
      // Exact limits reject less often than Wilson's, which the interval has.
      if ((above ?? 1) < 0.025) expect(lower).toBeGreaterThan(0);
      if ((below ?? 1) < 0.025) expect(upper).toBeLessThan(0);
    }
  });
});
