import { z } from 'zod';
import { flagStatusForm } from '../flagging/flag.ts';
import { count, share, text } from '../text/json-fields.ts';

/** An H3 cell. */
export const cellForm = z.string().regex(/^[0-9a-f]{15}$/);

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
  /** In its cells and their neighbours, rounded down to 10; null for 5 to 9 people. */
  unsafeRespondents: count.nullable(),
  totalRespondents: count.nullable(),
  q: share,
  familySize: count,
  /** Leading reasons and times, codes of `placeAnswers`, each from at least 10 people. */
  reasons: z.array(z.number().int()),
  times: z.array(z.number().int()),
  status: flagStatusForm,
});

/** A group of touching map cells where unsafe mentions are more than people's paths explain (method 3.7). */
export type PublishedPlace = z.infer<typeof publishedPlaceForm>;
