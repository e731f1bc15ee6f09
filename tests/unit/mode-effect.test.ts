import { describe, expect, it } from 'vitest';
import type { Estimate } from '#core/estimation/estimate.ts';
import { bridgedEstimate, modeEffects } from '#core/estimation/mode-effect.ts';

function estimate(value: number, standardError: number, changes: Partial<Estimate> = {}): Estimate {
  return {
    indicator: 'unsafe',
    domain: 'city',
    value,
    standardError,
    degreesOfFreedom: 1000,
    lower: value - 2 * standardError,
    upper: value + 2 * standardError,
    n: 1000,
    intervalMethod: 'student',
    rarerCount: null,
    effectiveN: 1000,
    designEffect: 1,
    baseShare: 1,
    kishN: 1000,
    binomialN: null,
    kornGraubardWidth: null,
    ...changes,
  };
}

describe('the mode effect of a parallel wave', () => {
  it('is the difference of the two estimates with the error of independent samples', () => {
    const [effect] = modeEffects([estimate(0.34, 0.03)], [estimate(0.3, 0.04, { n: 600 })]);
    expect(effect?.difference).toBeCloseTo(0.04, 12);
    expect(effect?.standardError).toBeCloseTo(0.05, 12);
    expect(effect?.degreesOfFreedom).toBe(2000);
    // qt(0.975, 2000) = 1.961151
    expect(effect?.lower).toBeCloseTo(0.04 - 1.961151 * 0.05, 6);
    expect(effect?.n).toEqual({ to: 1000, from: 600 });
  });

  it('turns its sign with the direction of the series, and is zero of a sample with itself', () => {
    const [web, phone] = [[estimate(0.34, 0.03)], [estimate(0.3, 0.04)]];
    const [there, back] = [modeEffects(web, phone)[0], modeEffects(phone, web)[0]];
    expect(there?.difference).toBeCloseTo(-(back?.difference ?? 0), 12);
    expect(there?.standardError).toBe(back?.standardError);
    expect(modeEffects(web, web)[0]?.difference).toBe(0);
  });

  it('is of nothing that only one of the samples asked', () => {
    expect(modeEffects([estimate(0.3, 0.01)], [estimate(0.3, 0.01, { indicator: 'other' })])).toEqual([]);
  });
});

describe('a bridged level', () => {
  const [effect] = modeEffects([estimate(0.34, 0.03)], [estimate(0.3, 0.04)]);

  it('moves by the effect and is never surer than the effect or the estimate', () => {
    if (!effect) throw new Error('there is an effect');
    const level = bridgedEstimate(estimate(0.25, 0.012), effect, 1);
    expect(level.value).toBeCloseTo(0.29, 12);
    expect(level.standardError).toBeCloseTo(Math.hypot(0.012, 0.05), 12);
    expect(level.upper - level.lower).toBeGreaterThan(effect.upper - effect.lower);
  });

  it('has the interval of the fewer degrees of freedom, of the estimate or of the effect', () => {
    if (!effect) throw new Error('there is an effect');
    // qt(0.975, 10) = 2.228139
    const few = bridgedEstimate(estimate(0.4, 0.012, { degreesOfFreedom: 10 }), effect, 1);
    expect(few.upper - few.value).toBeCloseTo(2.228139 * few.standardError, 6);
    const other = bridgedEstimate(estimate(0.4, 0.012), { ...effect, degreesOfFreedom: 10 }, 1);
    expect(other.upper - other.value).toBeCloseTo(2.228139 * other.standardError, 6);
  });

  it('stays a share', () => {
    if (!effect) throw new Error('there is an effect');
    expect(bridgedEstimate(estimate(0.99, 0.01), effect, 1)).toMatchObject({ value: 1, upper: 1 });
    expect(bridgedEstimate(estimate(0.01, 0.001), effect, 1).lower).toBe(0);
  });
});
