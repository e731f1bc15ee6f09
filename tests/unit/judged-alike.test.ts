import { describe, expect, it } from 'vitest';
import { flagDistricts } from '#core/flagging/district-rule.ts';
import type { FlagKind } from '#core/flagging/flag.ts';
import { isJudgedAlike } from '#core/flagging/judged-alike.ts';
import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import type { EarlierWave } from '#core/flagging/wave-figures.ts';
import {
  districts,
  flat,
  ofKind,
  populations,
  rule,
  targetPerDistrict,
  wave,
} from '#tests/support/flag-waves.ts';

const judge = (
  id: string,
  share: number,
  changes: Partial<FlagRuleSettings>,
  earlier: EarlierWave[] = [],
) => {
  const figures = wave(id, flat(share));
  const itsRule = { ...rule, ...changes };
  const flags = flagDistricts({
    wave: figures,
    earlier,
    districts,
    targetPerDistrict,
    populations,
    rule: itsRule,
  });
  return { ...figures, flags, rule: itsRule };
};
const thresholdOf = (unsafe: number) => ({ absoluteThreshold: { unsafe } });

describe('the history of a flag', () => {
  it('is none where only the threshold was moved: a district did not recover because the rule was loosened', () => {
    const before = judge('2026-1', 0.5, thresholdOf(0.4));
    expect(ofKind(before.flags, 'absolute')[0]).toMatchObject({ severity: 'alert', status: 'new' });
    expect(ofKind(judge('2026-2', 0.5, thresholdOf(0.6), [before]).flags, 'absolute')).toEqual([]);
    const under = judge('2026-2', 0.3, thresholdOf(0.4), [before]);
    expect(ofKind(under.flags, 'absolute')[0]).toMatchObject({ severity: 'none', status: 'recovering' });
  });

  it('goes on behind a wave that was judged otherwise', () => {
    const first = judge('2025-2', 0.5, thresholdOf(0.4));
    const loosened = judge('2026-1', 0.5, thresholdOf(0.6), [first]);
    const third = judge('2026-2', 0.5, thresholdOf(0.4), [first, loosened]);
    expect(ofKind(third.flags, 'absolute')[0]).toMatchObject({
      status: 'confirmed',
      history: [{ waveId: '2025-2', severity: 'alert' }],
    });
  });
});

describe('two rules judge alike', () => {
  const kinds: FlagKind[] = ['level', 'absolute', 'deterioration', 'gap'];
  const alike = (changes: Partial<FlagRuleSettings>) =>
    kinds.filter((kind) => isJudgedAlike({ kind, indicator: 'unsafe' }, rule, { ...rule, ...changes }));

  it.each<[Partial<FlagRuleSettings>, FlagKind[]]>([
    [{}, kinds],
    [{ version: 'other', headlineIndicators: [] }, kinds],
    [{ levelMargin: 0.05 }, ['absolute', 'deterioration', 'gap']],
    [{ absoluteThreshold: { unsafe: 0.5 } }, ['level', 'deterioration', 'gap']],
    [{ absoluteThreshold: { ...rule.absoluteThreshold, other: 0.5 } }, kinds],
    [{ changeMargin: 0.05 }, ['level', 'absolute', 'gap']],
    [{ differenceAlertRate: 0.01 }, ['level', 'absolute']],
    [{ gapMargin: 0.08 }, ['level', 'absolute', 'deterioration']],
    [{ gapWatchFalseDiscoveryRate: 0.2 }, ['level', 'absolute', 'deterioration']],
    [{ falseDiscoveryRate: 0.01 }, []],
    [{ minimumN: 50 }, []],
    [{ minimumEffectiveN: 60 }, []],
    [{ absoluteWatchLevel: 0.1 }, ['level', 'deterioration', 'gap']],
  ])('when nothing that the kind rests on differs: %o', (changes, expected) => {
    expect(alike(changes)).toEqual(expected);
  });
});
