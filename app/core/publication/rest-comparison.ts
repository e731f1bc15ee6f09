import { districtKey } from '../sampling/stratum.ts';
import type { PublishedEstimate, PublishedFlag, PublishedIndicator, PublishedMethod } from './document.ts';

/**
 * What a district's difference from the rest of the city amounts to. `surely-`: it is at least the margin that the city acts on; without
 * it: a difference that the test confirms and that may be smaller; `even`: none that this sample could tell; `untold`: too few
 * answers, or hidden.
 */
export type Standing = 'surely-higher' | 'higher' | 'even' | 'lower' | 'surely-lower' | 'untold';

/** Whether a higher value is worse, better, or neither. */
export type Judgement = 'worse' | 'better' | 'neutral';

type Rule = Pick<PublishedMethod['rule'], 'levelMargin' | 'falseDiscoveryRate'>;

/**
 * Where a district stands against the rest of the city. Only a test makes it higher or lower, never the bare figure; and surely so only
 * an interval that lies beyond the margin from end to end, or an alert, whose test was of that margin.
 */
export function standingOf(
  estimate: PublishedEstimate | null,
  indicator: PublishedIndicator,
  rule: Rule,
  flags: readonly PublishedFlag[] = [],
): Standing {
  if (!estimate || estimate.quality === 'suppressed' || estimate.value === null) return 'untold';
  const severity = levelSeverity(estimate, flags);
  if (severity === 'insufficient') return 'untold';
  const { versusRest } = estimate;
  if (!versusRest) return 'untold';
  if (!isDistinguishable(versusRest, rule.falseDiscoveryRate)) return 'even';
  const margin = indicator.kind === 'share' ? rule.levelMargin : rule.levelMargin * 100;
  const { difference, lower, upper } = versusRest;
  const isSure = severity === 'alert' || lower >= margin || upper <= -margin;
  const end = difference > 0 ? 'higher' : 'lower';
  return isSure ? `surely-${end}` : end;
}

/** Both the interval and the test corrected for many comparisons must say so. */
export function isDistinguishable(
  { lower, upper, q }: NonNullable<PublishedEstimate['versusRest']>,
  falseDiscoveryRate: number,
): boolean {
  return q <= falseDiscoveryRate && (lower > 0 || upper < 0);
}

/** What a standing means for people: only what is surely so is judged, and only where the indicator has a bad end. */
export function judgementOf(standing: Standing, { direction }: PublishedIndicator): Judgement {
  if (direction === 'neutral' || (standing !== 'surely-higher' && standing !== 'surely-lower'))
    return 'neutral';
  return (standing === 'surely-higher') === (direction === 'high-is-bad') ? 'worse' : 'better';
}

/** The severity of the level flag of an estimate's district; absolute flags are told apart elsewhere. */
function levelSeverity({ domain, indicator }: PublishedEstimate, flags: readonly PublishedFlag[]) {
  return flags.find(
    (flag) => flag.kind === 'level' && flag.indicator === indicator && domain === districtKey(flag.district),
  )?.severity;
}
