import type { DescribedCell } from '../places/mention-map.ts';
import type { PublicationDocument, PublishedDistribution, PublishedEstimate } from './document.ts';
import type { PublishedParallelSample } from './published-parallel-sample.ts';

/**
 * A publication before disclosure control: exact values and bases. It never leaves the firm; `suppress` turns it into
 * something that may.
 */
export interface DraftPublication
  extends Omit<PublicationDocument, 'estimates' | 'mentionCells' | 'parallelSamples'> {
  estimates: DraftEstimate[];
  /** Drafts made before the map of mentions was drawn lack it. */
  mentionCells?: DescribedCell[];
  parallelSamples?: DraftParallelSample[];
}

/** A parallel sample with its own exact figures of the city: whoever knows an effect and the wave's figure knows the sample's. */
export interface DraftParallelSample extends PublishedParallelSample {
  estimates: DraftEstimate[];
  distributions: PublishedDistribution[];
}

/** An exact estimate with what decides whether it may be shown. */
export interface DraftEstimate extends PublishedEstimate {
  /** Respondents with the rarer of the two answers (shares); without it, share × base stands in. */
  rarerCount?: number | null;
}
