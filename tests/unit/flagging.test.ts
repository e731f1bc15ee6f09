import { describe, expect, it } from 'vitest';
import { defaultFlagRule } from '#city/flag-rule.ts';
import { flagDistricts } from '#core/flagging/district-rule.ts';
import type { FlagSeverity } from '#core/flagging/flag.ts';
import { flagRuleWith } from '#core/flagging/rule-version.ts';
import { needsIntervention, statusOf } from '#core/flagging/status.ts';
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

describe('the level flag', () => {
  it('is an alert with its evidence where a district is worse by 12 points', () => {
    const flags = ofKind(flagsOf(wave('2026-1', withFirst({ share: 0.42 }))), 'level');
    expect(flags).toHaveLength(1);
    expect(flags[0]).toMatchObject({
      severity: 'alert',
      status: 'new',
      needsIntervention: true,
      district: 1,
      indicator: 'unsafe',
      against: 'rest',
      estimate: 0.42,
      n: 1800,
      familySize: 6,
    });
    const { size, lower, upper, conservativeBurden } = flags[0] ?? {};
    expect(size).toBeCloseTo(0.12, 10);
    expect(lower).toBeCloseTo(0.12 - 1.96 * 0.0123 * 1.05, 3);
    expect(upper).toBeCloseTo(0.12 + 1.96 * 0.0123 * 1.05, 3);
    expect(conservativeBurden).toBeCloseTo(40_000 * (0.12 - 1.2816 * 0.0123 * 1.05), 0);
  });

  it('counts people of the base only: a share of 92 in 100 adults is nothing of the other eight', () => {
    const burdenWith = (baseShare: number) =>
      ofKind(flagsOf(wave('2026-1', withFirst({ share: 0.4, baseShare }))), 'level')[0]?.conservativeBurden;
    expect(burdenWith(0.92)).toBeCloseTo(0.92 * (burdenWith(1) ?? 0), 6);
  });

  it('is a watch where it is surely worse, but not surely by the margin, and nothing where the excess is trivial', () => {
    const severityAt = (share: number) =>
      ofKind(flagsOf(wave('2026-1', withFirst({ share }))), 'level')[0]?.severity;
    expect(severityAt(0.34)).toBe('watch');
    expect(severityAt(0.325)).toBeUndefined();
  });

  it('does not flag a city in which all districts are alike, however bad it is', () => {
    expect(ofKind(flagsOf(wave('2026-1', flat(0.6))), 'level')).toEqual([]);
  });
});

describe('the absolute flag', () => {
  it('sees that all are bad, and does not see the worst of a safe city', () => {
    expect(ofKind(flagsOf(wave('2026-1', flat(0.6))), 'absolute').map(({ severity }) => severity)).toEqual(
      districts.map(() => 'alert'),
    );
    expect(ofKind(flagsOf(wave('2026-1', withFirst({ share: 0.3 }, 0.1))), 'absolute')).toEqual([]);
  });

  it('is a watch where the share found is above the threshold with some evidence, not where an interval reaches it', () => {
    const watched = (share: number) =>
      ofKind(flagsOf(wave('2026-1', withFirst({ share }))), 'absolute')[0]?.severity;
    expect([0.39, 0.405, 0.415].map(watched)).toEqual([undefined, undefined, 'watch']);
    const [flag] = ofKind(flagsOf(wave('2026-1', withFirst({ share: 0.415 }))), 'absolute');
    expect(flag).toMatchObject({ severity: 'watch', against: 'threshold:0.4', needsIntervention: false });
    expect(flag?.size).toBeCloseTo(0.015, 10);
  });
});

describe('the gap flag', () => {
  it('pools two waves: a gap of 7 points is an alert with both and not with one', () => {
    const now = wave('2026-1', withFirst({ share: 0.3, gap: 0.06 }));
    const alone = ofKind(flagsOf(now), 'gap');
    const pooled = ofKind(flagsOf(now, [wave('2025-2', withFirst({ share: 0.3, gap: 0.08 }))]), 'gap');
    expect(alone.map(({ severity }) => severity)).toEqual(['watch']);
    expect(pooled).toHaveLength(1);
    expect(pooled[0]).toMatchObject({
      severity: 'alert',
      district: 1,
      group: 'women-men',
      pooledWith: '2025-2',
    });
    expect(pooled[0]?.size).toBeCloseTo(0.07, 10);
    expect(pooled[0]?.estimate).toBeCloseTo(0.17, 10);
  });
});

describe('insufficient data', () => {
  it('is said for each kind of flag, and is never "no problem": below 60 respondents', () => {
    const few = flagsOf(wave('2026-1', withFirst({ share: 0.6, n: 59 })), [
      wave('2025-1', withFirst({ share: 0.3, n: 40 })),
    ]);
    const ofFirst = few.filter(({ district }) => district === 1);
    expect(ofFirst.map(({ kind, severity, basis }) => [kind, severity, basis])).toEqual([
      ['level', 'insufficient', 'wave'],
      ['absolute', 'insufficient', 'wave'],
      ['deterioration', 'insufficient', 'wave'],
    ]);
    for (const { estimate, size, q, n, status, needsIntervention: needs } of ofFirst) {
      expect([estimate, size, q, n, status, needs]).toEqual([null, null, null, null, null, false]);
    }
    const alone = flagsOf(wave('2026-1', withFirst({ share: 0.6, n: 59 })));
    expect(ofKind(alone, 'gap').map(({ severity }) => severity)).toEqual(['insufficient']);
  });

  it('is said of a district in which nobody answered, and leaves the others to be tested', () => {
    const flags = flagsOf(wave('2026-1', withFirst({ share: 0.45 }).slice(0, 5)));
    expect(
      ofKind(flags, 'level').map(({ district, severity, familySize }) => [district, severity, familySize]),
    ).toEqual([
      [1, 'alert', 5],
      [6, 'insufficient', 5],
    ]);
  });

  it('leaves nothing to say in an empty wave', () => {
    const flags = flagsOf(wave('2026-1', []));
    expect(flags.every(({ severity }) => severity === 'insufficient')).toBe(true);
  });
});

describe('the history of a flag', () => {
  it('makes it new, confirmed, persistent or recovering', () => {
    const status = (now: FlagSeverity, ...history: FlagSeverity[]) => statusOf(now, history);
    expect(status('alert')).toBe('new');
    expect(status('watch', 'none', 'none', 'none', 'alert')).toBe('new');
    expect(status('alert', 'watch')).toBe('confirmed');
    expect(status('alert', 'none', 'watch', 'alert')).toBe('persistent');
    expect(status('none', 'alert')).toBe('recovering');
    expect(status('none', 'none', 'alert')).toBeNull();
    expect(status('insufficient', 'alert')).toBeNull();
  });

  it('calls for an intervention after an alert, or after two watches in a row that together are an alert', () => {
    expect(needsIntervention('alert', [], null)).toBe(true);
    expect(needsIntervention('watch', [], 'alert')).toBe(false);
    expect(needsIntervention('watch', ['watch'], 'alert')).toBe(true);
    expect(needsIntervention('watch', ['watch'], 'watch')).toBe(false);
    expect(needsIntervention('watch', ['watch'], null)).toBe(false);
    expect(needsIntervention('watch', ['none', 'watch'], 'alert')).toBe(false);
    expect(needsIntervention('none', ['alert'], 'alert')).toBe(false);
  });

  it('of rolling years counts only those that share no wave: half of the people cannot confirm themselves', () => {
    const status = (...history: FlagSeverity[]) => statusOf('alert', history, 'rolling-year');
    expect(status('alert')).toBe('new');
    expect(status('none', 'alert')).toBe('confirmed');
    expect(status('alert', 'watch', 'alert', 'alert')).toBe('persistent');
    expect(statusOf('none', ['alert'], 'rolling-year')).toBe('recovering');
  });

  it('is read from the flags of earlier comparable waves, newest first, and keeps what recovers in the list', () => {
    const flagged = (
      id: string,
      severity: FlagSeverity,
      changes: Partial<EarlierWave> = {},
    ): EarlierWave => ({
      ...wave(id, flat()),
      flags: [
        {
          kind: 'level',
          basis: 'wave',
          leads: true,
          indicator: 'unsafe',
          district: 1,
          group: null,
          severity,
        },
      ],
      ...changes,
    });
    const earlier = [flagged('2024-2', 'watch'), flagged('2025-2', 'alert'), flagged('2025-1', 'none')];
    const [flag] = ofKind(flagsOf(wave('2026-1', withFirst({ share: 0.42 })), earlier), 'level');
    expect(flag).toMatchObject({ severity: 'alert', status: 'persistent' });
    expect(flag?.history).toEqual([
      { waveId: '2025-2', severity: 'alert' },
      { waveId: '2025-1', severity: 'none' },
      { waveId: '2024-2', severity: 'watch' },
    ]);
    const [recovering] = ofKind(flagsOf(wave('2026-1', flat()), earlier), 'level');
    expect(recovering).toMatchObject({
      severity: 'none',
      status: 'recovering',
      needsIntervention: false,
      district: 1,
    });
    const [broken] = ofKind(
      flagsOf(wave('2026-1', withFirst({ share: 0.42 })), [
        flagged('2025-2', 'alert', { methodVersion: '0.9' }),
      ]),
      'level',
    );
    expect(broken).toMatchObject({ status: 'new', history: [] });
  });
});

describe('the rule over many waves', () => {
  /** Box–Muller on a linear congruential generator: enough for a rate. */
  function normals(seed: number): () => number {
    let state = seed;
    const uniform = (): number => {
      state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
      return (state + 0.5) / 4_294_967_296;
    };
    return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  }

  it('raises a level flag in few waves of a city whose districts are all alike', () => {
    const normal = normals(20_260_401);
    let wavesWithFlag = 0;
    for (let run = 0; run < 400; run += 1) {
      const shares = districts.map(() => ({ share: 0.3 + 0.0123 * normal() }));
      if (ofKind(flagsOf(wave('2026-1', shares)), 'level').length > 0) wavesWithFlag += 1;
    }
    expect(wavesWithFlag / 400).toBeLessThan(0.08);
  });
});

describe('the version of the rule', () => {
  it('decides the flags of its own wave: another margin is another version and flags others', () => {
    const now = wave('2026-1', withFirst({ share: 0.345 }));
    const flagsBy = (changes: Parameters<typeof flagRuleWith>[1]) => {
      const { version, ...thresholds } = flagRuleWith(defaultFlagRule, changes);
      const flags = flagDistricts({
        wave: now,
        earlier: [],
        districts,
        targetPerDistrict,
        populations,
        rule: { ...rule, ...thresholds, version, headlineIndicators: ['unsafe'] },
      });
      return {
        version,
        alerts: ofKind(flags, 'level').filter(({ severity }) => severity === 'alert').length,
      };
    };
    const [narrow, wide] = [flagsBy({ levelMargin: 0.001 }), flagsBy({ levelMargin: 0.1 })];
    expect([narrow.alerts, wide.alerts]).toEqual([1, 0]);
    expect(narrow.version).not.toBe(wide.version);
  });
});
