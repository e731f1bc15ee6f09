import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suppress } from '#core/disclosure/suppress.ts';
import { emptyCells } from '#core/publication/nonsense/empty-cells.ts';
import { nonsenseIn } from '#core/publication/nonsense/nonsense.ts';
import { exactEstimate, exactPublication, unsafeIndicator } from '#tests/support/exact-publication.ts';
import { eighteenDistricts } from '#tests/support/results.ts';

/** An exact publication with a second indicator, of whose base nobody is in these domains. */
function withVictims(nobodyIn: readonly string[], number = 1) {
  const exact = exactPublication(eighteenDistricts);
  const victims = exact.estimates
    .filter(({ domain }) => !nobodyIn.includes(domain))
    .map(({ domain, n }) => ({ ...exactEstimate(domain, 0.4, (n ?? 0) / 5), indicator: 'reported' }));
  return {
    ...exact,
    ...(number > 1 && {
      ...{ number, publicationId: `2026-1.${number}`, replaces: '2026-1.1', correctionNote: 'why' },
    }),
    indicators: [unsafeIndicator, { ...unsafeIndicator, id: 'reported', derivedFrom: null }],
    estimates: [...exact.estimates, ...victims],
  };
}

const nobodyIn = ['D07|sex:F', 'D11'];

describe('a figure of whose base nobody is in a domain', () => {
  const exact = withVictims(nobodyIn);
  const published = suppress(exact);
  const told = (domain: string) =>
    published.estimates.filter((each) => each.indicator === 'reported' && each.domain === domain);

  it('is published as one of a few: hidden, and never left out', () => {
    for (const domain of nobodyIn) {
      expect(told(domain)).toMatchObject([
        { quality: 'suppressed', reason: 'few-respondents', value: null, n: null },
      ]);
    }
    expect(emptyCells(published.estimates)).toEqual([]);
    expect(nonsenseIn(published)).toBeNull();
  });

  it('is counted among those that are hidden, in a correction alike, and hides no other for its sake', () => {
    const corrected = suppress(withVictims(nobodyIn, 2), { replaced: { published, exact } });
    const { suppressed, complementary } = suppress(withVictims([])).method.suppression;
    for (const { estimates, method } of [published, corrected]) {
      const hidden = estimates.filter(({ quality }) => quality === 'suppressed');
      expect(hidden.length).toBe(nobodyIn.length);
      const all = suppressed + complementary + nobodyIn.length;
      expect(method.suppression.suppressed + method.suppression.complementary).toBe(all);
    }
    expect(published.method.suppression.complementary).toBe(complementary);
  });

  it('has its place in a rolling year too', () => {
    const earlier = suppress({
      ...withVictims([]),
      publicationId: '2025-2.1',
      wave: { ...exact.wave, waveId: '2025-2', year: 2025, season: 'autumn' },
    });
    const estimates = exact.estimates.filter(({ domain }) => !domain.includes(':'));
    const rollingYear = {
      ...{ pooledWith: '2025-2', against: null, againstPooledWith: null, leads: true },
      estimates,
    };
    const year = suppress({ ...exact, rollingYear }, { earlier: [earlier] }).rollingYear?.estimates ?? [];
    expect(year.length).toBe(estimates.length + 1);
    expect(year.at(-1)).toMatchObject({ indicator: 'reported', domain: 'D11', reason: 'few-respondents' });
  });
});

it('a list of figures with its empty cells has every indicator in every domain, each once', () => {
  const cell = fc.record({
    indicator: fc.constantFrom('a', 'b', 'c'),
    domain: fc.constantFrom('city', 'D01', 'D02', 'D01|sex:F'),
  });
  const name = ({ indicator, domain }: { indicator: string; domain: string }) => `${indicator} ${domain}`;
  fc.assert(
    fc.property(fc.uniqueArray(cell, { selector: name }), (figures) => {
      const all = [...figures, ...emptyCells(figures)];
      const [indicators, domains] = [
        new Set(figures.map(({ indicator }) => indicator)),
        new Set(figures.map(({ domain }) => domain)),
      ];
      expect(new Set(all.map(name)).size).toBe(all.length);
      expect(all.length).toBe(indicators.size * domains.size);
    }),
  );
});
