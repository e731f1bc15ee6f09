import type { Random } from '#app/demonstration/seed/random.ts';
import { waveSample } from '#app/use-cases/analysis/wave-responses.server.ts';
import { exactFigure } from '#core/analysis/exact-figure.ts';
import { roundEstimate } from '#core/disclosure/rounding.ts';
import { effectOf } from '#core/effect/effect-of.ts';
import type { EffectWave } from '#core/effect/effect-waves.ts';
import { districtFigures } from '#core/effect/measured-figure.ts';
import { estimateWave } from '#core/estimation/estimate-wave.ts';
import { waveDomains } from '#core/estimation/wave-sample.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import { weightWave } from '#core/weighting/weight-wave.ts';
import { answerWave, type Fieldwork } from './answered-wave.ts';
import { type AnsweringCity, trueShare, type Wave } from './answering-city.ts';
import { aim, rule } from './effect-city.ts';
import { type CoverageSummary, coverageSummary, type Miss } from './missed-truths.ts';

/** How effects of waves did that were drawn, answered, weighted and estimated as the product does it. */
export interface EffectPipeline extends CoverageSummary {
  samples: number;
  districts: number;
}

const compared = 4;

/**
 * The effect in every district against the next four, from a wave before to one after. In the newer wave all
 * of the city feels less safe, and the first district much less: the truth is that of all residents.
 */
export function effectPipeline(
  { city, samples, ...fieldwork }: Fieldwork & { city: AnsweringCity; samples: number },
  random: Random,
): EffectPipeline {
  const names = city.districts.map(districtKey);
  const others = (index: number) =>
    Array.from({ length: compared }, (_, step) => names[(index + 1 + step) % names.length] as string);
  const changes = new Map(
    city.districts.map((district) => {
      const share = (wave: Wave) =>
        trueShare(city, 'unsafe', wave, (stratum) => stratum.district === district);
      return [districtKey(district), share('newest') - share('earlier')];
    }),
  );
  const changeOf = (name: string) => changes.get(name) ?? Number.NaN;
  const misses: Miss[][] = names.map(() => []);
  for (let sample = 0; sample < samples; sample += 1) {
    const waves = [
      published('2025-1', city, 'earlier', fieldwork, random),
      published('2026-1', city, 'newest', fieldwork, random),
    ];
    names.forEach((unit, index) => {
      const comparison = others(index);
      const truth = changeOf(unit) - comparison.reduce((sum, other) => sum + changeOf(other), 0) / compared;
      const { estimate } = effectOf({
        indicator: aim,
        units: 'districts',
        waves,
        unit,
        comparison: comparison.map((other) => ({ unit: other, interventionFrom: null })),
        startsOn: '2026-01-01',
        knownWave: null,
        flaggedWaves: [],
        rule,
      });
      if (!estimate) throw new Error(`effectPipeline requires an effect in ${unit}`);
      misses[index]?.push({
        sample,
        off: estimate.size - truth,
        error: (estimate.upper - estimate.lower) / 2 / 1.96,
        tooLow: estimate.upper < truth,
        tooHigh: estimate.lower > truth,
      });
    });
  }
  return { samples, districts: names.length, ...coverageSummary(misses) };
}

function published(
  waveId: string,
  city: AnsweringCity,
  wave: Wave,
  fieldwork: Fieldwork,
  random: Random,
): EffectWave {
  const answered = answerWave(city, wave, fieldwork, random);
  const domains = waveDomains(waveSample(answered, weightWave(answered.input)));
  const { estimates } = estimateWave({ ...domains, keys: city.districts.map(districtKey) }, [
    { id: aim.id, kind: 'share', values: answered.answers.unsafe, gaps: [] },
  ]);
  const year = Number(waveId.slice(0, 4));
  return {
    waveId,
    year,
    season: 'spring',
    fieldworkFrom: `${year}-04-01`,
    fieldworkTo: `${year}-05-31`,
    modes: [{ mode: 'web', share: 1 }],
    questionnaireVersion: 'krakow-1',
    methodVersion: '2.0',
    figures: districtFigures(
      estimates.map((estimate) => roundEstimate(exactFigure(estimate), 'share')),
      aim,
    ),
  };
}
