import { describe, expect, it } from 'vitest';
import { seededRandom } from '#app/demonstration/seed/random.ts';
import { answeringCity } from './simulation/answering-city.ts';
import { effectPipeline } from './simulation/effect-pipeline.ts';
import { type EffectRates, type EffectStudy, effectRates } from './simulation/effect-rates.ts';

/** The short form of `npm run simulate -- effects`: fewer cases, bounds as wide as their chance needs. */
const cases = 80;
const chance = 3.5;

const study = (changes: Partial<EffectStudy>): EffectRates[] => {
  const own: EffectStudy = {
    sample: { n: 1800, designEffect: 1.3 },
    spread: 0.03,
    chosenBy: 'flag',
    shift: 0.04,
    between: [2, 0],
    effects: [0, 0.08],
    cases,
    ...changes,
  };
  return effectRates(own, seededRandom(`effect ${JSON.stringify(own)}`));
};

const deviation = (rate: number): number => Math.sqrt((rate * (1 - rate)) / cases);

const large = study({});
const small = study({
  sample: { n: 100, designEffect: 1.58 },
  spread: 0.06,
  between: [2],
  effects: [0, 0.2],
});

describe('the effect of what was done in a flagged district, while the whole city gets worse', () => {
  it.each([...large, ...small].map((rates) => ({ ...rates, respondents: rates.sample.n })))(
    'is held by its interval: $respondents respondents, true effect $effect, $baseline baseline',
    ({ covered, bias, reach, baseline }) => {
      expect(covered).toBeGreaterThan(0.94 - chance * deviation(0.94));
      // Of an unseen baseline nothing is left of what the flag selected.
      if (baseline === 'unseen') {
        expect(Math.abs(bias)).toBeLessThan((chance * reach) / 1.96 / Math.sqrt(cases));
      }
    },
  );

  it.each([...large, ...small].filter(({ effect }) => effect === 0))(
    'is not called help where nothing helped: $baseline baseline',
    ({ helped }) => {
      expect(helped).toBeLessThanOrEqual(0.05 + chance * deviation(0.05));
    },
  );

  it('is found nearly always when it is 8 points and 1,800 people of a district are asked', () => {
    for (const { helped, effect } of large) if (effect > 0) expect(helped).toBeGreaterThan(0.9);
  });

  it('would be overstated by the plain change since the flag, which is why that is not told', () => {
    for (const { plainBias, reach } of small) {
      expect(plainBias).toBeLessThan((-2 * reach) / 1.96 / Math.sqrt(cases));
    }
  });
});

describe('the effect from waves that were drawn, answered and weighted', () => {
  it('is held by its interval, whatever responding goes with', () => {
    const pipeline = effectPipeline(
      { city: answeringCity(6), issued: 275, unsafeRespondMore: 1, samples: 40 },
      seededRandom('effect pipeline'),
    );
    const miss = Math.max(0, 0.94 - pipeline.covered, pipeline.covered - 0.97);
    expect(miss / pipeline.standardError).toBeLessThan(chance);
    expect(pipeline.biasInErrors).toBeLessThan(0.5);
  });
});
