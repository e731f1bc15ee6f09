import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EffectInput, effectOf } from '#core/effect/effect-of.ts';
import { differenceInDifferences, periodOf } from '#core/effect/period.ts';
import { moverInterval } from '#core/estimation/intervals/mover.ts';
import { effectInput, effectWave, eighteenDistricts } from '#tests/support/effect-waves.ts';
import { simpleShare, sumOfShares } from '#tests/support/shares.ts';

const at = (share: number, shift = 0) => eighteenDistricts({ 5: share }, shift);

/** D05 at 40 %, flagged in the spring of 2025; after the start at the share that is asked for. */
const unseen = (after: number, shift = 0) => [
  effectWave('2024-2', at(0.4)),
  effectWave('2025-1', at(0.42)),
  effectWave('2025-2', at(0.4)),
  effectWave('2026-2', at(after, shift)),
];

const anyShare = fc.double({ min: 0.05, max: 0.95, noNaN: true });
const districts = fc.array(anyShare, { minLength: 5, maxLength: 5 });
const compared = { unit: 'D05', comparison: ['D01', 'D02', 'D03', 'D04'] };

describe('the difference in differences', () => {
  it('does not know of a shift that all districts share', () => {
    fc.assert(
      fc.property(
        districts,
        districts,
        fc.double({ min: -0.04, max: 0.04, noNaN: true }),
        (then, now, shift) => {
          const sizeOf = (shares: number[]) =>
            differenceInDifferences(
              periodOf([effectWave('2025-2', then)]),
              periodOf([effectWave('2026-2', shares)]),
              compared,
            ).value;
          expect(sizeOf(now.map((share) => share + shift))).toBeCloseTo(sizeOf(now), 10);
        },
      ),
    );
  });

  it('turns, with its interval, when before and after change places', () => {
    fc.assert(
      fc.property(districts, districts, (then, now) => {
        const [a, b] = [periodOf([effectWave('2025-2', then)]), periodOf([effectWave('2026-2', now)])];
        const [there, back] = [
          differenceInDifferences(a, b, compared),
          differenceInDifferences(b, a, compared),
        ];
        expect(there.value).toBeCloseTo(-back.value, 12);
        expect(there.lower).toBeCloseTo(-back.upper, 12);
        expect(there.upper).toBeCloseTo(-back.lower, 12);
      }),
    );
  });

  it('of one district against one, a wave each, has the interval of a sum of four shares', () => {
    const wave = (waveId: string, shares: number[]) => periodOf([effectWave(waveId, shares)]);
    const { value, lower, upper } = differenceInDifferences(
      wave('2025-2', [0.3, 0.4]),
      wave('2026-2', [0.33, 0.37]),
      { unit: 'D02', comparison: ['D01'] },
    );
    // 1,800 over the design effect of 1.3, less Student's correction of 1,786 degrees of freedom.
    const size = (1800 / 1.3) * (1.959964 / 1.961308) ** 2;
    const mover = moverInterval(
      sumOfShares(
        simpleShare(1, 0.37, size),
        simpleShare(-1, 0.33, size),
        simpleShare(-1, 0.4, size),
        simpleShare(1, 0.3, size),
      ),
    );
    expect(value).toBeCloseTo(-0.06, 12);
    expect(lower).toBeCloseTo(mover.lower, 6);
    expect(upper).toBeCloseTo(mover.upper, 6);
  });

  it('against the mean of four is worked by hand', () => {
    const { value, lower, upper } = differenceInDifferences(
      periodOf([effectWave('2025-2', at(0.4))]),
      periodOf([effectWave('2026-2', at(0.34))]),
      compared,
    );
    // Wilson's limits at 1,382.718: of 0.40 (0.374472, 0.426082), of 0.34 (0.315487, 0.365399), of 0.30
    // (0.276436, 0.324671). Mean of four at 0.30: 0.30 − 0.023564/2 = 0.288218 and 0.30 + 0.024671/2 =
    // 0.312335. Lower: √(0.024513² + 0.012335² + 0.026082² + 0.011782²) = 0.039657; upper: √(0.025399² +
    // 0.011782² + 0.025528² + 0.012335²) = 0.039848.
    expect(value).toBeCloseTo(-0.06, 12);
    expect(value - lower).toBeCloseTo(0.03966, 4);
    expect(upper - value).toBeCloseTo(0.03985, 4);
  });
});

describe('the verdict', () => {
  const told = (input: EffectInput) => {
    const { verdict, reasons } = effectOf(input);
    return { verdict, reasons };
  };

  it('is that it helped where the interval lies below 0, and worse where it lies above', () => {
    expect(told(effectInput(unseen(0.32)))).toEqual({ verdict: 'helped', reasons: [] });
    expect(told(effectInput(unseen(0.48)))).toEqual({ verdict: 'worse', reasons: [] });
    expect(told(effectInput(unseen(0.38)))).toEqual({
      verdict: 'cannot-tell',
      reasons: ['interval-holds-zero'],
    });
  });

  it('does not take a better year of the whole city for an effect', () => {
    expect(effectOf(effectInput(unseen(0.4, -0.08))).estimate?.size).toBeCloseTo(0, 10);
    expect(told(effectInput(unseen(0.4, -0.08))).verdict).toBe('cannot-tell');
  });

  it('turns with the direction of the indicator', () => {
    const indicator = { id: 'unsafe', direction: 'high-is-good' } as const;
    expect(told(effectInput(unseen(0.32), { indicator })).verdict).toBe('worse');
    expect(told(effectInput(unseen(0.48), { indicator })).verdict).toBe('helped');
    expect(told(effectInput(unseen(0.32), { indicator: { ...indicator, direction: 'neutral' } }))).toEqual({
      verdict: 'not-comparable',
      reasons: ['no-direction'],
    });
  });

  it('waits for a wave after, of which the fieldwork began when all was there', () => {
    const waves = unseen(0.32);
    expect(told(effectInput(waves.slice(0, 3)))).toEqual({
      verdict: 'too-early',
      reasons: ['no-wave-after'],
    });
    expect(told(effectInput(waves, { inPlaceOn: '2026-10-01' })).verdict).toBe('too-early');
    expect(told(effectInput(waves, { inPlaceOn: '2026-09-01' })).verdict).toBe('helped');
  });

  it('is refused when the comparison was chosen with a result after the start known', () => {
    expect(told(effectInput(unseen(0.32), { knownWave: '2026-2' }))).toEqual({
      verdict: 'not-comparable',
      reasons: ['chosen-after-result'],
    });
  });

  it('cannot be told where nothing of the same season came before', () => {
    const waves = [effectWave('2025-1', at(0.4)), effectWave('2026-2', at(0.3))];
    expect(told(effectInput(waves))).toEqual({ verdict: 'cannot-tell', reasons: ['no-same-season'] });
    expect(told(effectInput(waves.slice(1)))).toEqual({
      verdict: 'cannot-tell',
      reasons: ['no-wave-before'],
    });
  });

  it.each([
    ['another method', { methodVersion: '3.0' }],
    ['another questionnaire', { questionnaireVersion: 'krakow-2' }],
    ['another mode', { modes: [{ mode: 'phone' as const, share: 1 }] }],
    ['another scale', { otherScales: ['unsafe'] }],
  ])('cannot be told across %s', (_, conditions) => {
    const waves = [...unseen(0.32).slice(0, 3), effectWave('2026-2', at(0.32), conditions)];
    expect(told(effectInput(waves))).toEqual({ verdict: 'cannot-tell', reasons: ['series-break'] });
  });

  it('cannot be told where a figure of the district is hidden in every wave after', () => {
    const hidden = effectWave('2026-2', [0.3, 0.3, 0.3, 0.3, null]);
    expect(told(effectInput([...unseen(0.3).slice(0, 3), hidden]))).toEqual({
      verdict: 'cannot-tell',
      reasons: ['hidden-figure'],
    });
  });

  it('leaves out what had an intervention of its own, and says which', () => {
    const own = { unit: 'D01', interventionFrom: '2026-03-01' };
    const [, ...others] = effectInput([]).comparison;
    const effect = effectOf(effectInput(unseen(0.32), { comparison: [own, ...others] }));
    expect(effect.leftOut).toEqual([{ unit: 'D01', because: 'own-intervention' }]);
    expect(effect.estimate?.comparedWith).toEqual(['D02', 'D03', 'D04']);
    expect(told(effectInput(unseen(0.32), { comparison: [own] }))).toEqual({
      verdict: 'not-comparable',
      reasons: ['no-comparison'],
    });
    const later = { unit: 'D01', interventionFrom: '2027-03-01' };
    expect(effectOf(effectInput(unseen(0.32), { comparison: [later] })).leftOut).toEqual([]);
  });

  it('is not that it helped where the district was getting better before anything was done', () => {
    const waves = [
      effectWave('2024-2', at(0.5)),
      effectWave('2025-1', at(0.46)),
      effectWave('2025-2', at(0.4)),
      effectWave('2026-2', at(0.32)),
    ];
    const effect = effectOf(effectInput(waves));
    expect(effect.preTrend).toMatchObject({ from: ['2024-2'], to: ['2025-2'] });
    expect(effect.preTrend?.size).toBeCloseTo(-0.1, 10);
    expect(effect).toMatchObject({ verdict: 'cannot-tell', reasons: ['moved-before'] });
  });
});

describe('the waves behind a verdict', () => {
  it('are of the same season, and unseen where there are such', () => {
    const { estimate, preTrend } = effectOf(effectInput(unseen(0.32)));
    expect(estimate).toMatchObject({
      baseline: 'unseen',
      waves: { before: ['2025-2'], after: ['2026-2'] },
      isFinal: false,
      own: { nBefore: 1800, nAfter: 1800 },
      comparison: { nBefore: 7200, nAfter: 7200 },
    });
    expect(estimate?.own.before).toBeCloseTo(0.4, 10);
    expect(estimate?.comparison.after).toBeCloseTo(0.3, 10);
    expect(preTrend).toMatchObject({ from: ['2024-2'], to: ['2025-2'] });
  });

  it('are two looks at most: a season each, of one year', () => {
    const waves = [
      ...unseen(0.32),
      effectWave('2026-1', at(0.32)),
      effectWave('2027-1', at(0.5)),
      effectWave('2027-2', at(0.5)),
    ];
    const { estimate } = effectOf(effectInput(waves));
    expect(estimate?.waves).toEqual({ before: ['2025-2'], after: ['2026-2'] });
    expect(estimate?.isFinal).toBe(true);
    const known = effectOf(effectInput(waves, { knownWave: '2025-2' })).estimate;
    expect(known?.waves).toEqual({ before: ['2024-2', '2025-1', '2025-2'], after: ['2026-1', '2026-2'] });
  });

  it('do not change with the order in which they are given, nor with that of the comparison', () => {
    const input = effectInput(unseen(0.32), { knownWave: '2025-2' });
    const turned = effectOf({
      ...input,
      waves: input.waves.toReversed(),
      comparison: input.comparison.toReversed(),
    });
    expect(turned.estimate?.size).toBeCloseTo(effectOf(input).estimate?.size ?? Number.NaN, 12);
    expect(turned.estimate?.waves).toEqual(effectOf(input).estimate?.waves);
  });
});

describe('a baseline that was known', () => {
  const known = (after: number, changes: Partial<EffectInput> = {}) =>
    effectOf(effectInput(unseen(after), { knownWave: '2025-2', ...changes }));

  it('is told as such, and its interval holds every reading', () => {
    const { estimate } = known(0.32);
    const { estimate: plain } = effectOf(effectInput(unseen(0.32)));
    expect(estimate?.baseline).toBe('seen');
    // Flagged at 42 %, above its other waves: as if none of it were chance, the fall is the largest.
    expect(estimate?.lower).toBeLessThan(plain?.lower ?? 0);
    // One district that stands alone is moved towards the others, and what it fell by is told smaller.
    expect(estimate?.size).toBeGreaterThan(-0.087);
    expect(estimate?.upper).toBeGreaterThan(estimate?.size ?? 0);
    expect(known(0.3).verdict).toBe('helped');
    expect(known(0.37).verdict).toBe('cannot-tell');
  });

  it('of a district that was flagged by chance is its usual level', () => {
    const waves = ['2024-1', '2024-2', '2025-2']
      .map((waveId) => effectWave(waveId, at(0.3)))
      .concat(effectWave('2025-1', at(0.38)), effectWave('2026-1', at(0.31)));
    const { estimate, verdict } = effectOf(effectInput(waves, { knownWave: '2025-2' }));
    expect(Math.abs(estimate?.size ?? 1)).toBeLessThan(0.02);
    expect(verdict).toBe('cannot-tell');
  });

  it('never decides of places, whose figures are known only while they are flagged', () => {
    expect(known(0.2, { units: 'places' })).toMatchObject({
      verdict: 'cannot-tell',
      reasons: ['seen-baseline'],
    });
  });
});

describe('the smallest effect that a design could have shown', () => {
  it('is 2.80 standard errors of an unseen baseline, and shrinks with a second season', () => {
    const one = effectOf(effectInput(unseen(0.38))).estimate;
    const error = Math.sqrt(((1.3 * 0.21) / 1800) * (0.24 / 0.21 + 0.2356 / 0.21 + 2 / 4));
    expect((one?.smallestEffect ?? 0) / error).toBeCloseTo(2.8, 1);
    const year = [effectWave('2025-1', at(0.4)), effectWave('2026-1', at(0.38)), ...unseen(0.38).slice(2)];
    const two = effectOf(effectInput(year, { knownWave: null, flaggedWaves: [] })).estimate;
    expect(two?.smallestEffect).toBeCloseTo((one?.smallestEffect ?? 0) / Math.SQRT2, 3);
  });
});
