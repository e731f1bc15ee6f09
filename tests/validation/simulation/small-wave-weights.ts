import type { Random } from '#app/demonstration/seed/random.ts';
import { parseStratumKey } from '#core/sampling/stratum.ts';
import { rake } from '#core/weighting/rake.ts';
import { trimAndRake, trimInCycles } from '#core/weighting/trim.ts';
import { groupMeans } from '#core/weighting/weight-bounds.ts';
import { weightWave } from '#core/weighting/weight-wave.ts';
import { defaultWeightingSettings } from '#core/weighting/weighting-settings.ts';
import { answerWave } from './answered-wave.ts';
import type { AnsweringCity } from './answering-city.ts';

export interface SmallWavesStudy {
  city: AnsweringCity;
  /** Cases issued in every district. */
  issued: number;
  waves: number;
}

/** Shares of the weights outside the bounds, of one wave or the mean of several. */
export interface OutsideShares {
  raked: number;
  /** After the hundred cycles alone, as trimming was before. */
  cycles: number;
  /** After what is done now. */
  now: number;
}

/** How the trimming of small waves ends. */
export interface SmallWaveWeights {
  waves: number;
  /** Respondents of a district. */
  respondents: number;
  /** Waves whose weights a hundred cycles do not bring inside the bounds. */
  unsettled: number;
  /** Waves with more weights outside than before trimming: by the cycles alone, and by what is done now. */
  worse: { cycles: number; now: number };
  /** Of the unsettled waves: the mean, and the one that the cycles left worst. */
  mean: OutsideShares;
  worst: OutsideShares;
  /**
   * Of the unsettled waves: how many keep the bounds in all districts, in all but some, or stay untrimmed.
   */
  bounded: { everywhere: number; widened: number; untrimmed: number };
  /** Districts with wider bounds, per wave that has some. */
  widenedDistricts: number;
}

/** Weights of small waves of a city, raked and then trimmed in the two ways. */
export function smallWaveWeights({ city, issued, waves }: SmallWavesStudy, random: Random): SmallWaveWeights {
  const { trim, raking } = defaultWeightingSettings;
  const unbounded = { ...trim, lower: 0, upper: Number.POSITIVE_INFINITY };
  const unsettled: OutsideShares[] = [];
  const widened: number[] = [];
  let [respondents, everywhere, untrimmed] = [0, 0, 0];
  for (let wave = 0; wave < waves; wave += 1) {
    const { input } = answerWave(city, 'newest', { issued, unsafeRespondMore: 1 }, random);
    respondents += input.respondents.length;
    const { nonresponse, margins } = weightWave({
      ...input,
      settings: { ...defaultWeightingSettings, trim: unbounded },
    });
    const raked = rake(nonresponse, margins, raking).weights;
    const district = Int32Array.from(input.respondents, ({ stratum }) => parseStratumKey(stratum).district);
    const mean = groupMeans(raked, district);
    const cycled = trimInCycles(raked, mean, margins, trim, raking, Number.POSITIVE_INFINITY);
    if (cycled.isSettled) continue;
    const now = trimAndRake(raked, district, margins, trim, raking);
    unsettled.push({
      raked: now.outsideBefore / raked.length,
      cycles: cycled.outsideAfter / raked.length,
      now: now.outsideAfter / raked.length,
    });
    if (now.method === 'untrimmed') untrimmed += 1;
    else if (now.widened.length === 0) everywhere += 1;
    else widened.push(now.widened.length);
  }
  const meanOf = (part: keyof OutsideShares) =>
    unsettled.reduce((sum, shares) => sum + shares[part], 0) / Math.max(1, unsettled.length);
  const none = { raked: 0, cycles: 0, now: 0 };
  return {
    waves,
    respondents: respondents / waves / city.districts.length,
    unsettled: unsettled.length,
    worse: {
      cycles: unsettled.filter(({ raked, cycles }) => cycles > raked).length,
      now: unsettled.filter(({ raked, now }) => now > raked).length,
    },
    mean: { raked: meanOf('raked'), cycles: meanOf('cycles'), now: meanOf('now') },
    worst: unsettled.reduce((worst, own) => (own.cycles > worst.cycles ? own : worst), none),
    bounded: { everywhere, widened: widened.length, untrimmed },
    widenedDistricts: widened.reduce((sum, count) => sum + count, 0) / Math.max(1, widened.length),
  };
}
