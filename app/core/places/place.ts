import { z } from 'zod';
import { flagStatusForm } from '../flagging/flag.ts';
import { count, share, text } from '../text/json-fields.ts';

/** An H3 cell. */
export const cellForm = z.string().regex(/^[0-9a-f]{15}$/);

/** The form of an answer with how many people gave it. */
export const countedAnswerForm = z.strictObject({ code: z.number().int(), people: count });

/** An answer by its code, with how many people gave it. */
export type CountedAnswer = z.infer<typeof countedAnswerForm>;

/** The form of a flagged place. */
export const publishedPlaceForm = z.strictObject({
  placeId: text,
  /** Name of the nearest gazetteer entry; never a resident's own words. */
  name: text,
  district: z.number().int().nullable(),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  /** H3 cells, resolution 9 or 10. */
  cells: z.array(cellForm),
  /**
   * People who called a spot in its cells or their neighbours unsafe and know it themselves, rounded down to
   * 10; null for 5 to 9.
   */
  unsafeRespondents: count.nullable(),
  /** The same people and those who called a spot there safe, each once: all who know it and named it. */
  totalRespondents: count.nullable(),
  /** People who called a spot there safe, rounded down to 10; null for fewer than 10, none included. */
  safeRespondents: count.nullable(),
  /**
   * People who called a spot there unsafe and know all that they named there from others only. They count in
   * nothing else. Rounded down to 10; null for fewer than 10, none included.
   */
  knownFromOthers: count.nullable(),
  /** Of all who called it unsafe, the share who know it from others only; null where either are too few. */
  shareFromOthers: share.nullable(),
  q: share,
  familySize: count,
  /**
   * Reasons, times and what would help there most, by those who know it themselves: codes of `placeAnswers`,
   * most frequent first, each from at least 10 people and rounded down to 10.
   */
  reasons: z.array(countedAnswerForm),
  times: z.array(countedAnswerForm),
  fixes: z.array(countedAnswerForm),
  status: flagStatusForm,
});

/** A group of touching map cells where unsafe mentions are more than people's paths explain (method 3.7). */
export type PublishedPlace = z.infer<typeof publishedPlaceForm>;
