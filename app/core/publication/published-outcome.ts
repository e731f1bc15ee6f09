import { z } from 'zod';
import { count, share, text } from '../text/json-fields.ts';

/** The form of a domain's outcome rates. */
export const publishedOutcomeForm = z.strictObject({
  domain: text,
  issued: count,
  complete: count,
  partial: count,
  eligibilityRate: share,
  responseRate2: share,
  responseRate3: share,
  cooperationRate2: share,
  refusalRate2: share,
  contactRate2: share,
});

/** AAPOR outcome rates of a domain (`city` or a district key); counts rounded down to 10. */
export type PublishedOutcome = z.infer<typeof publishedOutcomeForm>;
