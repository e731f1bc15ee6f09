import { describe, expect, it } from 'vitest';
import { effectOf } from '#core/effect/effect-of.ts';
import { effectInput, effectWave, eighteenDistricts } from '#tests/support/effect-waves.ts';

describe('a change of one wave against one', () => {
  it('is the published one, which was rounded once, and not the difference of two rounded figures', () => {
    const waves = ['2024-2', '2025-1', '2025-2', '2026-2'].map((waveId) =>
      effectWave(waveId, eighteenDistricts({ 5: waveId === '2026-2' ? 0.32 : 0.4 })),
    );
    const after = waves.at(-1);
    const figure = after?.figures.get('D05');
    if (!after || !figure) throw new Error('the wave has a figure of D05');
    const change = { against: '2025-2', difference: -0.079 };
    const figures = new Map([...after.figures, ['D05', { ...figure, change }]]);
    const { estimate } = effectOf(effectInput([...waves.slice(0, -1), { ...after, figures }]));
    expect(estimate?.own.change).toBeCloseTo(-0.079, 10);
    expect(estimate?.size).toBeCloseTo(-0.079 - (estimate?.comparison.change ?? 0), 10);
    const other = new Map([
      ...after.figures,
      ['D05', { ...figure, change: { ...change, against: '2024-2' } }],
    ]);
    const unmatched = effectOf(effectInput([...waves.slice(0, -1), { ...after, figures: other }]));
    expect(unmatched.estimate?.own.change).toBeCloseTo(-0.08, 10);
  });
});
