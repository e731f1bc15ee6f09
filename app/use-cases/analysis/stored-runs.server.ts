import { type ParallelFigures, parallelFiguresForm } from '#core/analysis/parallel-figures.ts';
import { type WaveAnalysis, waveAnalysisForm } from '#core/analysis/wave-analysis.ts';
import { type PublicationDocument, storedPublicationForm } from '#core/publication/document.ts';
import { type ExactPublication, exactPublicationForm } from '#core/publication/exact-publication.ts';
import { readStored } from '#core/text/stored-json.ts';
import { type WeightingReport, weightingReportForm } from '#core/weighting/weighting-report.ts';
import { type WeightingSettings, weightingSettingsForm } from '#core/weighting/weighting-settings.ts';
import type { AnalysisRunRow, PublicationRow, WeightRunRow } from '#db/fieldwork/queries/analysis.ts';
import type { ParallelSampleRow } from '#db/fieldwork/queries/studies.ts';
import { type AnalysisParameters, analysisParametersForm } from './analysis-parameters.ts';

/** The report on a run's weights, as it was kept with them. */
export function weightingReportOf({
  runId,
  report,
}: Pick<WeightRunRow, 'runId' | 'report'>): WeightingReport {
  return readStored(weightingReportForm, report, `the report of weight run ${runId}`);
}

export function weightingSettingsOf({
  runId,
  parameters,
}: Pick<WeightRunRow, 'runId' | 'parameters'>): WeightingSettings {
  return readStored(weightingSettingsForm, parameters, `weight_runs.parameters of ${runId}`);
}

export function analysisOf({ runId, analysis }: Pick<AnalysisRunRow, 'runId' | 'analysis'>): WaveAnalysis {
  return readStored(waveAnalysisForm, analysis, `analysis_runs.analysis of ${runId}`);
}

export function analysisParametersOf({
  runId,
  parameters,
}: Pick<AnalysisRunRow, 'runId' | 'parameters'>): AnalysisParameters {
  return readStored(analysisParametersForm, parameters, `analysis_runs.parameters of ${runId}`);
}

/** The figures of a sample beside a wave. */
export function parallelFiguresOf({
  runId,
  figures,
}: Pick<ParallelSampleRow, 'runId' | 'figures'>): ParallelFigures {
  return readStored(parallelFiguresForm, figures, `parallel_samples.figures of ${runId}`);
}

export function publishedDocument({
  publicationId,
  document,
}: Pick<PublicationRow, 'publicationId' | 'document'>): PublicationDocument {
  return readStored(storedPublicationForm, document, `publications.document of ${publicationId}`);
}

/** The publication before disclosure control. */
export function exactDocument({
  publicationId,
  exact,
}: Pick<PublicationRow, 'publicationId' | 'exact'>): ExactPublication {
  return readStored(exactPublicationForm, exact, `publications.exact of ${publicationId}`);
}
