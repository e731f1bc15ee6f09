import { z } from 'zod';
import { count, localised, share, text } from '../text/json-fields.ts';

/** The form of an answer that could be chosen. */
export const publishedChoiceForm = z.strictObject({ code: z.number().int(), label: localised });

/** An answer that could be chosen, in words. */
export type PublishedChoice = z.infer<typeof publishedChoiceForm>;

const answer = z.strictObject({
  ...publishedChoiceForm.shape,
  share: share.nullable(),
  /** 95 % interval, as of an indicator. */
  lower: share.nullable(),
  upper: share.nullable(),
});

/**
 * The share of one answer: null, with its interval, where fewer than 10 people gave it, or where it would
 * give such a one away.
 */
export type PublishedAnswer = z.infer<typeof answer>;

/** The form of a question's answers in a domain. */
export const publishedDistributionForm = z.strictObject({
  variable: text,
  /** A `DomainKey`. */
  domain: text,
  title: localised,
  /** Respondents in the base, rounded down to 10; null when the whole distribution is suppressed. */
  n: count.nullable(),
  answers: z.array(answer),
});

/** Every answer of a question in a domain, in words. */
export type PublishedDistribution = z.infer<typeof publishedDistributionForm>;
