import type { FlagKind } from './flag.ts';
import type { FlagRuleSettings } from './rule-settings.ts';
import { isOfChange } from './status.ts';

type Thresholds = Omit<FlagRuleSettings, 'version' | 'headlineIndicators'>;

/**
 * Whether two rules put the same question to an indicator with tests of one kind: only then does a flag that
 * is gone tell of the district, and not of the rule. The size of the family may differ, as it does where a
 * district has too few respondents.
 */
export function isJudgedAlike(
  { kind, indicator }: { kind: FlagKind; indicator: string },
  a: Thresholds,
  b: Thresholds,
): boolean {
  return asked(kind, indicator, a).every((value, index) => value === asked(kind, indicator, b)[index]);
}

function asked(kind: FlagKind, indicator: string, rule: Thresholds): (number | undefined)[] {
  const base = [rule.falseDiscoveryRate, rule.minimumN, rule.minimumEffectiveN];
  if (kind === 'level') return [...base, rule.levelMargin];
  if (kind === 'absolute') return [...base, rule.absoluteThreshold[indicator], rule.absoluteWatchLevel];
  if (isOfChange(kind)) return [...base, rule.changeMargin, rule.differenceAlertRate];
  return [...base, rule.gapMargin, rule.differenceAlertRate, rule.gapWatchFalseDiscoveryRate];
}
