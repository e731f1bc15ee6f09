import { z } from 'zod';
import { publishedWaveForm } from '../fieldwork/published-wave.ts';
import { type PublishedFlag, publishedFlagForm } from '../flagging/flag.ts';
import { publishedComparisonsForm } from '../flagging/published-comparisons.ts';
import { districtWishesForm } from '../places/district-wishes.ts';
import { publishedPlaceForm } from '../places/place.ts';
import { listOf, text } from '../text/json-fields.ts';
import { type PublishedMentionCell, publishedMentionCellForm } from './places/published-mention-cell.ts';
import { publishedPlaceAnswersForm } from './places/published-places.ts';
import { type PublishedDistribution, publishedDistributionForm } from './published-distribution.ts';
import { type PublishedEstimate, publishedEstimateForm } from './published-estimate.ts';
import { publishedIndicatorForm } from './published-indicator.ts';
import { publishedMethodForm } from './published-method.ts';
import { publishedOutcomeForm } from './published-outcome.ts';
import { publishedParallelSampleForm } from './published-parallel-sample.ts';
import { publishedRollingYearForm } from './published-rolling-year.ts';

/** The form of a publication: nothing else may be in it. */
export const publicationForm = z.strictObject({
  format: z.literal('poczucie-publication/3'),
  /** `<waveId>.<number>`, for example `2026-1.1`. */
  publicationId: z.string().regex(/^\d{4}-[12]\.\d{1,4}$/),
  number: z.number().int().min(1),
  /** The publication that this one corrects; a published figure never changes in place. */
  replaces: text.nullable(),
  /** Why it replaces another, in words; null for a first publication. */
  correctionNote: text.nullable(),
  wave: publishedWaveForm,
  method: publishedMethodForm,
  indicators: z.array(publishedIndicatorForm),
  estimates: z.array(publishedEstimateForm),
  /** The same of this wave and the last comparable one together; null where there is none. */
  rollingYear: publishedRollingYearForm.nullable(),
  distributions: z.array(publishedDistributionForm),
  flags: z.array(publishedFlagForm),
  /** How many comparisons stand behind the flags, and how many could not be made. */
  comparisons: z.array(publishedComparisonsForm),
  places: z.array(publishedPlaceForm),
  /** What the codes of a place's reasons, times and fixes say. */
  placeAnswers: publishedPlaceAnswersForm,
  /** Every district, by number; codes are those of the fixes. */
  districtWishes: z.array(districtWishesForm),
  /** Describes, and tests nothing: where places were called unsafe. */
  mentionCells: z.array(publishedMentionCellForm),
  outcomes: z.array(publishedOutcomeForm),
  /** Mode effects; only where samples in other modes were asked beside the wave. */
  parallelSamples: z.array(publishedParallelSampleForm).optional(),
});

/**
 * The publication: the only thing that crosses from the firm to the city. Everything city hall shows comes
 * from here, so it carries its own words, bases and rules. Numbers are already suppressed and rounded for
 * disclosure.
 */
export type PublicationDocument = z.infer<typeof publicationForm>;

/**
 * The form in which a publication is read back from where it was stored, checked whole before. To look again
 * at every figure of its five megabytes costs a quarter of a second, four times what parsing them does
 * (measured, Node 20): the long lists are only taken to be lists.
 */
export const storedPublicationForm = publicationForm.extend({
  estimates: listOf<PublishedEstimate>(),
  rollingYear: publishedRollingYearForm.extend({ estimates: listOf<PublishedEstimate>() }).nullable(),
  distributions: listOf<PublishedDistribution>(),
  flags: listOf<PublishedFlag>(),
  mentionCells: listOf<PublishedMentionCell>(),
});
