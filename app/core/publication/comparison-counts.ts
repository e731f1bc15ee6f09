import type { FlagBasis, FlagKind } from '../flagging/flag.ts';
import { isProblem } from '../flagging/status.ts';
import type { PublicationDocument } from './document.ts';

/**
 * Comparisons of one kind that decide: made, not made for want of respondents (or hidden), and with nothing
 * to compare with.
 */
export interface ComparisonCount {
  kind: FlagKind;
  basis: FlagBasis;
  made: number;
  insufficient: number;
  withoutComparison: number;
}

/**
 * What a heading on flags speaks of: how many comparisons of each kind were made and how many could not be.
 * A change is one comparison, told with deterioration: that it is tested for an improvement too does not
 * count it twice.
 */
export function comparisonCounts({
  comparisons,
}: Pick<PublicationDocument, 'comparisons'>): ComparisonCount[] {
  return comparisons.flatMap(({ leads, ...count }) => (leads && isProblem(count.kind) ? [count] : []));
}

/** The same of all kinds together. */
export function comparisonTotal(
  document: Pick<PublicationDocument, 'comparisons'>,
): Pick<ComparisonCount, 'made' | 'insufficient' | 'withoutComparison'> {
  const total = { made: 0, insufficient: 0, withoutComparison: 0 };
  for (const { made, insufficient, withoutComparison } of comparisonCounts(document)) {
    total.made += made;
    total.insufficient += insufficient;
    total.withoutComparison += withoutComparison;
  }
  return total;
}
