import { describe, expect, it } from 'vitest';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import { nonsenseIn } from '#core/publication/nonsense/nonsense.ts';
import { testPublication } from '#tests/support/results.ts';

const sound = testPublication();

describe('an improvement', () => {
  const improvement: PublishedFlag = {
    ...{ kind: 'improvement', basis: 'wave', leads: true, severity: 'alert', status: 'new' },
    ...{ needsIntervention: false, indicator: 'unsafe', district: 7, group: null, against: '2025-1' },
    estimate: sound.estimates.find(({ domain }) => domain === 'D07')?.value ?? null,
    ...{ size: -0.12, lower: -0.16, upper: -0.08, n: 600, q: 0.001, familySize: 18 },
    ...{ pooledWith: null, againstPooledWith: null, rollingYearQ: null, conservativeBurden: null },
    history: [],
  };
  const withImprovement = (change: Partial<PublishedFlag>) =>
    nonsenseIn({ ...sound, flags: [{ ...improvement, ...change }] })?.rule ?? null;

  it('is no nonsense where the share fell by the margin or more', () => {
    expect(withImprovement({})).toBeNull();
    expect(withImprovement({ severity: 'watch' })).toBeNull();
    expect(withImprovement({ size: -0.01, lower: -0.05, upper: 0.03 })).toBe('severity-against-size');
    expect(withImprovement({ size: 0.12, lower: 0.08, upper: 0.16 })).toBe('severity-against-size');
    expect(withImprovement({ q: 0.2 })).toBe('severity-against-rate');
  });

  it('that calls for an intervention, or was not found, is refused', () => {
    const history = [{ waveId: '2025-2', severity: 'watch' as const }];
    expect(withImprovement({ needsIntervention: true })).toBe('flag-against-its-kind');
    expect(withImprovement({ severity: 'none', status: 'recovering', history })).toBe(
      'flag-against-its-kind',
    );
    expect(withImprovement({ severity: 'watch', status: 'confirmed', history, rollingYearQ: 0.01 })).toBe(
      'flag-against-its-kind',
    );
    const withheld = {
      ...({ severity: 'insufficient', status: null, estimate: null, size: null } as const),
      ...{ lower: null, upper: null, n: null, q: null },
    };
    expect(withImprovement(withheld)).toBe('flag-against-its-kind');
  });

  it('is counted among comparisons of which those not made are listed as deteriorations', () => {
    const counted = { basis: 'wave', leads: true, made: 17, insufficient: 1, withoutComparison: 0 } as const;
    const comparisons = (['deterioration', 'improvement'] as const).map((kind) => ({ ...counted, kind }));
    const lacking = {
      ...{ ...improvement, kind: 'deterioration', severity: 'insufficient', status: null, district: 9 },
      ...{ estimate: null, size: null, lower: null, upper: null, n: null, q: null },
    } as PublishedFlag;
    const flags = [lacking, improvement];
    expect(nonsenseIn({ ...sound, flags, comparisons })).toBeNull();
    const [worse, better] = comparisons;
    const other = { ...counted, ...better, kind: 'improvement' as const, made: 18, insufficient: 0 };
    expect(
      nonsenseIn({ ...sound, flags, comparisons: [{ ...counted, ...worse, kind: 'deterioration' }, other] }),
    ).toEqual({
      rule: 'flags-against-comparisons',
      where: 'improvement leading',
    });
  });
});
