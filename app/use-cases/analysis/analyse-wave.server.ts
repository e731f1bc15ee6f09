import { analyseResponses, methodVersion } from '#core/analysis/analyse.ts';
import { flagCounts } from '#core/analysis/flag-counts.ts';
import { responseColumns } from '#core/analysis/response-columns.ts';
import type { WaveAnalysis } from '#core/analysis/wave-analysis.ts';
import { canonicalJson, sha256Of } from '#core/digest.ts';
import { weightWave } from '#core/weighting/weight-wave.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { AnalysisRunRow } from '#db/fieldwork/queries/analysis.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';
import { cityCells } from '../results/map/city-outline.server.ts';
import { entryOf, type Outcome, type StaffAct } from '../staff-act.ts';
import { frozenAnswers } from '../wave/frozen-answers.server.ts';
import { questionnaireOf } from '../wave/questionnaire-of-wave.server.ts';
import { settingsOf } from '../wave/wave-settings.ts';
import type { AnalysisParameters } from './analysis-parameters.ts';
import { askedIndicators, askedWith, otherScales, publishedVariables } from './imported-study.server.ts';
import { analysisOf, weightingSettingsOf } from './stored-runs.server.ts';
import { designDigest } from './study-design.ts';
import { responsesDigest, waveSample, weightingMaterial, weightsDigest } from './wave-responses.server.ts';

export type AnalysedWave = Outcome<
  { runId: number; analysis: WaveAnalysis },
  'unknown-wave' | 'not-weighted' | 'weights-not-reproduced'
>;

/** Every weight that a run keeps. */
const weightSteps = ['base', 'nonresponse', 'final'] as const;

/**
 * Estimates and flags a weighted wave by the rules that were decided before it opened, and keeps the exact
 * figures for the firm as a run: with its parameters, the digest of its input and the digest of its bytes.
 * The weights are made again from the same input by the parameters of their run; weights that differ from the
 * stored ones in the last bit, at any step, are refused.
 */
export function analyseWave(database: FieldworkDatabase, waveId: string, act: StaffAct): AnalysedWave {
  const wave = database.waves.wave(waveId);
  if (!wave) return { ok: false, reason: 'unknown-wave' };
  const run = database.analysis.newestWeightRun(waveId);
  if (!run || (wave.status !== 'weighted' && wave.status !== 'published')) {
    return { ok: false, reason: 'not-weighted' };
  }
  const material = weightingMaterial(database, wave);
  const settings = weightingSettingsOf(run);
  const weighted = weightWave({ ...material.input, settings });
  const stored = database.analysis.weights(run.runId);
  const isSame =
    material.inputSha256 === run.inputSha256 &&
    run.outputSha256 === weightsDigest(weighted) &&
    stored.length === weighted.final.length &&
    stored.every((row, index) => weightSteps.every((step) => row[step] === weighted[step][index]));
  if (!isSame) return { ok: false, reason: 'weights-not-reproduced' };

  const earlier = earlierRuns(database, wave);
  const parameters: AnalysisParameters = {
    questionnaireVersion: wave.questionnaireVersion,
    ...settingsOf(wave),
    earlier: earlier.map(({ run: { runId, waveId: other, outputSha256 } }) => ({
      waveId: other,
      runId,
      outputSha256,
    })),
  };
  const questionnaire = questionnaireOf(database, wave);
  const indicators = askedIndicators(database, wave);
  const answers = frozenAnswers(database, waveId);
  const analysis = analyseResponses({
    wave: { ...wave, questionnaireVersion: askedWith(database, wave), ...otherScales(database, wave) },
    targetPerDistrict: wave.sampleSize,
    modes: material.respondents.map(({ mode }) => mode),
    sample: waveSample(material, weighted),
    indicators,
    columns: responseColumns(answers, {
      indicators,
      variables: publishedVariables(database, wave),
      places: questionnaire.roles.places,
    }),
    earlier: earlier.map((other) => other.analysis),
    rule: parameters.rule,
    placeRule: parameters.placeRule,
    cityCells: [...cityCells(parameters.placeRule.resolution).keys()],
  });
  const text = JSON.stringify(analysis);
  const input = {
    responses: responsesDigest(database, waveId, answers).sha256,
    weights: weightsDigest(weighted),
    ...(material.design && { design: designDigest(material.design) }),
    earlier: parameters.earlier.map(({ outputSha256 }) => outputSha256),
  };
  const runId = database.transact(() => {
    const id = database.analysis.addAnalysis({
      waveId,
      weightRunId: run.runId,
      methodVersion,
      parameters: canonicalJson(parameters),
      inputSha256: sha256Of(canonicalJson(input)),
      outputSha256: sha256Of(text),
      analysis: text,
      createdAt: act.now,
    });
    database.audit.record(
      entryOf(act, 'wave-analysed', waveId, {
        runId: id,
        rule: parameters.rule.version,
        estimates: analysis.estimates.length,
        ...flagCounts(analysis.flags),
      }),
    );
    return id;
  });
  return { ok: true, runId, analysis };
}

/**
 * Published waves before this one, newest first, each with the run that its newest publication was made of.
 */
function earlierRuns(
  database: FieldworkDatabase,
  { waveId }: Pick<WaveRow, 'waveId'>,
): { run: AnalysisRunRow; analysis: WaveAnalysis }[] {
  return database.waves
    .newestFirst()
    .filter((other) => other.waveId < waveId && other.status === 'published')
    .flatMap((other) => {
      const run =
        database.analysis.publishedAnalysis(other.waveId) ?? database.analysis.newestAnalysis(other.waveId);
      return run ? [{ run, analysis: analysisOf(run) }] : [];
    });
}
