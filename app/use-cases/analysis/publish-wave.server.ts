import { composePublication } from '#core/analysis/compose.ts';
import type { WaveAnalysis } from '#core/analysis/wave-analysis.ts';
import { sha256Of } from '#core/digest.ts';
import { publishedWeighting } from '#core/disclosure/published-weighting.ts';
import { serialisePublication } from '#core/disclosure/serialise-publication.ts';
import { suppress } from '#core/disclosure/suppress.ts';
import { dayIn } from '#core/fieldwork/wave-time.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import type { ExactPublication } from '#core/publication/exact-publication.ts';
import { nonsenseIn } from '#core/publication/nonsense/nonsense.ts';
import type { PublishedRun } from '#core/publication/published-run.ts';
import { type RunWarning, warningCodes } from '#core/publication/run-warnings.ts';
import { fingerprintOf, signedFile } from '#core/publication/signed-file.ts';
import { placeAnswers } from '#core/questionnaire/place-answers.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { AnalysisRunRow, WeightRunRow } from '#db/fieldwork/queries/analysis.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';
import { signText } from '../../signing.server.ts';
import { entryOf, type Outcome, type StaffAct } from '../staff-act.ts';
import { questionnaireOf } from '../wave/questionnaire-of-wave.server.ts';
import { publishedOutcomes, waveOutcomes } from '../wave/wave-outcomes.ts';
import type { AnalysisParameters } from './analysis-parameters.ts';
import { composedSamples } from './composed-samples.server.ts';
import { askedIndicators, importedStudy, publishedVariables } from './imported-study.server.ts';
import { createPublicationKey, currentPublicationKey } from './publication-keys.server.ts';
import { warningsAccepted } from './publication-warnings.server.ts';
import {
  analysisOf,
  analysisParametersOf,
  exactDocument,
  publishedDocument,
  weightingReportOf,
  weightingSettingsOf,
} from './stored-runs.server.ts';
import { responsesDigest } from './wave-responses.server.ts';

export interface Publishing {
  waveId: string;
  /** Why it replaces what was published before. */
  correctionNote?: string | null;
  /** Codes of the warnings that may stand. */
  accepted?: readonly string[];
}

export interface PublishedWaveFile {
  document: PublicationDocument;
  /** Its canonical JSON, which was signed. */
  text: string;
  /** The file that carries it with its signature, and that file's SHA-256. */
  file: string;
  sha256: string;
}

export type PublishedWaveOutcome = Outcome<
  PublishedWaveFile,
  | 'unknown-wave'
  | 'not-frozen-yet'
  | 'not-weighted'
  | 'not-analysed'
  | 'correction-note-missing'
  | 'warnings-not-accepted'
  | 'nonsense'
>;

/**
 * Makes the publication of an analysed wave: composed, suppressed, signed, hashed and stored for good. A
 * second publication of a wave is a correction: it names the one that it replaces and says why, and what was
 * published before stays as it was. Every warning of the weights behind it is accepted by its code, or
 * nothing is published; the audit and the publication say which were accepted, and by whom.
 */
export function publishWave(
  database: FieldworkDatabase,
  { waveId, correctionNote = null, accepted = [] }: Publishing,
  act: StaffAct & { secret: Buffer },
): PublishedWaveOutcome {
  const wave = database.waves.wave(waveId);
  if (!wave) return { ok: false, reason: 'unknown-wave' };
  if (wave.frozenAt === null) return { ok: false, reason: 'not-frozen-yet', detail: { status: wave.status } };
  const run = database.analysis.newestAnalysis(waveId);
  const weightRun = database.analysis.newestWeightRun(waveId);
  if (!weightRun) return { ok: false, reason: 'not-weighted' };
  if (!run || run.weightRunId !== weightRun.runId) return { ok: false, reason: 'not-analysed' };
  const runs = { weights: publishedRun(weightRun), analysis: publishedRun(run) };
  const replaced = database.analysis.publications(waveId)[0];
  if (replaced && !correctionNote) return { ok: false, reason: 'correction-note-missing' };
  const acceptance = warningsAccepted(database, waveId, accepted);
  if (!acceptance.ok) return acceptance;

  const draft = draftOf(database, wave, {
    run,
    weightRun,
    runs,
    number: (replaced?.number ?? 0) + 1,
    replaces: replaced?.publicationId ?? null,
    correctionNote,
    accepted: { warnings: acceptance.warnings, by: act.actor },
    now: act.now,
  });
  const document = suppress(draft, {
    earlier: earlierPublications(database, waveId),
    replaced: replaced && {
      published: publishedDocument(replaced),
      exact: exactDocument(replaced),
    },
  });
  const nonsense = nonsenseIn(document);
  if (nonsense) return { ok: false, reason: 'nonsense', detail: { ...nonsense } };
  const { text } = serialisePublication(document);
  const key = currentPublicationKey(database) ?? createPublicationKey(database, act);
  const signature = { publicKey: key.publicKey, value: signText(act.secret, key, text) };
  const file = signedFile(text, signature);
  const sha256 = sha256Of(file);
  database.transact(() => {
    database.analysis.addPublication({
      publicationId: document.publicationId,
      waveId,
      number: document.number,
      replaces: document.replaces,
      weightRunId: weightRun.runId,
      analysisRunId: run.runId,
      document: text,
      sha256,
      publicKey: signature.publicKey,
      signature: signature.value,
      exact: JSON.stringify(draft),
      publishedBy: act.actor,
      publishedAt: act.now,
    });
    database.waves.updateWave(waveId, { status: 'published' });
    database.audit.record(
      entryOf(act, 'wave-published', waveId, {
        publicationId: document.publicationId,
        sha256,
        signedWith: fingerprintOf(key.publicKey),
        weightRun: weightRun.runId,
        analysisRun: run.runId,
        rule: document.method.rule.version,
        ...(acceptance.warnings.length > 0 && {
          acceptedWarnings: warningCodes(acceptance.warnings).join(', '),
        }),
        ...document.method.suppression,
      }),
    );
  });
  return { ok: true, document, text, file, sha256 };
}

interface DraftParts {
  run: AnalysisRunRow;
  weightRun: WeightRunRow;
  runs: { weights: PublishedRun; analysis: PublishedRun };
  number: number;
  replaces: string | null;
  correctionNote: string | null;
  accepted: { warnings: readonly RunWarning[]; by: string };
  now: number;
}

function draftOf(database: FieldworkDatabase, wave: WaveRow, parts: DraftParts): ExactPublication {
  const { run, weightRun } = parts;
  const analysis = analysisOf(run);
  const parameters = analysisParametersOf(run);
  const responses = responsesDigest(database, wave.waveId);
  const study = importedStudy(database, wave.waveId);
  const questionnaire = questionnaireOf(database, wave);
  return composePublication({
    number: parts.number,
    replaces: parts.replaces,
    correctionNote: parts.correctionNote,
    analysis,
    earlier: analysesOf(database, parameters.earlier),
    indicators: askedIndicators(database, wave),
    variables: publishedVariables(database, wave),
    places: analysis.places,
    placeAnswers: placeAnswers(questionnaire),
    outcomes: study ? [] : publishedOutcomes(waveOutcomes(database, wave)),
    parallelSamples: composedSamples(database, wave.waveId),
    wave: {
      fieldworkFrom: dayIn(wave.opensAt, wave.timeZone),
      fieldworkTo: dayIn(wave.closesAt - 1, wave.timeZone),
      ...(wave.closesAt < wave.plannedClosesAt && {
        fieldworkPlannedTo: dayIn(wave.plannedClosesAt - 1, wave.timeZone),
      }),
      publishedOn: dayIn(parts.now, wave.timeZone),
      sampleSizePerDistrict: wave.sampleSize,
      respondents: responses.count,
      synthetic: wave.synthetic,
    },
    method: {
      frameSha256: database.frames.processedFrame(wave.waveId)?.sha256 ?? null,
      seed: study ? '' : wave.seed,
      ...(study && {
        study: { name: study.study, fileSha256: study.fileSha256, mappingSha256: study.mappingSha256 },
      }),
      responsesSha256: responses.sha256,
      weighting: publishedWeighting(
        weightingReportOf(weightRun),
        weightingSettingsOf(weightRun),
        parts.accepted,
      ),
      runs: parts.runs,
      rule: parameters.rule,
      placeRule: parameters.placeRule,
    },
  });
}

/** The runs of earlier waves that the analysis was compared with. */
function analysesOf(database: FieldworkDatabase, runs: AnalysisParameters['earlier']): WaveAnalysis[] {
  return runs.flatMap(({ runId }) => {
    const run = database.analysis.analysisRun(runId);
    return run ? [analysisOf(run)] : [];
  });
}

function publishedRun({
  runId,
  inputSha256,
  outputSha256,
}: Pick<AnalysisRunRow, 'runId' | 'inputSha256' | 'outputSha256'>): PublishedRun {
  return { run: runId, inputSha256, outputSha256 };
}

function earlierPublications(database: FieldworkDatabase, waveId: string): PublicationDocument[] {
  return database.waves.newestFirst().flatMap((wave) => {
    const newest = wave.waveId < waveId ? database.analysis.publications(wave.waveId)[0] : undefined;
    return newest ? [publishedDocument(newest)] : [];
  });
}
