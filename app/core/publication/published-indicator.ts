import { z } from 'zod';
import { localised, text } from '../text/json-fields.ts';

/** The form of a published indicator. */
export const publishedIndicatorForm = z.strictObject({
  id: text,
  kind: z.enum(['share', 'mean']),
  direction: z.enum(['high-is-bad', 'high-is-good', 'neutral']),
  headline: z.boolean(),
  /** Continues a trend of the study: never reworded. */
  trend: z.boolean(),
  page: text,
  /** What the subject of that page is called. */
  topic: localised,
  /**
   * The answers behind a share of one question: `codes` of `variable` among `baseCodes`; null when it has
   * several.
   */
  derivedFrom: z
    .strictObject({ variable: text, codes: z.array(z.number()), baseCodes: z.array(z.number()) })
    .nullable(),
  name: localised,
  /** The question as asked. */
  question: localised,
  /** Who is in the base. */
  base: localised,
  /** The result in words, with `{{value}}` for the figure. */
  result: localised,
});

/** An indicator in words of each language, and what it is made of. */
export type PublishedIndicator = z.infer<typeof publishedIndicatorForm>;
