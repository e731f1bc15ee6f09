import type { PublishedFlag } from '../flagging/flag.ts';
import type { PublishedEstimate } from '../publication/published-estimate.ts';
import type { PublishedIndicator } from '../publication/published-indicator.ts';
import type { PublishedMethod } from '../publication/published-method.ts';
import { judgementOf, standingOf } from './rest-comparison.ts';

/** Every sign, the most urgent first. */
export const districtSigns = ['alert', 'repeated', 'watch', 'better', 'even', 'untold'] as const;

/**
 * What is known of one district on one indicator, in a word: `alert`, `repeated` (a watch that needs
 * intervention) and `watch` are flags of any kind; `better` a test that confirms a difference for the better;
 * `even` that nothing could be told apart; `untold` that the level itself could not be judged.
 */
export type DistrictSign = (typeof districtSigns)[number];

/**
 * The most urgent that the flags of a district say of an indicator, or else what the comparison with the rest
 * of the city says.
 *
 * @param flags  those of this district and indicator that decide
 */
export function districtSign(
  estimate: PublishedEstimate | null,
  indicator: Pick<PublishedIndicator, 'direction'>,
  rule: Pick<PublishedMethod['rule'], 'falseDiscoveryRate' | 'headlineIndicators'>,
  flags: readonly PublishedFlag[],
): DistrictSign {
  const raised = flags.map(signOf);
  const urgent = (['alert', 'repeated', 'watch'] as const).find((sign) => raised.includes(sign));
  if (urgent) return urgent;
  const standing = standingOf(estimate, indicator, rule, flags);
  if (standing === 'untold') return 'untold';
  return judgementOf(standing, indicator) === 'better' ? 'better' : 'even';
}

function signOf({ severity, needsIntervention }: PublishedFlag): DistrictSign | null {
  if (severity === 'alert') return 'alert';
  if (severity !== 'watch') return null;
  return needsIntervention ? 'repeated' : 'watch';
}
