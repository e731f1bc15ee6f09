import { z } from 'zod';
import { publishedPlaceForm } from '../../places/place.ts';
import { listOf } from '../../text/json-fields.ts';
import { publishedChoiceForm } from '../published-distribution.ts';
import type { PublishedMentionCell } from './published-mention-cell.ts';

/** What the codes of a place's reasons, times and fixes say. */
export const publishedPlaceAnswersForm = z.strictObject({
  reasons: z.array(publishedChoiceForm),
  times: z.array(publishedChoiceForm),
  fixes: z.array(publishedChoiceForm),
});

/** The form of what is stored of a publication's places, apart from it; the publication was checked whole. */
export const publishedPlacesForm = z.strictObject({
  places: z.array(publishedPlaceForm),
  placeAnswers: publishedPlaceAnswersForm,
  mentionCells: listOf<PublishedMentionCell>(),
  /** H3 resolution of the cells. */
  resolution: z.number().int(),
});

/** All that a publication says of places. */
export type PublishedPlaces = z.infer<typeof publishedPlacesForm>;
