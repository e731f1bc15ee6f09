import { z } from 'zod';
import type { TestIdentity } from '../flagging/flag.ts';
import type { DescribedCell } from '../places/mention-map.ts';
import { listOf, text } from '../text/json-fields.ts';
import { storedPublicationForm } from './document.ts';
import type { PublishedDistribution } from './published-distribution.ts';
import type { PublishedEstimate } from './published-estimate.ts';
import { publishedParallelSampleForm } from './published-parallel-sample.ts';
import { publishedRollingYearForm } from './published-rolling-year.ts';

/** An exact estimate with what decides whether it may be shown. */
export interface ExactEstimate extends PublishedEstimate {
  /** Respondents with the rarer of the two answers; null for a mean. */
  rarerCount: number | null;
}

const rollingYear = publishedRollingYearForm.extend({
  estimates: listOf<ExactEstimate>(),
  /** The waves of the year that changes are measured against, the newer and the older. */
  against: text.nullable(),
  againstPooledWith: text.nullable(),
});

/** A rolling year with its exact figures. */
export type ExactRollingYear = z.infer<typeof rollingYear>;

const parallelSample = publishedParallelSampleForm.extend({
  estimates: listOf<ExactEstimate>(),
  distributions: listOf<PublishedDistribution>(),
});

/**
 * A parallel sample with its own exact figures of the city: whoever knows an effect and the wave's figure
 * knows the sample's.
 */
export type ExactParallelSample = z.infer<typeof parallelSample>;

/**
 * The form in which an exact publication is kept beside the one that was published; its long lists as in
 * `storedPublicationForm`.
 */
export const exactPublicationForm = storedPublicationForm.extend({
  estimates: listOf<ExactEstimate>(),
  rollingYear: rollingYear.nullable(),
  /** Tests that raised nothing: where a figure is hidden they are told as those that raised something are. */
  unflagged: listOf<TestIdentity>(),
  mentionCells: listOf<DescribedCell>(),
  parallelSamples: z.array(parallelSample).optional(),
});

/**
 * A publication before disclosure control: exact values and bases. It never leaves the firm; `suppress` turns
 * it into something that may.
 */
export type ExactPublication = z.infer<typeof exactPublicationForm>;
