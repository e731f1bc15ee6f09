import type { PublishedFlag } from '../flagging/flag.ts';
import { isProblem } from '../flagging/status.ts';
import type { PublicationDocument } from './document.ts';
import type { PublishedEstimate } from './published-estimate.ts';

/**
 * The figures that pages show first: those of the rolling year where it leads, for the domains that it has,
 * and the wave's for the others (groups within a district).
 */
export function leadingEstimates({
  estimates,
  rollingYear,
}: Pick<PublicationDocument, 'estimates' | 'rollingYear'>): PublishedEstimate[] {
  if (!rollingYear?.leads) return estimates;
  const nameOf = ({ indicator, domain }: PublishedEstimate) => `${indicator} ${domain}`;
  const ofYear = new Map(rollingYear.estimates.map((estimate) => [nameOf(estimate), estimate]));
  return estimates.map((estimate) => ofYear.get(nameOf(estimate)) ?? estimate);
}

/** The flags that decide, of everything that is a problem: improvements call for nothing. */
export function leadingFlags({ flags }: Pick<PublicationDocument, 'flags'>): PublishedFlag[] {
  return flags.filter(({ kind, leads }) => leads && isProblem(kind));
}

/** The improvements that were found by the tests that decide. */
export function leadingImprovements({ flags }: Pick<PublicationDocument, 'flags'>): PublishedFlag[] {
  return flags.filter(({ kind, leads }) => leads && !isProblem(kind));
}
