import { z } from 'zod';
import { cellForm } from '../../places/place.ts';
import { mentionBands, mentionStandings } from './mention-bands.ts';

/** The form of a cell of the map of mentions. */
export const publishedMentionCellForm = z.strictObject({
  /** H3 cell of the place rule's resolution. */
  cell: cellForm,
  /** At least so many people, and fewer than the next band. */
  people: z.literal(mentionBands),
  /**
   * Whether places in the cell and its neighbours are called unsafe more or less often than in the city as a
   * whole: Gi* of the excess from 2 up, or from −2 down.
   */
  standing: z.enum(mentionStandings),
});

/** A cell of the map in which at least five people called a place unsafe. Descriptive: it decides nothing. */
export type PublishedMentionCell = z.infer<typeof publishedMentionCellForm>;
