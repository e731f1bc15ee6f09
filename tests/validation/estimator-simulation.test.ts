import { describe, expect, it } from 'vitest';
import { seededRandom } from '#app/demonstration/seed/random.ts';
import { answerWave } from './simulation/answered-wave.ts';
import { answeringCity, trueShare } from './simulation/answering-city.ts';
import { type EstimatorCoverage, estimatorCoverage } from './simulation/estimator-coverage.ts';
import { smallWaveWeights } from './simulation/small-wave-weights.ts';

/** The short form of `npm run simulate -- estimator`: a smaller city, fewer samples. */
const city = answeringCity(6);
const fieldwork = { issued: 800, samples: 120 };
const chance = 3.5;

const knownToRaking = estimatorCoverage(
  { city, ...fieldwork, unsafeRespondMore: 1 },
  seededRandom('estimator'),
);

const figure = (
  { coverage }: { coverage: readonly EstimatorCoverage[] },
  kind: EstimatorCoverage['kind'],
): EstimatorCoverage => {
  const found = coverage.find((own) => own.question === 'unsafe' && own.kind === kind);
  if (!found) throw new Error(`no coverage of ${kind}`);
  return found;
};

describe('the weighted estimator, when responding goes with age, sex, district and education', () => {
  it('is judged on respondents who, unweighted, feel safer than the city does', () => {
    const { answers, respondents } = answerWave(
      city,
      'newest',
      { issued: 3_200, unsafeRespondMore: 1 },
      seededRandom('unweighted'),
    );
    const unweighted = answers.unsafe.reduce((sum, value) => sum + value, 0) / respondents.length;
    expect(unweighted).toBeLessThan(trueShare(city, 'unsafe', 'newest', () => true) - 0.01);
    expect(knownToRaking.responseRate).toBeLessThan(0.45);
    expect(knownToRaking.designEffect).toBeGreaterThan(1.1);
  });

  it.each(knownToRaking.coverage.map((own) => ({ ...own, name: `${own.kind} (${own.question})` })))(
    'covers the truth of all residents with 93 to 97 of 100 intervals: $name',
    ({ covered, standardError }) => {
      const miss = Math.max(0, 0.93 - covered, covered - 0.97);
      expect(miss / standardError).toBeLessThan(chance);
    },
  );

  it.each(knownToRaking.coverage.map((own) => ({ ...own, name: `${own.kind} (${own.question})` })))(
    'has little bias beside its error, and tells that error truly: $name',
    ({ biasInErrors, toldOverTrue }) => {
      expect(biasInErrors).toBeLessThan(0.3);
      // The deviation of 120 estimates is itself known to 6.5 %.
      expect(Math.abs(toldOverTrue - 1)).toBeLessThan(0.065 * chance);
    },
  );
});

describe('the weights of small waves', () => {
  const small = smallWaveWeights({ city, issued: 90, waves: 20 }, seededRandom('small waves'));

  it('often cannot be trimmed in cycles, and no set is used with more outside the bounds than before', () => {
    expect(small.unsettled).toBeGreaterThan(5);
    expect(small.worse.now).toBe(0);
    expect(small.mean.now).toBeLessThan(small.mean.raked);
    const { everywhere, widened, untrimmed } = small.bounded;
    expect(everywhere + widened + untrimmed).toBe(small.unsettled);
    expect(untrimmed).toBeLessThan(small.unsettled / 3);
  });
});

describe('when those who feel unsafe respond more than their age, sex and education say', () => {
  const hidden = estimatorCoverage(
    { city, issued: 3_200, samples: 30, unsafeRespondMore: 1.15 },
    seededRandom('hidden'),
  );

  it('shares are wrong and their intervals do not show it: nothing promises that', () => {
    expect(figure(hidden, 'share in the city').bias).toBeGreaterThan(0.02);
    expect(figure(hidden, 'share in the city').covered).toBeLessThan(0.5);
  });

  it('comparisons of districts and of waves still hold', () => {
    for (const kind of ['district against the rest of the city', 'change of a district'] as const) {
      const { covered, standardError } = figure(hidden, kind);
      expect(Math.max(0, 0.93 - covered) / standardError).toBeLessThan(chance);
    }
  });
});
