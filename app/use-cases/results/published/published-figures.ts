import type { DomainKey } from '#core/estimation/estimate.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import { readOnce } from './read-once.ts';

/** All that a publication says about one domain. */
export interface DomainProfile {
  /** The domain's own figure by indicator id. */
  estimates: ReadonlyMap<string, PublishedEstimate>;
  /** Figures of its parts (`D01|sex:F`) by indicator id, in the order of their keys. */
  parts: ReadonlyMap<string, readonly PublishedEstimate[]>;
}

type Figures = Pick<PublicationDocument, 'estimates'>;

interface FilledProfile extends DomainProfile {
  estimates: Map<string, PublishedEstimate>;
  parts: Map<string, PublishedEstimate[]>;
}

const profilesOf = readOnce(readProfiles);
const nothing: DomainProfile = { estimates: new Map(), parts: new Map() };

/** A domain with its parts: `city`, `D01`. */
export function profileOf(publication: Figures, domain: DomainKey): DomainProfile {
  return profilesOf(publication).get(domain) ?? nothing;
}

/** One figure: `domain` is `city`, `D01`, `D01|sex:F`, … */
export function figureOf(
  publication: Figures,
  indicator: string,
  domain: DomainKey,
): PublishedEstimate | null {
  const { estimates, parts } = profileOf(publication, wholeOf(domain));
  const own = wholeOf(domain) === domain;
  const found = own
    ? estimates.get(indicator)
    : parts.get(indicator)?.find((estimate) => estimate.domain === domain);
  return found ?? null;
}

function readProfiles({ estimates }: Figures): ReadonlyMap<DomainKey, DomainProfile> {
  const read = new Map<DomainKey, FilledProfile>();
  for (const estimate of estimates) {
    const { domain, indicator } = estimate;
    const whole = wholeOf(domain);
    const profile = read.get(whole) ?? { estimates: new Map(), parts: new Map() };
    read.set(whole, profile);
    if (whole === domain) profile.estimates.set(indicator, estimate);
    else profile.parts.set(indicator, [...(profile.parts.get(indicator) ?? []), estimate]);
  }
  for (const { parts } of read.values()) {
    for (const ofIndicator of parts.values()) ofIndicator.sort((a, b) => (a.domain < b.domain ? -1 : 1));
  }
  return read;
}

function wholeOf(domain: DomainKey): DomainKey {
  return domain.split('|')[0] as DomainKey;
}
