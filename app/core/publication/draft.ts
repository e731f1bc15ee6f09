import type { PublicationDocument, PublishedEstimate } from './document.ts';

/**
 * A publication before disclosure control: exact values and bases. It never leaves the firm; `suppress` turns it into
 * something that may.
 */
export interface DraftPublication extends PublicationDocument {
  estimates: DraftEstimate[];
}

export interface DraftEstimate extends PublishedEstimate {
  /** Respondents with the rarer of the two answers (shares); without it, share × base stands in. */
  rarerCount?: number | null;
}
