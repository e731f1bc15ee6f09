import { gapDomains } from '../flagging/gap-groups.ts';
import type { PublicationDocument, PublishedFlag } from '../publication/document.ts';
import type { DraftPublication } from '../publication/draft.ts';
import { districtKey } from '../sampling/stratum.ts';
import { roundBase, roundQ, roundShare } from './rounding.ts';

/**
 * A flag as it may be shown: its evidence repeats figures of the district (and of its groups, and of the wave it
 * is compared with), so it is withheld, and the flag called insufficient, when any of those is suppressed.
 */
export function publishableFlag(
  flag: PublishedFlag,
  draft: DraftPublication,
  isShown: (indicator: string, domain: string) => boolean,
  earlier: readonly PublicationDocument[],
): PublishedFlag {
  const district = districtKey(flag.district);
  const domains = flag.group === null ? [district] : [district, ...gapDomains(flag.group, flag.district)];
  const isPublicNow = domains.every((domain) => isShown(flag.indicator, domain));
  const comparedWith = flag.kind === 'deterioration' ? flag.against : flag.pooledWith;
  const isPublicThen =
    comparedWith === null ||
    comparedWith === draft.wave.waveId ||
    earlier.some(
      ({ wave, estimates }) =>
        wave.waveId === comparedWith &&
        domains.every((domain) => isPublicOrAbsent(estimates, flag.indicator, domain, domain === district)),
    );
  if (flag.severity === 'insufficient' || !isPublicNow || !isPublicThen) {
    return {
      ...flag,
      severity: 'insufficient',
      status: null,
      needsIntervention: false,
      estimate: null,
      size: null,
      lower: null,
      upper: null,
      n: null,
      q: null,
      conservativeBurden: null,
    };
  }
  return {
    ...flag,
    estimate: orNull(flag.estimate, roundShare),
    size: orNull(flag.size, roundShare),
    lower: orNull(flag.lower, roundShare),
    upper: orNull(flag.upper, roundShare),
    n: orNull(flag.n, roundBase),
    q: orNull(flag.q, roundQ),
    conservativeBurden: orNull(flag.conservativeBurden, roundBase),
  };
}

function isPublicOrAbsent(
  estimates: PublicationDocument['estimates'],
  indicator: string,
  domain: string,
  isRequired: boolean,
): boolean {
  const estimate = estimates.find(
    (candidate) => candidate.indicator === indicator && candidate.domain === domain,
  );
  return estimate ? estimate.quality !== 'suppressed' : !isRequired;
}

function orNull(value: number | null, rounded: (value: number) => number): number | null {
  return value === null ? null : rounded(value);
}
