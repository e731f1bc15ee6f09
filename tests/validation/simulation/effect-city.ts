import type { Random } from '#app/demonstration/seed/random.ts';
import { defaultFlagRule } from '#city/flag-rule.ts';
import { exactFigure } from '#core/analysis/exact-figure.ts';
import { roundEstimate } from '#core/disclosure/rounding.ts';
import type { EffectWave } from '#core/effect/effect-waves.ts';
import { districtFigures } from '#core/effect/measured-figure.ts';
import type { Contrast, Estimate } from '#core/estimation/estimate.ts';
import { estimateOf } from '#core/estimation/estimate-of.ts';
import { meanPart, type SharePart } from '#core/estimation/intervals/share-part.ts';
import { seasonOfWave } from '#core/fieldwork/wave-id.ts';
import { flagDistricts } from '#core/flagging/district-rule.ts';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import { isFlagged } from '#core/flagging/status.ts';
import type { EarlierWave, WaveFigures } from '#core/flagging/wave-figures.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import { districts, type SimulatedSample } from './simulated-city.ts';

/** What is asked: one share, of which high is bad. */
export const aim = { id: 'unsafe', kind: 'share', direction: 'high-is-bad' } as const;

/**
 * The default rule on this indicator alone, its threshold out of reach: flags are of level and deterioration.
 */
export const rule = {
  ...defaultFlagRule,
  headlineIndicators: [aim.id],
  absoluteThreshold: { [aim.id]: 0.95 },
};
const populations = new Map(districts.map((district) => [district, 40_000]));
/** Of a district, as the product has them. */
const strata = 14;

/** A wave as the district rule reads it and, rounded as it is published, as the effect does. */
export interface AskedWave {
  figures: WaveFigures;
  published: EffectWave;
}

/**
 * Asks as many people of each district as its sample is worth, and estimates with the product's intervals.
 */
export function askWave(
  waveId: string,
  truth: (district: number) => number,
  sample: SimulatedSample,
  random: Random,
): AskedWave {
  const estimates = districts.map((district) => {
    const share = truth(district);
    let yes = 0;
    for (let person = 0; person < effectiveOf(sample); person += 1) yes += Number(random.chance(share));
    return { ...estimateAt(yes, sample), domain: districtKey(district) };
  });
  const when = seasonOfWave(waveId);
  if (!when) throw new Error(`askWave requires a wave's id, not ${waveId}`);
  const conditions = {
    waveId,
    ...when,
    modes: [{ mode: 'web' as const, share: 1 }],
    questionnaireVersion: 'krakow-1',
    methodVersion: '2.0',
  };
  const [from, to] = when.season === 'spring' ? ['04-01', '05-31'] : ['10-01', '11-30'];
  return {
    figures: { ...conditions, estimates, contrasts: estimates.map((own) => versusRest(own, estimates)) },
    published: {
      ...conditions,
      fieldworkFrom: `${when.year}-${from}`,
      fieldworkTo: `${when.year}-${to}`,
      figures: districtFigures(
        estimates.map((estimate) => roundEstimate(exactFigure(estimate), 'share')),
        aim,
      ),
    },
  };
}

/**
 * The leading flags that the product's rule raises in the newest of some waves, oldest first. With their
 * history every wave has to be judged; without it no repeated watch is known.
 */
export function flagsOf(waves: readonly AskedWave[], withHistory: boolean): PublishedFlag[] {
  const earlier: EarlierWave[] = [];
  let flags: PublishedFlag[] = [];
  waves.forEach(({ figures }, index) => {
    const isNewest = index === waves.length - 1;
    flags = withHistory || isNewest ? judged(figures, earlier) : [];
    earlier.unshift({ ...figures, flags, rule });
  });
  return flags.filter(({ severity, leads }) => leads && isFlagged(severity));
}

function judged(wave: WaveFigures, earlier: readonly EarlierWave[]): PublishedFlag[] {
  const targetPerDistrict = wave.estimates[0]?.n ?? 0;
  return flagDistricts({ wave, earlier, districts, targetPerDistrict, populations, rule });
}

function effectiveOf({ n, designEffect }: SimulatedSample): number {
  return Math.round(n / designEffect);
}

const known = new Map<string, Estimate>();

/** Kept: so many yes of one sample are always the same estimate, and its interval takes long. */
function estimateAt(yes: number, sample: SimulatedSample): Estimate {
  const { n, designEffect } = sample;
  const key = `${n} ${designEffect} ${yes}`;
  const before = known.get(key);
  if (before) return before;
  const effective = effectiveOf(sample);
  const mean = yes / effective;
  const estimate = estimateOf(
    { indicator: aim.id, domain: 'any', kind: 'share', largestDesignEffect: designEffect },
    {
      mean,
      standardError: Math.sqrt((mean * (1 - mean)) / effective),
      n,
      baseShare: 1,
      positive: Math.round(n * mean),
      kishN: effective,
      degreesOfFreedom: n - strata,
      designEffect,
    },
  );
  known.set(key, estimate);
  return estimate;
}

function versusRest(own: Estimate, all: readonly Estimate[]): Contrast {
  const [first, ...others] = all.filter(({ domain }) => domain !== own.domain).map(partOf);
  if (!first) throw new Error('versusRest requires a rest of the city');
  const count = others.length + 1;
  const share = (first.share + others.reduce((sum, other) => sum + other.share, 0)) / count;
  const rest: SharePart = {
    ...others.reduce(meanPart, first),
    sign: -1,
    share,
    standardError: Math.hypot(...[first, ...others].map(({ standardError }) => standardError)) / count,
    binomialN: [first, ...others].reduce((sum, { binomialN }) => sum + binomialN, 0),
    isExact: false,
  };
  return {
    indicator: own.indicator,
    domain: own.domain,
    kind: 'vs-rest',
    against: null,
    difference: own.value - share,
    standardError: Math.hypot(own.standardError, rest.standardError),
    degreesOfFreedom: own.degreesOfFreedom * districts.length,
    parts: [{ ...partOf(own), sign: 1, isExact: true }, rest],
  };
}

function partOf({ value, standardError, degreesOfFreedom, n, kishN, binomialN }: Estimate): SharePart {
  return {
    sign: 1,
    share: value,
    standardError,
    degreesOfFreedom,
    n,
    kishN,
    binomialN: binomialN ?? n,
    isExact: true,
  };
}
