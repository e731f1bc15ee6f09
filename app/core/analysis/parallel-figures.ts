import { z } from 'zod';
import { distributionsOf } from '../estimation/distributions.ts';
import type { Distribution, Estimate } from '../estimation/estimate.ts';
import { estimateWave } from '../estimation/estimate-wave.ts';
import { type WaveSample, waveDomains } from '../estimation/wave-sample.ts';
import { modeSharesForm } from '../fieldwork/published-wave.ts';
import type { FlagRuleSettings } from '../flagging/rule-settings.ts';
import { type SeriesBreak, seriesBreaks, type WaveConditions } from '../flagging/series-break.ts';
import type { Mode } from '../mode.ts';
import { tabulateAnswers } from '../questionnaire/answers/answer-table.ts';
import type { Answers, IndicatorDefinition } from '../questionnaire/definition.ts';
import type { Variable } from '../questionnaire/variables.ts';
import { count, listOf } from '../text/json-fields.ts';
import { modeShares } from './analyse.ts';
import { responseColumns } from './response-columns.ts';

/** The form in which they are kept as a run; see `waveAnalysisForm`. */
export const parallelFiguresForm = z.strictObject({
  modes: modeSharesForm,
  respondents: count,
  estimates: listOf<Estimate>(),
  /** Of the questions behind the indicators: disclosure control needs them. */
  distributions: listOf<Distribution>(),
});

/** Exact figures of the whole city in a parallel sample. They never leave the firm. */
export type ParallelFigures = z.infer<typeof parallelFiguresForm>;

/** Estimates a weighted parallel sample as a wave is estimated, for the city only. */
export function estimateParallelSample({
  responses,
  sample,
  indicators,
  variables,
}: {
  /** Respondents in the order of the sample's columns. */
  responses: readonly { mode: Mode; answers: Answers }[];
  sample: WaveSample;
  indicators: readonly IndicatorDefinition[];
  variables: readonly Variable[];
}): ParallelFigures {
  const columns = responseColumns(
    tabulateAnswers(
      responses.map(({ answers }) => answers),
      [],
    ),
    { indicators, variables, places: null },
  );
  const domains = { ...waveDomains(sample), keys: ['city'], districts: [] };
  const { estimates } = estimateWave(
    domains,
    indicators.map(({ id, kind }, index) => ({
      id,
      kind,
      values: columns.indicators[index] ?? new Float64Array(0),
      gaps: [],
    })),
  );
  return {
    modes: modeShares(responses.map(({ mode }) => mode)),
    respondents: responses.length,
    estimates,
    distributions: distributionsOf(domains, columns.answers),
  };
}

/** Why the difference of two samples is no mode effect. */
export type NoModeEffect = { reason: 'same-mode' } | { reason: 'not-only-mode'; found: SeriesBreak[] };

/**
 * Whether what lies between a parallel sample and its wave is the mode alone, by the rule that parts the
 * waves of a series; null when it is.
 */
export function whyNoModeEffect(
  sample: WaveConditions,
  wave: WaveConditions,
  rule: Pick<FlagRuleSettings, 'maximumModeShift'>,
): NoModeEffect | null {
  const found = seriesBreaks(sample, wave, rule);
  const others = found.filter(({ kind }) => kind !== 'mode');
  if (others.length > 0) return { reason: 'not-only-mode', found: others };
  return found.length === 0 ? { reason: 'same-mode' } : null;
}
