import type { DomainKey } from '../estimation/estimate.ts';

/** AAPOR outcome rates of a domain (`city` or a district key); counts rounded down to 10. */
export interface PublishedOutcome {
  domain: DomainKey;
  issued: number;
  complete: number;
  partial: number;
  eligibilityRate: number;
  responseRate2: number;
  responseRate3: number;
  cooperationRate2: number;
  refusalRate2: number;
  contactRate2: number;
}
