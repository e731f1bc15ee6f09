import { defaultFlagRule } from '#core/flagging/default-rule.ts';
import { defaultPlaceRule } from '#core/places/default-rule.ts';
import { analyseResponses, methodVersion, type WaveAnalysis } from '#core/publication/analyse.ts';
import { flagCounts } from '#core/publication/flag-counts.ts';
import type { Questionnaire } from '#core/questionnaire/definition.ts';
import { indicatorsOf } from '#core/questionnaire/indicators.ts';
import { type Variable, variables } from '#core/questionnaire/variables.ts';
import { weightWave } from '#core/weighting/weight-wave.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';
import type { WaveSettings } from './create-wave.server.ts';
import { questionnaireOf } from './resident-session.server.ts';
import { entryOf, type Outcome, type StaffAct } from './staff-act.ts';
import { waveSample, weightingMaterial } from './wave-responses.server.ts';

export type AnalysedWave = Outcome<
  { runId: number; analysis: WaveAnalysis },
  'unknown-wave' | 'not-weighted' | 'weights-not-reproduced'
>;

/**
 * Estimates and flags a weighted wave and keeps the exact figures for the firm. The weights are made again from the same
 * input; a run that does not give the stored weights to the last bit is refused.
 */
export function analyseWave(database: FieldworkDatabase, waveId: string, act: StaffAct): AnalysedWave {
  const wave = database.waves.wave(waveId);
  if (!wave) return { ok: false, reason: 'unknown-wave' };
  const run = database.analysis.newestWeightRun(waveId);
  if (!run || (wave.status !== 'weighted' && wave.status !== 'published')) {
    return { ok: false, reason: 'not-weighted' };
  }
  const material = weightingMaterial(database, waveId);
  const weighted = weightWave(material.input);
  const stored = database.analysis.weights(run.runId);
  const isSame =
    material.inputSha256 === run.inputSha256 &&
    stored.length === weighted.final.length &&
    stored.every(({ final }, index) => final === weighted.final[index]);
  if (!isSame) return { ok: false, reason: 'weights-not-reproduced' };

  const analysis = analyseResponses({
    wave,
    responses: material.responses,
    sample: waveSample(material, weighted),
    indicators: indicatorsOf(wave.questionnaireVersion),
    variables: publishedVariables(questionnaireOf(database, wave)),
    earlier: earlierAnalyses(database, wave),
    rule: ruleOf(wave),
    placeRule: defaultPlaceRule,
  });
  const runId = database.transact(() => {
    const id = database.analysis.addAnalysis({
      waveId,
      weightRunId: run.runId,
      methodVersion,
      analysis: JSON.stringify(analysis),
      createdAt: act.now,
    });
    database.audit.record(
      entryOf(act, 'wave-analysed', waveId, {
        runId: id,
        estimates: analysis.estimates.length,
        ...flagCounts(analysis.flags),
      }),
    );
    return id;
  });
  return { ok: true, runId, analysis };
}

/** The rule that was decided before the wave opened. */
export function ruleOf(wave: WaveRow) {
  return (JSON.parse(wave.settings) as WaveSettings).rule ?? defaultFlagRule;
}

/** Closed questions with one answer: what a distribution can be shown of. */
export function publishedVariables(questionnaire: Questionnaire): Variable[] {
  return variables(questionnaire).filter(({ kind }) => kind === 'single');
}

/** Analyses of the published waves before this one, newest first. */
export function earlierAnalyses(
  database: FieldworkDatabase,
  { waveId }: Pick<WaveRow, 'waveId'>,
): WaveAnalysis[] {
  return database.waves
    .newestFirst()
    .filter((other) => other.waveId < waveId && other.status === 'published')
    .flatMap((other) => {
      const run = database.analysis.newestAnalysis(other.waveId);
      return run ? [JSON.parse(run.analysis) as WaveAnalysis] : [];
    });
}
