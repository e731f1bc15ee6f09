import { describe, expect, it } from 'vitest';
import { judgeDistricts } from '#core/flagging/district-rule.ts';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import type { EarlierWave } from '#core/flagging/wave-figures.ts';
import { districts, populations, rule, wave, withFirst } from '#tests/support/flag-waves.ts';

// A small sample: from its second wave on the rolling year leads, and the wave's own test stands beside it.
const targetPerDistrict = 100;
const districtOfShare = (share: number) => withFirst({ share, n: 100 }).map((one) => ({ n: 100, ...one }));

/**
 * Waves in which the first district had these shares, each with the flags that it raised when it was the
 * newest.
 */
function wavesOf(...shares: number[]): EarlierWave[] {
  const earlier: EarlierWave[] = [];
  for (const [index, share] of shares.entries()) {
    const id = `${2024 + Math.floor(index / 2)}-${1 + (index % 2)}`;
    const now = wave(id, districtOfShare(share));
    const input = { wave: now, earlier: [...earlier], districts, targetPerDistrict, populations, rule };
    earlier.push({ ...now, flags: judgeDistricts(input).flags, rule });
  }
  return earlier;
}

/**
 * The level flags of the first district in the newest of these waves: the one that leads, and the one beside.
 */
function flagsAfter(...shares: number[]) {
  const flags = (wavesOf(...shares).at(-1)?.flags ?? []) as PublishedFlag[];
  const first = flags.filter(({ kind, district }) => kind === 'level' && district === 1);
  const told = (flag: PublishedFlag | undefined) =>
    flag && {
      basis: flag.basis,
      severity: flag.severity,
      status: flag.status,
      history: flag.history.map(({ waveId, severity }) => `${waveId} ${severity}`),
    };
  return { leading: told(first.find(({ leads }) => leads)), beside: told(first.find(({ leads }) => !leads)) };
}

describe('the history of a flag beside a leading rolling year', () => {
  it('begins with what the wave alone raised while there was no year', () => {
    expect(flagsAfter(0.6, 0.6).beside).toEqual({
      basis: 'wave',
      severity: 'alert',
      status: 'confirmed',
      history: ['2024-1 alert'],
    });
  });

  it('goes on with the waves alone, whatever their years said', () => {
    expect(flagsAfter(0.45, 0.45, 0.45)).toEqual({
      leading: {
        basis: 'rolling-year',
        severity: 'alert',
        status: 'confirmed',
        history: ['2024-2 alert', '2024-1 watch'],
      },
      beside: {
        basis: 'wave',
        severity: 'watch',
        status: 'persistent',
        history: ['2024-2 watch', '2024-1 watch'],
      },
    });
  });

  it('is not kept going by a year that an earlier wave keeps going', () => {
    const { leading, beside } = flagsAfter(0.7, 0.3, 0.6);
    expect(leading?.history).toEqual(['2024-2 alert', '2024-1 alert']);
    expect(beside?.history).toEqual(['2024-2 none', '2024-1 alert']);
    expect(beside?.status).toBe('confirmed');
  });

  it('recovers from a wave that was flagged alone, while the year still leads with an alert', () => {
    const { leading, beside } = flagsAfter(0.7, 0.3);
    expect(leading).toMatchObject({ severity: 'alert', history: ['2024-1 alert'] });
    expect(beside).toMatchObject({ severity: 'none', status: 'recovering', history: ['2024-1 alert'] });
  });
});
