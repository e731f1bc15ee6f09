import type { PublishedFlag } from '../flagging/flag.ts';
import type { PublishedEstimate } from '../publication/published-estimate.ts';
import type { PublishedIndicator } from '../publication/published-indicator.ts';
import type { PublishedMethod } from '../publication/published-method.ts';
import { districtKey } from '../sampling/stratum.ts';

/**
 * What a district's difference from the rest of the city amounts to. `higher` and `lower`: a test confirms
 * that it is more than the practical margin; `even`: none that could be told from that margin; `untold`: too
 * few answers, or hidden.
 */
export type Standing = 'higher' | 'even' | 'lower' | 'untold';

/** Whether a difference is for the worse, for the better, or neither. */
export type Judgement = 'worse' | 'better' | 'neutral';

type Rule = Pick<PublishedMethod['rule'], 'falseDiscoveryRate' | 'headlineIndicators'>;

/**
 * Where a district stands against the rest of the city. Only a test against the practical margin makes it
 * higher or lower, never the bare figure and never an interval (method 3.6). Of an indicator that raises
 * flags, the flag's own test decides that a district is worse: a page must not call worse what it does not
 * flag.
 */
export function standingOf(
  estimate: PublishedEstimate | null,
  indicator: Pick<PublishedIndicator, 'direction'>,
  rule: Rule,
  flags: readonly PublishedFlag[] = [],
): Standing {
  if (!estimate || estimate.quality === 'suppressed' || estimate.value === null) return 'untold';
  const severity = levelSeverity(estimate, flags);
  const { versusRest } = estimate;
  if (severity === 'insufficient' || !versusRest) return 'untold';
  const end = versusRest.difference > 0 ? 'higher' : 'lower';
  const isFlaggedEnd = rule.headlineIndicators.includes(estimate.indicator) && endIsBad(end, indicator);
  const isBeyond = isFlaggedEnd ? severity === 'alert' : isBeyondMargin(versusRest, rule);
  return isBeyond ? end : 'even';
}

/**
 * Whether the test corrected for many comparisons confirms that a difference, or a change, is more than the
 * practical margin.
 */
export function isBeyondMargin(
  { qMargin }: { qMargin: number },
  { falseDiscoveryRate }: Pick<PublishedMethod['rule'], 'falseDiscoveryRate'>,
): boolean {
  return qMargin <= falseDiscoveryRate;
}

/** What a standing means for people, where the indicator has a bad end. */
export function judgementOf(standing: Standing, indicator: Pick<PublishedIndicator, 'direction'>): Judgement {
  if (indicator.direction === 'neutral' || standing === 'even' || standing === 'untold') return 'neutral';
  return endIsBad(standing, indicator) ? 'worse' : 'better';
}

function endIsBad(end: 'higher' | 'lower', { direction }: Pick<PublishedIndicator, 'direction'>): boolean {
  return direction === (end === 'higher' ? 'high-is-bad' : 'high-is-good');
}

/**
 * The figure of the rest of the city: the district's own less its difference from it. Null where either is
 * not shown.
 */
export function restOf({ value, versusRest }: PublishedEstimate): number | null {
  return value === null || !versusRest ? null : value - versusRest.difference;
}

/** The severity of the level flag of an estimate's district; absolute flags are told apart elsewhere. */
function levelSeverity({ domain, indicator }: PublishedEstimate, flags: readonly PublishedFlag[]) {
  return flags.find(
    (flag) => flag.kind === 'level' && flag.indicator === indicator && domain === districtKey(flag.district),
  )?.severity;
}
