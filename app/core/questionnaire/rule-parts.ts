import type { DefinedIndicator } from './indicator-form.ts';
import type { IndicatorRule, RulePart } from './indicator-rule.ts';

/** What a rule gives. */
export function kindOfRule(rule: IndicatorRule): 'share' | 'mean' {
  if (rule.rule === 'among') return kindOfRule(rule.of);
  return rule.rule === 'score' || rule.rule === 'reversed' || rule.rule === 'mean' ? 'mean' : 'share';
}

/** Whether an indicator is made of another, directly or through others. */
export function isMadeOf(
  id: string,
  other: string,
  byId: ReadonlyMap<string, DefinedIndicator>,
  seen = new Set<string>(),
): boolean {
  if (seen.has(id)) return false;
  seen.add(id);
  const indicator = byId.get(id);
  return (indicator ? indicatorsIn(indicator.value) : []).some(
    (part) => part === other || isMadeOf(part, other, byId, seen),
  );
}

/** Ids of the indicators that a rule names. */
function indicatorsIn(rule: IndicatorRule): string[] {
  return partsOf(rule).flatMap((part) => (typeof part === 'string' ? [part] : indicatorsIn(part)));
}

function partsOf(rule: IndicatorRule): RulePart[] {
  if (rule.rule === 'mean') return rule.of;
  if (rule.rule === 'reversed') return [rule.of];
  return rule.rule === 'among' ? [rule.base, rule.of] : [];
}
