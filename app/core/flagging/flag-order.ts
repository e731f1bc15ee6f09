import type { PublishedFlag } from './flag.ts';
import type { FlagRuleSettings } from './rule-settings.ts';

const kinds = ['level', 'absolute', 'deterioration', 'gap'];
const severities = ['alert', 'watch', 'none', 'insufficient'];

type Ordered = Pick<PublishedFlag, 'kind' | 'leads' | 'severity' | 'district' | 'indicator' | 'group'>;

/**
 * The order of flags: by kind, those that decide before those that stand beside, alerts before watches before the rest, then by district,
 * indicator as the rule has them, and group.
 */
export function byUrgency({
  headlineIndicators,
}: Pick<FlagRuleSettings, 'headlineIndicators'>): (a: Ordered, b: Ordered) => number {
  return (a, b) =>
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
    Number(b.leads) - Number(a.leads) ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    a.district - b.district ||
    headlineIndicators.indexOf(a.indicator) - headlineIndicators.indexOf(b.indicator) ||
    Number((a.group ?? '') > (b.group ?? '')) - Number((a.group ?? '') < (b.group ?? ''));
}
