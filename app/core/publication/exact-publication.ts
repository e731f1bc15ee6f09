import type { TestIdentity } from '../flagging/flag.ts';
import type { DescribedCell } from '../places/mention-map.ts';
import type { PublicationDocument } from './document.ts';
import type { PublishedDistribution } from './published-distribution.ts';
import type { PublishedEstimate } from './published-estimate.ts';
import type { PublishedParallelSample } from './published-parallel-sample.ts';
import type { PublishedRollingYear } from './published-rolling-year.ts';

/**
 * A publication before disclosure control: exact values and bases. It never leaves the firm; `suppress` turns it into
 * something that may.
 */
export interface ExactPublication
  extends Omit<PublicationDocument, 'estimates' | 'rollingYear' | 'mentionCells' | 'parallelSamples'> {
  estimates: ExactEstimate[];
  rollingYear: ExactRollingYear | null;
  /** Tests that raised nothing: where a figure is hidden they are told as those that raised something are. */
  unflagged: TestIdentity[];
  mentionCells: DescribedCell[];
  parallelSamples?: ExactParallelSample[];
}

/** A rolling year with its exact figures. */
export interface ExactRollingYear extends PublishedRollingYear {
  estimates: ExactEstimate[];
  /** The waves of the year that changes are measured against, the newer and the older. */
  against: string | null;
  againstPooledWith: string | null;
}

/** A parallel sample with its own exact figures of the city: whoever knows an effect and the wave's figure knows the sample's. */
export interface ExactParallelSample extends PublishedParallelSample {
  estimates: ExactEstimate[];
  distributions: PublishedDistribution[];
}

/** An exact estimate with what decides whether it may be shown. */
export interface ExactEstimate extends PublishedEstimate {
  /** Respondents with the rarer of the two answers; null for a mean. */
  rarerCount: number | null;
}
