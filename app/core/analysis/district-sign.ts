import type { PublishedFlag } from '../flagging/flag.ts';
import { isProblem } from '../flagging/status.ts';
import type { PublishedEstimate } from '../publication/published-estimate.ts';
import type { PublishedIndicator } from '../publication/published-indicator.ts';
import type { PublishedMethod } from '../publication/published-method.ts';
import { judgementOf, standingOf } from './rest-comparison.ts';

/** Every sign, the most urgent first. */
export const districtSigns = [
  'alert',
  'repeated',
  'watch',
  'improved',
  'better',
  'even',
  'partly',
  'untold',
] as const;

/**
 * What is known of one district on one indicator, in a word: `alert`, `repeated` (a watch that needs
 * intervention) and `watch` are flags of any kind; `improved` a confirmed change for the better; `better` a
 * test that confirms a difference from the rest of the city for the better; `even` that nothing could be told
 * apart, `partly` that nothing could in those of its tests that could be made; `untold` that the level itself
 * could not be judged.
 */
export type DistrictSign = (typeof districtSigns)[number];

/**
 * The most urgent that the flags of a district say of an indicator, or else what the comparison with the rest
 * of the city says.
 *
 * @param flags  those of this district and indicator that decide, improvements among them
 */
export function districtSign(
  estimate: PublishedEstimate | null,
  indicator: Pick<PublishedIndicator, 'direction'>,
  rule: Pick<PublishedMethod['rule'], 'falseDiscoveryRate' | 'headlineIndicators'>,
  flags: readonly PublishedFlag[],
): DistrictSign {
  const raised = flags.filter(({ kind }) => isProblem(kind)).map(signOf);
  const urgent = (['alert', 'repeated', 'watch'] as const).find((sign) => raised.includes(sign));
  if (urgent) return urgent;
  if (flags.some(({ kind, severity }) => !isProblem(kind) && severity === 'alert')) return 'improved';
  const standing = standingOf(estimate, indicator, rule, flags);
  if (standing === 'untold') return 'untold';
  if (judgementOf(standing, indicator) === 'better') return 'better';
  return flags.some(({ severity }) => severity === 'insufficient') ? 'partly' : 'even';
}

function signOf({ severity, needsIntervention }: PublishedFlag): DistrictSign | null {
  if (severity === 'alert') return 'alert';
  if (severity !== 'watch') return null;
  return needsIntervention ? 'repeated' : 'watch';
}
