import type { PublishedFlag } from '../flagging/flag.ts';
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

/** The flags that decide. */
export function leadingFlags({ flags }: Pick<PublicationDocument, 'flags'>): PublishedFlag[] {
  return flags.filter(({ leads }) => leads);
}
