import type { EffectInput } from '#core/effect/effect-of.ts';
import type { EffectWave } from '#core/effect/effect-waves.ts';
import { districtFigures } from '#core/effect/measured-figure.ts';
import { seasonOfWave } from '#core/fieldwork/wave-id.ts';
import { districtKey } from '#core/sampling/stratum.ts';

/** The indicator of the waves below. */
export const unsafe = { id: 'unsafe', kind: 'share', direction: 'high-is-bad' } as const;

const designEffect = 1.3;

/** Eighteen districts at 30 %, with the shares of some of them in their place. */
export function eighteenDistricts(others: Readonly<Record<number, number>> = {}, shift = 0): number[] {
  return Array.from({ length: 18 }, (_, index) => (others[index + 1] ?? 0.3) + shift);
}

/** A wave in which each district in turn has such a share, from n respondents each. */
export function effectWave(
  waveId: string,
  shares: readonly (number | null)[],
  { n = 1800, ...conditions }: Partial<EffectWave> & { n?: number } = {},
): EffectWave {
  const when = seasonOfWave(waveId);
  if (!when) throw new Error(`\`effectWave\` requires a wave's id, not ${waveId}`);
  const months = when.season === 'spring' ? ['03', '05'] : ['09', '11'];
  const published = shares.map((value, index) => ({
    indicator: unsafe.id,
    domain: districtKey(index + 1),
    value,
    standardError: value === null ? null : Math.sqrt((designEffect * value * (1 - value)) / n),
    n: value === null ? null : n,
    designEffect: value === null ? null : designEffect,
  }));
  return {
    waveId,
    ...when,
    fieldworkFrom: `${when.year}-${months[0]}-01`,
    fieldworkTo: `${when.year}-${months[1]}-31`,
    modes: [{ mode: 'web', share: 1 }],
    questionnaireVersion: 'krakow-1',
    methodVersion: '2.0',
    figures: districtFigures(published, unsafe),
    ...conditions,
  };
}

/**
 * Decided after the spring of 2025, begun on 1 January 2026, in D05 against D01 to D04: the autumn of 2025
 * was asked between the two.
 */
export function effectInput(waves: readonly EffectWave[], changes: Partial<EffectInput> = {}): EffectInput {
  return {
    indicator: unsafe,
    units: 'districts',
    waves,
    unit: 'D05',
    comparison: ['D01', 'D02', 'D03', 'D04'].map((unit) => ({ unit, interventionFrom: null })),
    startsOn: '2026-01-01',
    knownWave: '2025-1',
    flaggedWaves: ['2025-1'],
    rule: { maximumModeShift: 0.1 },
    ...changes,
  };
}
