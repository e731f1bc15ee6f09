import { asDifference, differenceInterval, independentDifference } from './difference.ts';
import type { DomainKey, Estimate } from './estimate.ts';
import { studentInterval } from './intervals/interval.ts';

/**
 * How much higher an indicator comes out in one mode than in another, when both samples stand for the same
 * people.
 */
export interface ModeEffect {
  indicator: string;
  domain: DomainKey;
  /** Estimate in the mode that the series goes on in, minus the estimate in the mode that it comes from. */
  difference: number;
  standardError: number;
  degreesOfFreedom: number;
  /** 95 % interval, by Student's t. */
  lower: number;
  upper: number;
  n: { to: number; from: number };
}

/**
 * Mode effects of a parallel wave: for every indicator and domain that both samples estimate, the difference
 * of the two weighted estimates, with the standard error of independent samples. Assumes two samples of the
 * same population at the same time, drawn apart and weighted to the same margins; then what is left between
 * them is measurement and what the margins leave of selection, together: they cannot be told apart from such
 * data (Schouten, van den Brakel, Buelens, van der Laan & Klausch 2013; Jäckle, Roberts & Lynn 2010).
 */
export function modeEffects(to: readonly Estimate[], from: readonly Estimate[]): ModeEffect[] {
  const nameOf = ({ indicator, domain }: Estimate): string => `${indicator} ${domain}`;
  const before = new Map(from.map((estimate) => [nameOf(estimate), estimate]));
  return to.flatMap((estimate): ModeEffect[] => {
    const other = before.get(nameOf(estimate));
    if (!other) return [];
    const effect = independentDifference(asDifference(estimate), asDifference(other));
    return [
      {
        indicator: estimate.indicator,
        domain: estimate.domain,
        ...effect,
        ...differenceInterval(effect),
        n: { to: estimate.n, from: other.n },
      },
    ];
  });
}

type Bridged = Pick<Estimate, 'value' | 'standardError' | 'lower' | 'upper'>;

/**
 * The level that an estimate in the old mode would have in the new one: moved by the mode effect, its error
 * and the effect's together, kept inside `most` (1 for a share, 100 for a mean). Assumes that the effect was
 * the same then, and that the estimate and the effect are from different samples. It stands beside the
 * published value and never takes its place.
 */
export function bridgedEstimate(
  estimate: Pick<Estimate, 'value' | 'standardError' | 'degreesOfFreedom'>,
  effect: Pick<ModeEffect, 'difference' | 'standardError' | 'degreesOfFreedom'>,
  most: number,
): Bridged {
  const inside = (value: number): number => Math.min(most, Math.max(0, value));
  const moved = estimate.value + effect.difference;
  const standardError = Math.hypot(estimate.standardError, effect.standardError);
  const degreesOfFreedom = Math.min(estimate.degreesOfFreedom, effect.degreesOfFreedom);
  const { lower, upper } = studentInterval(moved, standardError, degreesOfFreedom);
  return { value: inside(moved), standardError, lower: inside(lower), upper: inside(upper) };
}
