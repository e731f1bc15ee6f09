import { basename } from 'node:path';
import { methodVersion, modeShares } from '#core/analysis/analyse.ts';
import { estimateParallelSample, whyNoModeEffect } from '#core/analysis/parallel-figures.ts';
import { canonicalJson, sha256Of } from '#core/digest.ts';
import { mainMode } from '#core/disclosure/parallel-samples.ts';
import { type ModeEffect, modeEffects } from '#core/estimation/mode-effect.ts';
import { checkParallel } from '#core/microdata/check-parallel.ts';
import { neutralVariables, onOtherScale } from '#core/microdata/neutral-middle.ts';
import { type StudyNote, studyNotes } from '#core/microdata/study-notes.ts';
import type { MicrodataFault } from '#core/microdata/table.ts';
import type { RunWarning } from '#core/publication/run-warnings.ts';
import { weightWave } from '#core/weighting/weight-wave.ts';
import type { WeightingReport } from '#core/weighting/weighting-report.ts';
import { defaultWeightingSettings } from '#core/weighting/weighting-settings.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';
import { entryOf, type Outcome, type StaffAct } from '../staff-act.ts';
import { settingsOf } from '../wave/wave-settings.ts';
import { askedIndicators, publishedVariables } from './imported-study.server.ts';
import { publicationWarnings, unacceptedRefusal } from './publication-warnings.server.ts';
import {
  readStudy,
  remarksOf,
  type Study,
  type StudyFiles,
  type StudyRefusal,
  type StudyRemarks,
} from './read-study.server.ts';
import { analysisOf } from './stored-runs.server.ts';
import { studyMaterial } from './study-material.server.ts';
import { waveSample } from './wave-responses.server.ts';

export interface ParallelImport extends Omit<StudyFiles, 'year'> {
  /** The wave of the same half-year. */
  waveId: string;
  /**
   * Codes of the warnings that may stand, when it is published at once: nothing is stored while another one
   * is there.
   */
  accepted?: readonly string[];
}

export type ImportedParallelSample = Outcome<
  {
    runId: number;
    respondents: number;
    notes: StudyNote[];
    report: WeightingReport;
    effects: ModeEffect[];
  } & StudyRemarks,
  | StudyRefusal
  | 'unknown-wave'
  | 'not-analysed'
  | 'synthetic-mixed'
  | 'same-mode'
  | 'not-only-mode'
  | 'no-shared-indicator'
  | 'district-without-respondents'
  | 'warnings-not-accepted'
> & { warnings?: RunWarning[]; faults?: MicrodataFault[]; placeKind?: Study['placeKind'] };

/**
 * Takes in a sample that was asked in another mode beside an analysed wave: weighted to the wave's population
 * and estimated as a wave is. What is kept is a run of the city's figures with its parameters and digests;
 * the respondents are not, and the same files give the same bytes again. The mode effects of every indicator
 * that both asked are answered here, and published with the wave's next publication. Anything wrong anywhere,
 * and nothing is stored.
 */
export async function importParallelSample(
  database: FieldworkDatabase,
  { waveId, accepted, ...files }: ParallelImport,
  act: StaffAct,
): Promise<ImportedParallelSample> {
  const wave = database.waves.wave(waveId);
  if (!wave) return { ok: false, reason: 'unknown-wave' };
  const run = database.analysis.newestAnalysis(waveId);
  if (!run) return { ok: false, reason: 'not-analysed' };
  const study = await readStudy(database, { ...files, year: wave.year });
  if (!study.ok) return study;
  const { mapping, respondents } = study;
  const faults = checkParallel(mapping, study.strata, parallelWave(database, wave));
  if (faults.length > 0) return { ok: false, reason: 'mapping-refused', faults };
  if ((mapping.synthetic ?? false) !== wave.synthetic) return { ok: false, reason: 'synthetic-mixed' };

  const analysis = analysisOf(run);
  const conditions = {
    modes: modeShares(respondents.map(({ mode }) => mode)),
    questionnaireVersion: mapping.askedWith,
    methodVersion,
  };
  const ofWave = { ...analysis.wave, methodVersion: analysis.methodVersion };
  const why = whyNoModeEffect(conditions, ofWave, settingsOf(wave).rule);
  if (why) return { ok: false, reason: why.reason };
  const shared = askedIndicators(database, wave).filter(({ id }) => mapping.indicators.includes(id));
  // Another scale is another question: its difference would not be one of the mode.
  const otherwise = onOtherScale(shared, neutralVariables(mapping));
  const indicators = shared.filter(({ id }) => !otherwise.includes(id));
  if (indicators.length === 0) return { ok: false, reason: 'no-shared-indicator' };

  const material = studyMaterial(study);
  const weighted = weightWave({ ...material.input, settings: defaultWeightingSettings });
  for (const warning of weighted.report.warnings) {
    if (warning.code !== 'district-without-respondents') continue;
    return { ok: false, reason: warning.code, detail: { district: warning.district } };
  }
  if (accepted) {
    const own = weighted.report.warnings.map((warning) => ({ study: mapping.study, warning }));
    const refused = unacceptedRefusal([...publicationWarnings(database, waveId), ...own], accepted);
    if (refused) return refused;
  }
  const figures = estimateParallelSample({
    responses: respondents,
    sample: waveSample(material, weighted),
    indicators,
    variables: publishedVariables(database, wave).filter(({ name }) =>
      Object.hasOwn(mapping.variables, name),
    ),
  });
  const text = JSON.stringify(figures);
  const parameters = canonicalJson(defaultWeightingSettings);
  const runId = database.transact(() => {
    const id = database.studies.addParallelSample({
      waveId,
      mode: mainMode(figures),
      study: mapping.study,
      askedWith: mapping.askedWith,
      firstDay: mapping.fieldwork.firstDay,
      lastDay: mapping.fieldwork.lastDay,
      fileName: basename(files.path),
      fileSha256: study.fileSha256,
      mapping: study.mappingText,
      mappingSha256: study.mappingSha256,
      methodVersion,
      parameters,
      report: JSON.stringify(weighted.report),
      inputSha256: sha256Of([study.fileSha256, study.mappingSha256, parameters, methodVersion].join('\n')),
      outputSha256: sha256Of(text),
      figures: text,
      importedAt: act.now,
    });
    database.audit.record(
      entryOf(act, 'parallel-sample-imported', waveId, {
        runId: id,
        file: basename(files.path),
        fileSha256: study.fileSha256,
        mappingSha256: study.mappingSha256,
        study: mapping.study,
        respondents: respondents.length,
      }),
    );
    return id;
  });
  const ofCity = analysis.estimates.filter(({ domain }) => domain === 'city');
  return {
    ok: true,
    runId,
    respondents: respondents.length,
    notes: studyNotes(mapping, study.tallies),
    report: weighted.report,
    effects: modeEffects(ofCity, figures.estimates),
    ...remarksOf(study),
  };
}

function parallelWave(database: FieldworkDatabase, { waveId, year, season }: WaveRow) {
  const margins = database.waves.educationMargins(waveId);
  const education = [...margins]
    .sort((a, b) => a.education - b.education)
    .map(({ population }) => population);
  return {
    year,
    season,
    strata: database.waves.strata(waveId),
    education: education.length > 0 ? education : null,
  };
}
