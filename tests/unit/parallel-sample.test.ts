import { describe, expect, it } from 'vitest';
import { type Random, seededRandom } from '#app/demonstration/seed/random.ts';
import { exactParallelSample } from '#core/analysis/exact-parallel-sample.ts';
import { estimateParallelSample, whyNoModeEffect } from '#core/analysis/parallel-figures.ts';
import { modeEffects } from '#core/estimation/mode-effect.ts';
import type { IndicatorDefinition } from '#core/questionnaire/definition.ts';
import { ageBands, sexes, stratumKey } from '#core/sampling/stratum.ts';
import { weightWave } from '#core/weighting/weight-wave.ts';
import { unsafeIndicator } from '#tests/support/exact-publication.ts';

const indicator: IndicatorDefinition = {
  ...unsafeIndicator,
  variables: ['q07'],
  valueOf: ({ q07 }) => (typeof q07 === 'number' ? q07 : Number.NaN),
};

const strata = [1, 2].flatMap((district) =>
  ageBands.flatMap((ageBand) =>
    sexes.map((sex) => ({ key: stratumKey(district, ageBand, sex), district, population: 500 * district })),
  ),
);

/** A weighted sample of every stratum, whose people feel unsafe with the probability given. */
function sampled(unsafe: number, mode: 'web' | 'phone', random: Random, perStratum = 8) {
  const respondents = strata.flatMap(({ key: stratum, district }) =>
    Array.from({ length: perStratum }, () => ({
      stratum,
      district,
      mode,
      answers: { q07: random.chance(unsafe) ? 1 : 0 },
    })),
  );
  const weighted = weightWave({
    strata: strata.map(({ key, population }) => ({ key, population, released: perStratum })),
    outcomes: null,
    respondents: respondents.map(({ stratum }) => ({ stratum, education: null })),
    educationMargin: null,
  });
  return estimateParallelSample({
    responses: respondents,
    sample: {
      strata,
      stratum: respondents.map(({ stratum }) => stratum),
      district: Int32Array.from(respondents, ({ district }) => district),
      nonresponse: weighted.nonresponse,
      final: weighted.final,
      margins: weighted.margins,
    },
    indicators: [indicator],
    variables: [],
  });
}

describe('a parallel sample', () => {
  it('is estimated for the city only, with its modes and its size', () => {
    const figures = sampled(0.3, 'phone', seededRandom('one'));
    expect(figures).toMatchObject({ modes: [{ mode: 'phone', share: 1 }], respondents: strata.length * 8 });
    expect(figures.estimates.map(({ domain }) => domain)).toEqual(['city']);
  });

  it('gives back a planted mode effect, with intervals that cover it 95 times in 100', () => {
    const planted = 0.06;
    const runs = 400;
    const effects = Array.from({ length: runs }, (_, run) => {
      const random = seededRandom(`planted ${run}`);
      const [web, phone] = [sampled(0.3 + planted, 'web', random), sampled(0.3, 'phone', random)];
      const [effect] = modeEffects(web.estimates, phone.estimates);
      if (!effect) throw new Error('both samples asked');
      return effect;
    });
    const mean = effects.reduce((sum, { difference }) => sum + difference, 0) / runs;
    const error = Math.hypot(...effects.map(({ standardError }) => standardError)) / runs;
    expect(Math.abs(mean - planted)).toBeLessThan(3 * error);
    const covered = effects.filter(({ lower, upper }) => lower <= planted && planted <= upper).length;
    // 95 % of 400 runs, give or take three standard errors.
    expect(covered / runs).toBeGreaterThan(0.95 - 0.033);
    expect(covered / runs).toBeLessThan(0.95 + 0.033);
  });

  it('has no effect on what its wave estimates just so', () => {
    const figures = sampled(0.3, 'phone', seededRandom('same'));
    const about = {
      study: { name: 'CATI', fileSha256: 'a'.repeat(64), mappingSha256: 'b'.repeat(64) },
      fieldworkFrom: '2026-04-01',
      fieldworkTo: '2026-04-30',
      questionnaireVersion: '1',
      designEffect: 1,
      converged: true,
      warnings: [],
      run: { run: 1, inputSha256: 'c'.repeat(64), outputSha256: 'd'.repeat(64) },
    };
    const draft = exactParallelSample({ about, figures }, figures.estimates, []);
    expect(draft.effects).toMatchObject([{ indicator: 'unsafe', difference: 0 }]);
    expect(draft.effects[0]?.n).toEqual({ to: figures.respondents, from: figures.respondents });
  });
});

describe('what lies between a sample and its wave', () => {
  const phone = { modes: [{ mode: 'phone' as const, share: 1 }], questionnaireVersion: 'krakow-1' };
  const web = {
    modes: [
      { mode: 'web' as const, share: 0.7 },
      { mode: 'phone' as const, share: 0.3 },
    ],
    questionnaireVersion: 'krakow-1.2',
    methodVersion: '1.0',
  };
  const rule = { maximumModeShift: 0.1 };

  it('is a mode effect when only the mode moved', () => {
    expect(whyNoModeEffect(phone, web, rule)).toBeNull();
  });

  it('is none when the mode is the same', () => {
    expect(whyNoModeEffect(web, web, rule)).toEqual({ reason: 'same-mode' });
  });

  it('is not the mode’s alone when the questionnaire or the method moved too', () => {
    const other = { ...phone, questionnaireVersion: 'krakow-2' };
    expect(whyNoModeEffect(other, web, rule)).toMatchObject({ reason: 'not-only-mode' });
    const older = { ...phone, methodVersion: '2.0' };
    expect(whyNoModeEffect(older, web, rule)).toMatchObject({ reason: 'not-only-mode' });
  });
});
