import type { FlagRuleSettings } from '../flagging/rule-settings.ts';
import { normalQuantile } from '../statistics/distributions.ts';
import type {
  DifferenceInDifferences,
  Effect,
  EffectEstimate,
  EffectReason,
  EffectSide,
  EffectVerdict,
  LeftOut,
} from './effect.ts';
import { type EffectDates, type EffectWave, type WavesOfEffect, wavesOfEffect } from './effect-waves.ts';
import { type Limits, shifted } from './limits.ts';
import {
  type Compared,
  differenceInDifferences,
  figureIn,
  levelIn,
  type Period,
  periodOf,
  wavesOf,
} from './period.ts';
import { preTrendOf } from './pre-trend.ts';
import { readSeenBaseline } from './seen-baseline.ts';

/** A unit of the comparison as it was frozen. */
export interface ComparisonUnit {
  /** A `districtKey` or a place's id. */
  unit: string;
  /** `YYYY-MM-DD` from which it had an intervention of its own; null without one. */
  interventionFrom: string | null;
}

/** What an intervention's effect is asked of. */
export interface EffectInput extends EffectDates {
  indicator: { id: string; direction: 'high-is-bad' | 'high-is-good' | 'neutral' };
  /** Every published wave, in any order, of each the last correction. */
  waves: readonly EffectWave[];
  /**
   * Places have a figure only while they are flagged, so that their spread says nothing of what is chance in
   * it: of them a known baseline never tells.
   */
  units: 'districts' | 'places';
  /** Where something was done: a `districtKey` or a place's id. */
  unit: string;
  comparison: readonly ComparisonUnit[];
  /** Waves whose figures raised the flag that this answers, of a rolling year both; empty when none did. */
  flaggedWaves: readonly string[];
  rule: Pick<FlagRuleSettings, 'maximumModeShift'>;
}

/**
 * Did it help? The difference in differences of a unit against the mean of its comparison, a wave after
 * against waves before of its own season (method 3.9).
 *
 * Waves that nobody had seen when the comparison was frozen are taken alone where there are some: no choice
 * of the unit or of its comparison rests on their figures, so that there is no regression to the mean in them
 * (Barnett, van der Pols & Dobson 2005). Else the waves that were known are read in three ways, and the
 * interval holds those of all three (`readSeenBaseline`).
 *
 * `helped` and `worse` need an interval without 0. There are two looks at most, and each errs in one
 * direction in 2.5 % of cases: "helped" is said in at most 5 % of those in which nothing helped. Assumes that
 * without the intervention the unit would have changed as its comparison did.
 */
export function effectOf(input: EffectInput): Effect {
  const { indicator, comparison, waves, unit, rule } = input;
  if (indicator.direction === 'neutral') return without('not-comparable', 'no-direction');
  if (comparison.length === 0) return without('not-comparable', 'no-comparison');
  const found = wavesOfEffect(waves, indicator.id, input, rule);
  if (found === 'no-wave-after') return without('too-early', found);
  if (found === 'chosen-after-result') return without('not-comparable', found);
  if (typeof found === 'string') return without('cannot-tell', found);
  const told = toldOf(found, [unit]);
  if (told.after.length === 0 || told.seen.length + told.unseen.length === 0) {
    return without('cannot-tell', 'hidden-figure');
  }
  const { before, after } = pairedBySeason(told);
  if (before.size === 0) return without('cannot-tell', 'no-same-season');
  const { used, leftOut } = usedComparison(comparison, [...wavesOf(before), ...wavesOf(after)]);
  if (used.length === 0) {
    const isHidden = leftOut.some(({ because }) => because === 'hidden-figure');
    const effect = isHidden
      ? without('cannot-tell', 'hidden-figure')
      : without('not-comparable', 'no-comparison');
    return { ...effect, leftOut };
  }
  const compared = { unit, comparison: used };
  const known = toldOf(told, [unit, ...used]);
  const good = indicator.direction === 'high-is-bad' ? -1 : 1;
  const { estimate, isChanceTold } = estimateOf(input, known, { before, after }, compared, good);
  const preTrend = preTrendOf({ ...known, before, flaggedWaves: input.flaggedWaves }, compared);
  const reasons: EffectReason[] = [];
  if (!isChanceTold) reasons.push('seen-baseline');
  if (side(estimate) === 0) reasons.push('interval-holds-zero');
  else if (preTrend && side(preTrend) === side(estimate)) reasons.push('moved-before');
  const verdict = reasons.length > 0 ? 'cannot-tell' : side(estimate) === good ? 'helped' : 'worse';
  return { verdict, reasons, estimate, preTrend, leftOut };
}

function without(verdict: EffectVerdict, reason: EffectReason): Effect {
  return { verdict, reasons: [reason], estimate: null, preTrend: null, leftOut: [] };
}

/** Where an interval lies: above 0, below it, or across. */
function side({ lower, upper }: Pick<DifferenceInDifferences, 'lower' | 'upper'>): -1 | 0 | 1 {
  return lower > 0 ? 1 : upper < 0 ? -1 : 0;
}

/** The waves in which all of the units have a figure. */
function toldOf({ after, seen, unseen, isFinal }: WavesOfEffect, units: readonly string[]): WavesOfEffect {
  const isTold = ({ figures }: EffectWave) => units.every((unit) => figures.has(unit));
  return { after: after.filter(isTold), seen: seen.filter(isTold), unseen: unseen.filter(isTold), isFinal };
}

interface Periods {
  before: Period;
  after: Period;
}

/** Before and after in the same seasons: of waves that nobody had seen where there are some. */
function pairedBySeason({ after, seen, unseen }: WavesOfEffect): Periods {
  const later = periodOf(after);
  const ofUnseen = periodOf(unseen, (season) => later.has(season));
  const before = ofUnseen.size > 0 ? ofUnseen : periodOf(seen, (season) => later.has(season));
  return { before, after: periodOf(after, (season) => before.has(season)) };
}

/** Waves oldest first. */
function usedComparison(
  comparison: readonly ComparisonUnit[],
  waves: readonly EffectWave[],
): { used: string[]; leftOut: LeftOut[] } {
  const lastDay = waves.at(-1)?.fieldworkTo ?? '';
  const used: string[] = [];
  const leftOut: LeftOut[] = [];
  for (const { unit, interventionFrom } of comparison) {
    if (interventionFrom !== null && interventionFrom <= lastDay) {
      leftOut.push({ unit, because: 'own-intervention' });
    } else if (waves.every(({ figures }) => figures.has(unit))) used.push(unit);
    else leftOut.push({ unit, because: 'hidden-figure' });
  }
  return { used, leftOut };
}

/**
 * Standard errors that an effect must have to be found with a chance of 80 %, beyond those of its interval.
 */
const forPower = normalQuantile(0.8) / normalQuantile(0.975);

function estimateOf(
  { units, flaggedWaves }: Pick<EffectInput, 'units' | 'flaggedWaves'>,
  { seen, unseen, isFinal }: WavesOfEffect,
  { before, after }: Periods,
  compared: Compared,
  good: 1 | -1,
): { estimate: EffectEstimate; isChanceTold: boolean } {
  const published = differenceInDifferences(before, after, compared);
  const isUnseen = wavesOf(before).every((wave) => unseen.includes(wave));
  const flagged = seen.filter(({ waveId }) => flaggedWaves.includes(waveId));
  const read =
    isUnseen || units === 'places'
      ? null
      : readSeenBaseline({
          ...compared,
          seen,
          sameSeason: before,
          flagged: flagged.length > 0 ? flagged : seen.slice(-1),
          after,
        });
  const own = sideOf({ before, after }, [compared.unit]);
  const comparison = sideOf({ before, after }, compared.comparison);
  const rounded = shifted(published, own.change - comparison.change - published.value);
  const told = read?.shrunken ?? rounded;
  const { lower, upper } = read ?? rounded;
  const reach = good < 0 ? upper - told.value : told.value - lower;
  return {
    estimate: {
      size: told.value,
      lower,
      upper,
      smallestEffect: reach + forPower * reachOf(told, good),
      baseline: isUnseen ? 'unseen' : 'seen',
      waves: {
        before: wavesOf(before).map(({ waveId }) => waveId),
        after: wavesOf(after).map(({ waveId }) => waveId),
      },
      isFinal,
      own,
      comparison,
      comparedWith: [...compared.comparison],
    },
    isChanceTold: isUnseen || read !== null,
  };
}

function reachOf({ value, lower, upper }: Limits, good: 1 | -1): number {
  return good < 0 ? upper - value : value - lower;
}

function sideOf({ before, after }: Periods, units: readonly string[]): EffectSide {
  const level = (period: Period) =>
    units.reduce((sum, unit) => sum + levelIn(period, unit).value, 0) / units.length;
  const respondents = (period: Period) =>
    wavesOf(period).reduce(
      (sum, wave) => sum + units.reduce((people, unit) => people + figureIn(wave, unit).n, 0),
      0,
    );
  return {
    before: level(before),
    after: level(after),
    change: units.reduce((sum, unit) => sum + changeOf({ before, after }, unit), 0) / units.length,
    nBefore: respondents(before),
    nAfter: respondents(after),
  };
}

/** A unit's change, by season: differences of figures that were rounded before add up their roundings. */
function changeOf({ before, after }: Periods, unit: string): number {
  const changes = [...after].map(([season, waves]) => {
    const earlier = before.get(season) ?? [];
    const [[to], [from]] = [waves, earlier];
    const published = to && waves.length === 1 ? figureIn(to, unit).change : null;
    if (published && earlier.length === 1 && published.against === from?.waveId) return published.difference;
    const ofSeason = (own: readonly EffectWave[]) => levelIn(new Map([[season, own]]), unit).value;
    return ofSeason(waves) - ofSeason(earlier);
  });
  return changes.reduce((sum, change) => sum + change, 0) / changes.length;
}
