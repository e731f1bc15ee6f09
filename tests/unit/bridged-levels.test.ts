import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bridgedLevels } from '#core/analysis/bridged-levels.ts';
import type { PublishedWave } from '#core/fieldwork/published-wave.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import { exactEstimate, exactPublication } from '#tests/support/exact-publication.ts';

const base = exactPublication([]).wave;
const phone: PublishedWave['modes'] = [{ mode: 'phone', share: 1 }];
const target = { ...base, waveId: '2026-1', year: 2026, season: 'spring' as const };
const earlier = (changes: Partial<PublishedWave> = {}): PublishedWave => ({
  ...base,
  waveId: '2024-1',
  year: 2024,
  modes: phone,
  ...changes,
});
const sample = { modes: phone, questionnaireVersion: '1' };
const effect = {
  indicator: 'unsafe',
  difference: 0.04,
  standardError: 0.01,
  lower: 0.02,
  upper: 0.06,
  n: { to: 32_400, from: 2_000 },
};

function levels(wave: PublishedWave, estimate: Partial<PublishedEstimate> = {}, changes: object = {}) {
  return bridgedLevels({
    kind: 'share',
    figures: [{ wave, estimate: { ...exactEstimate('city', 0.25, 1500), ...estimate } }],
    wave: target,
    sample,
    effect,
    rule: { maximumModeShift: 0.1 },
    districts: 18,
    ...changes,
  });
}

describe('the levels that a mode effect bridges', () => {
  it('are the published ones moved by it, with the errors of both', () => {
    const [level] = levels(earlier(), { standardError: 0.02 });
    expect(level?.value).toBeCloseTo(0.29, 12);
    expect(level?.standardError).toBeCloseTo(Math.hypot(0.02, 0.01), 12);
    // qt(0.975, 1500 − 252) = 1.961867, half of which each way
    expect(level?.upper).toBeCloseTo(0.29 + 1.961867 * Math.hypot(0.02, 0.01), 6);
  });

  it('of an effect that is nothing, and surely so, are the published ones with their errors', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 0.1, noNaN: true }),
        (value, standardError) => {
          const none = { ...effect, difference: 0, standardError: 0, lower: 0, upper: 0 };
          const [level] = levels(earlier(), { value, standardError }, { effect: none });
          expect(level).toMatchObject({ value, standardError });
        },
      ),
    );
  });

  it('lie where the published ones did once the effect is taken back', () => {
    const [there] = levels(earlier());
    const opposite = { ...effect, difference: -effect.difference };
    const [back] = levels(earlier(), { value: there?.value ?? null }, { effect: opposite });
    expect(back?.value).toBeCloseTo(0.25, 12);
  });

  it('of a mean move on the scale of points', () => {
    const points = { ...effect, difference: 5, standardError: 1 };
    const [level] = levels(earlier(), { value: 97, standardError: 1 }, { kind: 'mean', effect: points });
    expect(level).toMatchObject({ value: 100, upper: 100 });
    expect(level?.lower).toBeCloseTo(102 - 1.961867 * Math.SQRT2, 5);
  });

  it('have an interval that is wider the fewer people stand behind it', () => {
    const width = (n: number) => {
      const [level] = levels(earlier(), { n, standardError: 0.02 });
      return (level?.upper ?? 0) - (level?.lower ?? 0);
    };
    expect(width(60)).toBeGreaterThan(width(1500));
  });
});

describe('a wave that no mode effect leads on', () => {
  const nothing: [string, ReturnType<typeof levels>][] = [
    ['is hidden', levels(earlier(), { value: null, standardError: null, n: null })],
    ['answered another questionnaire', levels(earlier({ questionnaireVersion: '2' }))],
    [
      'answered another questionnaire than the wave, and the sample with it',
      levels(
        earlier({ questionnaireVersion: '2' }),
        {},
        { sample: { ...sample, questionnaireVersion: '2' } },
      ),
    ],
    [
      'was computed by another method',
      levels(earlier({ methodVersion: '2.0' }), {}, { wave: { ...target, methodVersion: '1.0' } }),
    ],
    ['was asked as the wave is', levels(earlier({ modes: target.modes }))],
    ['was asked in a third mode', levels(earlier({ modes: [{ mode: 'paper', share: 1 }] }))],
    ['is the wave itself', levels(earlier({ waveId: '2026-1' }))],
    ['comes after it', levels(earlier({ waveId: '2026-2' }))],
  ];
  it.each(nothing)('%s', (_, found) => {
    expect(found).toEqual([]);
  });
});
