import type { PublishedWave } from '../fieldwork/published-wave.ts';
import type { EffectWave } from './effect-waves.ts';
import { differenceOf, type Limits, meanOf } from './limits.ts';
import type { MeasuredFigure } from './measured-figure.ts';

/** Waves by season: a mean over them weighs every season alike, however often it was asked. */
export type Period = ReadonlyMap<PublishedWave['season'], readonly EffectWave[]>;

/** A unit, and the units that it is compared with. */
export interface Compared {
  unit: string;
  comparison: readonly string[];
}

/** The waves of the given seasons, by season; seasons without a wave are not there. */
export function periodOf(
  waves: readonly EffectWave[],
  isWanted: (season: PublishedWave['season']) => boolean = () => true,
): Period {
  const period = new Map<PublishedWave['season'], EffectWave[]>();
  for (const wave of waves) {
    if (isWanted(wave.season)) period.set(wave.season, [...(period.get(wave.season) ?? []), wave]);
  }
  return period;
}

/** Its waves, oldest first. */
export function wavesOf(period: Period): EffectWave[] {
  return [...period.values()].flat().sort((a, b) => (a.waveId < b.waveId ? -1 : 1));
}

/**
 * The figure of a unit in a wave.
 *
 * @throws when it has none
 */
export function figureIn({ waveId, figures }: EffectWave, unit: string): MeasuredFigure {
  const figure = figures.get(unit);
  if (!figure) throw new Error(`\`figureIn\` requires a figure of ${unit} in ${waveId}`);
  return figure;
}

/** The mean of a unit over a period. */
export function levelIn(period: Period, unit: string): Limits {
  return meanOf([...period.values()].map((waves) => meanOf(waves.map((wave) => figureIn(wave, unit)))));
}

/** By how much a unit lies above the mean of its comparison in a period. */
export function excessIn(period: Period, { unit, comparison }: Compared): Limits {
  return differenceOf(levelIn(period, unit), meanOf(comparison.map((other) => levelIn(period, other))));
}

/**
 * The difference in differences: what a unit's excess over its comparison changed by (Card & Krueger 1994;
 * Angrist & Pischke 2009, chapter 5). What moves all alike is not in it. Samples of different waves and of
 * different districts are independent, or nearly so: what their common raking ties is left out.
 */
export function differenceInDifferences(before: Period, after: Period, compared: Compared): Limits {
  return differenceOf(excessIn(after, compared), excessIn(before, compared));
}
