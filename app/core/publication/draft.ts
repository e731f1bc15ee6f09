import type { DescribedCell } from '../places/mention-map.ts';
import type { PublicationDocument, PublishedEstimate } from './document.ts';

/**
 * A publication before disclosure control: exact values and bases. It never leaves the firm; `suppress` turns it into
 * something that may.
 */
export interface DraftPublication extends Omit<PublicationDocument, 'estimates' | 'mentionCells'> {
  estimates: DraftEstimate[];
  /** Drafts made before the map of mentions was drawn lack it. */
  mentionCells?: DescribedCell[];
}

export interface DraftEstimate extends PublishedEstimate {
  /** Respondents with the rarer of the two answers (shares); without it, share × base stands in. */
  rarerCount?: number | null;
}
