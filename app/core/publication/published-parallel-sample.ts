import type { PublishedWave } from '../fieldwork/published-wave.ts';
import type { PublishedRun } from './published-run.ts';

/**
 * A second sample of the same people in the same half-year, asked in another mode: what the way of answering does to each figure of the
 * city. Of districts nothing is told: in one district such a sample is too small.
 */
export interface PublishedParallelSample {
  /** The study that it was, with the digests of its file and of the mapping. */
  study: { name: string; fileSha256: string; mappingSha256: string };
  /** Days of its fieldwork, `YYYY-MM-DD`. */
  fieldworkFrom: string;
  fieldworkTo: string;
  /** The questionnaire that its people answered. */
  questionnaireVersion: string;
  /** The mode that the effects come from; the one that they lead to is the wave's own. */
  modes: PublishedWave['modes'];
  /** Rounded down to 10. */
  respondents: number;
  designEffect: number;
  converged: boolean;
  /** Of its weights, as in `method.weighting`. */
  warnings: string[];
  /** The run of its weights and estimates; the wave's own are in `method.runs`. */
  run: PublishedRun;
  effects: PublishedModeEffect[];
}

/** The wave's figure of the whole city minus the sample's, with the error of independent samples and a 95 % interval. */
export interface PublishedModeEffect {
  indicator: string;
  /** Shares 0–1 to 0.001, means 0–100 to 0.1. */
  difference: number;
  standardError: number;
  lower: number;
  upper: number;
  /** Respondents in the base of the wave and of the sample, rounded down to 10. */
  n: { to: number; from: number };
}
