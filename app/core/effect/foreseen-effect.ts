import { normalQuantile } from '../statistics/distributions.ts';
import type { EffectWave } from './effect-waves.ts';
import { type Compared, differenceInDifferences, periodOf } from './period.ts';

/**
 * The smallest true improvement that a design would call one with a chance of 80 %, told before anything is
 * done: as if the waves before and after were as sure as the newest known one, one of each season on both
 * sides and unseen. In the indicator's units.
 *
 * @param newest   with figures of the unit and of its comparison
 * @param seasons  asked on both sides: 1, or 2 for a year
 * @returns null where a figure is suppressed or nothing is compared with
 */
export function foreseenEffect(newest: EffectWave, compared: Compared, seasons: 1 | 2): number | null {
  const { unit, comparison } = compared;
  if (comparison.length === 0 || ![unit, ...comparison].every((one) => newest.figures.has(one))) return null;
  const period = periodOf([newest]);
  const { lower, upper } = differenceInDifferences(period, period, compared);
  const standardError = (upper - lower) / 2 / normalQuantile(0.975) / Math.sqrt(seasons);
  return (normalQuantile(0.975) + normalQuantile(0.8)) * standardError;
}
