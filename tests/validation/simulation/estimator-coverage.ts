import type { Random } from '#app/demonstration/seed/random.ts';
import { waveSample } from '#app/use-cases/analysis/wave-responses.server.ts';
import { estimateWave } from '#core/estimation/estimate-wave.ts';
import { waveDomains } from '#core/estimation/wave-sample.ts';
import { varianceMargins, weightWave } from '#core/weighting/weight-wave.ts';
import { answerWave, type Fieldwork } from './answered-wave.ts';
import { type AnsweringCity, type Question, questions } from './answering-city.ts';
import { type Estimand, type FigureKind, figureKinds, figuresOf, keyOf, truthsOf } from './judged-figures.ts';
import { type CoverageSummary, coverageSummary, type Miss } from './missed-truths.ts';

export interface EstimatorStudy extends Fieldwork {
  city: AnsweringCity;
  samples: number;
}

/** How the figures of one kind did, over all samples and districts. */
export interface EstimatorCoverage extends CoverageSummary {
  question: Question;
  kind: FigureKind;
}

export interface EstimatorResult {
  /** Figures by question and kind. */
  coverage: EstimatorCoverage[];
  samples: number;
  /**
   * Means over the samples: respondents of a district, responses among issued cases, design effect of
   * weighting.
   */
  respondents: number;
  responseRate: number;
  designEffect: number;
  /** Part of the waves whose weights were trimmed. */
  trimmed: number;
}

/**
 * How often the published intervals hold the truth when a wave is drawn, answered, weighted and estimated as
 * the product does it. The truth is the mean over all residents of the city, by the model that made them.
 */
export function estimatorCoverage(
  { city, samples, ...fieldwork }: EstimatorStudy,
  random: Random,
): EstimatorResult {
  const truths = truthsOf(city);
  const records = new Map<string, { of: Estimand; misses: Miss[] }>();
  let [respondents, designEffect, trimmed] = [0, 0, 0];
  for (let sample = 0; sample < samples; sample += 1) {
    const [earlier, newest] = (['earlier', 'newest'] as const).map((wave) => {
      const answered = answerWave(city, wave, fieldwork, random);
      const weighted = weightWave(answered.input);
      respondents += answered.respondents.length;
      designEffect += weighted.report.designEffect;
      trimmed += Number(varianceMargins(weighted).length === 0);
      return estimateWave(
        waveDomains(waveSample(answered, weighted)),
        questions.map((id) => ({ id, kind: 'share', values: answered.answers[id], gaps: ['women-men'] })),
      );
    });
    if (!earlier || !newest) continue;
    for (const { estimate, error, lower, upper, ...of } of figuresOf(city, earlier, newest)) {
      const key = keyOf(of);
      const truth = truths.get(key);
      if (truth === undefined) throw new Error(`estimatorCoverage has no truth of ${key}`);
      const record = records.get(key) ?? { of, misses: [] };
      records.set(key, record);
      record.misses.push({
        sample,
        off: estimate - truth,
        error,
        tooLow: upper < truth,
        tooHigh: lower > truth,
      });
    }
  }
  const waves = 2 * samples;
  const perDistrict = respondents / waves / city.districts.length;
  return {
    coverage: questions.flatMap((question) =>
      figureKinds.map((kind) => ({
        question,
        kind,
        ...coverageSummary(
          [...records.values()].flatMap(({ of, misses }) =>
            of.question === question && of.kind === kind ? [misses] : [],
          ),
        ),
      })),
    ),
    samples,
    respondents: perDistrict,
    responseRate: perDistrict / fieldwork.issued,
    designEffect: designEffect / waves,
    trimmed: trimmed / waves,
  };
}
