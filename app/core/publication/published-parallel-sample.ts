import { z } from 'zod';
import { modeSharesForm } from '../fieldwork/published-wave.ts';
import { count, day, text } from '../text/json-fields.ts';
import { publishedRunForm } from './published-run.ts';
import { publishedStudyForm } from './published-study.ts';

/** The form of a mode effect. */
export const modeEffectForm = z.strictObject({
  indicator: text,
  /** Shares 0–1 to 0.001, means 0–100 to 0.1. */
  difference: z.number(),
  lower: z.number(),
  upper: z.number(),
  standardError: z.number().min(0),
  /** Respondents in the base of the wave and of the sample, rounded down to 10. */
  n: z.strictObject({ to: count, from: count }),
});

/**
 * The wave's figure of the whole city minus the sample's, with the error of independent samples and a 95 %
 * interval.
 */
export type PublishedModeEffect = z.infer<typeof modeEffectForm>;

/** The form of a parallel sample. */
export const publishedParallelSampleForm = z.strictObject({
  /** The study that it was, with the digests of its file and of the mapping. */
  study: publishedStudyForm,
  /** Days of its fieldwork, `YYYY-MM-DD`. */
  fieldworkFrom: day,
  fieldworkTo: day,
  /** The questionnaire that its people answered. */
  questionnaireVersion: text,
  /** The mode that the effects come from; the one that they lead to is the wave's own. */
  modes: modeSharesForm,
  /** Rounded down to 10. */
  respondents: count,
  designEffect: z.number().min(0),
  converged: z.boolean(),
  /** Of its weights, as in `method.weighting`. */
  warnings: z.array(text),
  /** The run of its weights and estimates; the wave's own are in `method.runs`. */
  run: publishedRunForm,
  effects: z.array(modeEffectForm),
});

/**
 * A second sample of the same people in the same half-year, asked in another mode: what the way of answering
 * does to each figure of the city. Of districts nothing is told: in one district such a sample is too small.
 */
export type PublishedParallelSample = z.infer<typeof publishedParallelSampleForm>;

/** What a sample says beside its effects. */
export const parallelSampleHeadForm = publishedParallelSampleForm.omit({ effects: true });
