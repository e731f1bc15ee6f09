import { describe, expect, it } from 'vitest';
import { flagDistricts } from '#core/flagging/district-rule.ts';
import type { EarlierWave } from '#core/flagging/wave-figures.ts';
import {
  districts,
  flagsOf,
  flat,
  ofKind,
  populations,
  rule,
  targetPerDistrict,
  wave,
  withFirst,
} from '#tests/support/flag-waves.ts';

const now = wave('2026-1', withFirst({ share: 0.45, gap: 0.12 }));
const before = wave('2025-1', withFirst({ share: 0.3, gap: 0.06 }));

describe('the list of flags', () => {
  const listed = (one: EarlierWave) =>
    flagDistricts({
      wave: one,
      earlier: [],
      districts,
      targetPerDistrict,
      populations,
      rule: twoIndicators,
    }).map(({ kind, severity, district, indicator }) => `${kind} ${severity} ${district} ${indicator}`);
  const twoIndicators = {
    ...rule,
    headlineIndicators: ['unsafe', 'avoids'],
    absoluteThreshold: { unsafe: 0.4, avoids: 0.4 },
  };
  /** A wave that asked two things. */
  const asked = (unsafe: number[], avoids: number[]): EarlierWave => {
    const [one, other] = [unsafe, avoids].map((shares) =>
      wave(
        '2026-1',
        shares.map((share) => ({ share })),
      ),
    );
    const renamed = <Figure extends object>(figure: Figure) => ({ ...figure, indicator: 'avoids' });
    return {
      ...(one as EarlierWave),
      estimates: [...(one?.estimates ?? []), ...(other?.estimates.map(renamed) ?? [])],
      contrasts: [...(one?.contrasts ?? []), ...(other?.contrasts.map(renamed) ?? [])],
    };
  };
  const even = [0.3, 0.3, 0.3, 0.3, 0.3, 0.3];

  it('is ordered by kind, alerts before watches, then by district, then by indicator', () => {
    expect(listed(asked([0.415, 0.35, 0.35, 0.5, 0.35, 0.35], even))).toEqual([
      'level alert 4 unsafe',
      'level watch 1 unsafe',
      'absolute alert 4 unsafe',
      'absolute watch 1 unsafe',
    ]);
    const high = (district: number) => even.map((share, index) => (index + 1 === district ? 0.47 : share));
    expect(listed(asked(high(4), high(2)))).toEqual([
      'level alert 2 avoids',
      'level alert 4 unsafe',
      'absolute alert 2 avoids',
      'absolute alert 4 unsafe',
    ]);
    expect(listed(asked(high(4), high(4))).slice(0, 2)).toEqual([
      'level alert 4 unsafe',
      'level alert 4 avoids',
    ]);
  });
});

describe('the conservative burden', () => {
  it('is that of a level that is flagged now, in a district whose residents are known', () => {
    const flags = flagsOf(now, [before]);
    const burdens = new Map(flags.map(({ kind, conservativeBurden }) => [kind, conservativeBurden]));
    expect([...burdens.keys()]).toEqual(['level', 'absolute', 'deterioration', 'gap']);
    expect(burdens.get('level')).toBeGreaterThan(0);
    for (const kind of ['absolute', 'deterioration', 'gap'] as const) expect(burdens.get(kind)).toBeNull();

    const unknown = flagDistricts({
      wave: now,
      earlier: [],
      districts,
      targetPerDistrict,
      populations: new Map(),
      rule,
    });
    expect(ofKind(unknown, 'level').map(({ conservativeBurden }) => conservativeBurden)).toEqual([null]);

    const past = {
      kind: 'level' as const,
      basis: 'wave' as const,
      leads: true,
      indicator: 'unsafe',
      district: 1,
      group: null,
      severity: 'alert' as const,
    };
    const recovering = flagsOf(wave('2026-1', flat()), [{ ...before, flags: [past] }]);
    expect(ofKind(recovering, 'level')).toMatchObject([
      { severity: 'none', status: 'recovering', conservativeBurden: null },
    ]);
    const few = flagsOf(wave('2026-1', withFirst({ share: 0.6, n: 59 })));
    expect(ofKind(few, 'level')).toMatchObject([{ severity: 'insufficient', conservativeBurden: null }]);
  });
});
