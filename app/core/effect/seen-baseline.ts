import type { EffectWave } from './effect-waves.ts';
import { differenceOf, type Limits, meanOf, shifted } from './limits.ts';
import { type Compared, differenceInDifferences, excessIn, figureIn, type Period } from './period.ts';
import { meanOfMeasured, shrunken } from './shrunken.ts';

/** What the waves that were known can be read as. */
export interface SeenBaseline {
  /** Their levels moved towards the city's mean by what is chance in them: the size that is told. */
  shrunken: Limits;
  /** From the lowest to the highest limit of all readings. */
  lower: number;
  upper: number;
}

/** A baseline of waves whose figures were known when something was decided by them. */
export interface SeenWaves extends Compared {
  /** All of them, for how much of a level is chance. */
  seen: readonly EffectWave[];
  /** Those of the seasons after. */
  sameSeason: Period;
  /** Those that raised the flag, or the newest when none did. */
  flagged: readonly EffectWave[];
  after: Period;
}

/**
 * The difference in differences against waves that were known, in three readings, because the flag that
 * called for the intervention rests on them and no rule tells how much of it was chance (method 3.9):
 *
 * 1. all known waves as an empirical Bayes estimate (`shrunken`), which is right on average over districts
 *    that differ as a normal distribution has it, and too low for one that stands alone;
 * 2. the known waves of the seasons after, as they were published;
 * 3. the waves that raised the flag, as they were published, against the shrunken comparison: as if nothing
 *    in them were chance.
 *
 * The interval holds the intervals of all three: "helped" and "worse" are said where each of them says so.
 *
 * @returns null with too few units to tell how much is chance
 */
export function readSeenBaseline(waves: SeenWaves): SeenBaseline | null {
  const { seen, sameSeason, flagged, after, unit, comparison } = waves;
  const units = [...(seen[0]?.figures.keys() ?? [])].filter((one) =>
    seen.every(({ figures }) => figures.has(one)),
  );
  const levels = shrunken(
    new Map(units.map((one) => [one, meanOfMeasured(seen.map((wave) => figureIn(wave, one)))])),
  );
  const own = levels?.get(unit);
  if (!levels || !own) return null;
  const others = meanOf(comparison.flatMap((other) => levels.get(other) ?? []));
  const published = meanOf(
    flagged.map((wave) => {
      const mean = units.reduce((sum, one) => sum + figureIn(wave, one).value, 0) / units.length;
      return shifted(figureIn(wave, unit), -mean);
    }),
  );
  const excess = excessIn(after, waves);
  const byShrunken = differenceOf(excess, differenceOf(own, others));
  const readings = [
    differenceInDifferences(sameSeason, after, waves),
    differenceOf(excess, differenceOf(published, others)),
  ];
  return {
    shrunken: byShrunken,
    lower: readings.reduce((least, { lower }) => Math.min(least, lower), byShrunken.lower),
    upper: readings.reduce((most, { upper }) => Math.max(most, upper), byShrunken.upper),
  };
}
