import type { DescribedCell } from '../places/mention-map.ts';
import type {
  PublicationDocument,
  PublishedDistribution,
  PublishedEstimate,
  PublishedRollingYear,
  TestIdentity,
} from './document.ts';
import type { PublishedParallelSample } from './published-parallel-sample.ts';

/**
 * A publication before disclosure control: exact values and bases. It never leaves the firm; `suppress` turns it into
 * something that may.
 */
export interface DraftPublication
  extends Omit<PublicationDocument, 'estimates' | 'rollingYear' | 'mentionCells' | 'parallelSamples'> {
  estimates: DraftEstimate[];
  rollingYear: DraftRollingYear | null;
  /** Tests that raised nothing: where a figure is hidden they are told as those that raised something are. */
  unflagged: TestIdentity[];
  /** Drafts made before the map of mentions was drawn lack it. */
  mentionCells?: DescribedCell[];
  parallelSamples?: DraftParallelSample[];
}

/** A rolling year with its exact figures. */
export interface DraftRollingYear extends PublishedRollingYear {
  estimates: DraftEstimate[];
  /** The waves of the year that changes are measured against, the newer and the older. */
  against: string | null;
  againstPooledWith: string | null;
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
