import type { PublishedFlag } from './flag.ts';
import type { FlagRuleSettings } from './rule-settings.ts';

const kinds = ['level', 'absolute', 'deterioration', 'gap', 'improvement'];
const severities = ['alert', 'watch', 'none', 'insufficient'];

/** Districts by the cautious count of their flags, or, where no flag has one, by their numbers. */
export type DistrictOrder = 'cautious-count' | 'district-number';

interface FlaggedDistrict {
  district: number;
  /** The largest conservative burden among its flags; 0 where none has one. */
  burden: number;
}

/** By which of the two orders `districtsInOrder` puts districts: pages say it in words. */
export function districtOrder(districts: readonly FlaggedDistrict[]): DistrictOrder {
  return districts.some(({ burden }) => burden > 0) ? 'cautious-count' : 'district-number';
}

/**
 * Flagged districts from the largest cautious count down (method 3.6, priority), equal ones and those without
 * by number.
 */
export function districtsInOrder<District extends FlaggedDistrict>(
  districts: Iterable<District>,
): District[] {
  return [...districts].sort((a, b) => b.burden - a.burden || a.district - b.district);
}

type Ordered = Pick<PublishedFlag, 'kind' | 'leads' | 'severity' | 'district' | 'indicator' | 'group'>;

/**
 * The order of flags: by kind, those that decide before those that stand beside, alerts before watches before
 * the rest, then by district, indicator as the rule has them, and group.
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
