import { normalQuantile } from '../statistics/distributions.ts';
import type { Limits } from './limits.ts';

/** What is measured of a unit, with the error of its sampling. */
export interface Measured {
  value: number;
  standardError: number;
}

/** Units below which their spread says nothing of how much of a figure is chance. */
export const fewestForSpread = 5;

const z = normalQuantile(0.975);

/**
 * How far each unit lies from the mean of all, as an empirical Bayes estimate (Morris 1983): moved towards
 * the mean by the part of the spread between units that sampling alone would make, B = (J − 3)/(J − 1)·v/(v +
 * τ²). A figure that was selected because it is high is as high by chance as that part says, and nothing that
 * was decided by the same figures changes it, when units differ as a normal distribution has it. The interval
 * carries (1 − B)·v and that B is estimated: 2/(J − 3)·B²·deviation².
 *
 * @returns null with fewer than five units
 */
export function shrunken(units: ReadonlyMap<string, Measured>): Map<string, Limits> | null {
  const [count, all] = [units.size, [...units.values()]];
  if (count < fewestForSpread) return null;
  const mean = average(all.map(({ value }) => value));
  const spread = all.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / (count - 1);
  const between = Math.max(0, spread - average(all.map(({ standardError }) => standardError ** 2)));
  return new Map(
    [...units].map(([unit, { value, standardError }]) => {
      const deviation = value - mean;
      const variance = standardError ** 2;
      const total = variance + between;
      const part = total > 0 ? (((count - 3) / (count - 1)) * variance) / total : 0;
      const error = Math.sqrt((1 - part) * variance + (2 / (count - 3)) * (part * deviation) ** 2);
      const moved = (1 - part) * deviation;
      return [unit, { value: moved, lower: moved - z * error, upper: moved + z * error }];
    }),
  );
}

/**
 * The mean of a unit's independent figures.
 *
 * @throws when there is none
 */
export function meanOfMeasured(figures: readonly Measured[]): Measured {
  if (figures.length === 0) throw new Error('`meanOfMeasured` requires at least one figure');
  return {
    value: average(figures.map(({ value }) => value)),
    standardError: Math.hypot(...figures.map(({ standardError }) => standardError)) / figures.length,
  };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
