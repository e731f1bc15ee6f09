import { districtKey } from '../sampling/stratum.ts';
import type { PublishedEstimate, PublishedFlag, PublishedIndicator, PublishedMethod } from './document.ts';

/**
 * What a district's difference from the rest of the city amounts to. `slight`: a difference that the test confirms, but
 * below the margin that the city acts on; `even`: none that this sample could tell; `untold`: too few answers, or hidden.
 */
export type Standing = 'higher' | 'slightly-higher' | 'even' | 'slightly-lower' | 'lower' | 'untold';

/** Whether a higher value is worse, better, or neither. */
export type Judgement = 'worse' | 'better' | 'neutral';

type Rule = Pick<PublishedMethod['rule'], 'levelMargin' | 'falseDiscoveryRate'>;

/** Where a district stands against the rest of the city. Only a test makes it higher or lower, never the bare figure. */
export function standingOf(
  estimate: PublishedEstimate | null,
  indicator: PublishedIndicator,
  rule: Rule,
  flags: readonly PublishedFlag[] = [],
): Standing {
  if (!estimate || estimate.quality === 'suppressed' || estimate.value === null) return 'untold';
  if (isInsufficient(estimate, flags)) return 'untold';
  const { versusRest } = estimate;
  if (!versusRest) return 'untold';
  if (!isDistinguishable(versusRest, rule.falseDiscoveryRate)) return 'even';
  const margin = indicator.kind === 'share' ? rule.levelMargin : rule.levelMargin * 100;
  const isSlight = Math.abs(versusRest.difference) < margin;
  if (versusRest.difference > 0) return isSlight ? 'slightly-higher' : 'higher';
  return isSlight ? 'slightly-lower' : 'lower';
}

/** Both the interval and the test corrected for many comparisons must say so. */
export function isDistinguishable(
  { lower, upper, q }: NonNullable<PublishedEstimate['versusRest']>,
  falseDiscoveryRate: number,
): boolean {
  return q <= falseDiscoveryRate && (lower > 0 || upper < 0);
}

/** What a standing means for people: only `higher` and `lower` are judged, and only where the indicator has a bad end. */
export function judgementOf(standing: Standing, { direction }: PublishedIndicator): Judgement {
  if (direction === 'neutral' || (standing !== 'higher' && standing !== 'lower')) return 'neutral';
  return (standing === 'higher') === (direction === 'high-is-bad') ? 'worse' : 'better';
}

function isInsufficient({ domain, indicator }: PublishedEstimate, flags: readonly PublishedFlag[]): boolean {
  return flags.some(
    (flag) =>
      flag.severity === 'insufficient' &&
      flag.kind === 'level' &&
      flag.indicator === indicator &&
      domain === districtKey(flag.district),
  );
}
