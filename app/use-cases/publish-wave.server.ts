import { suppress } from '#core/disclosure/suppress.ts';

import { dayIn } from '#core/fieldwork/wave-time.ts';
import type { WaveAnalysis } from '#core/publication/analyse.ts';
import { composePublication } from '#core/publication/compose.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import type { DraftPublication } from '#core/publication/draft.ts';
import { type SerialisedPublication, serialisePublication } from '#core/publication/serialise.ts';
import { indicatorsOf } from '#core/questionnaire/indicators.ts';
import type { WeightingReport, WeightingWarning } from '#core/weighting/weight-wave.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';
import { earlierAnalyses, publishedVariables, ruleOf } from './analyse-wave.server.ts';
import { questionnaireOf } from './resident-session.server.ts';
import { entryOf, type Outcome, type StaffAct } from './staff-act.ts';
import { publishedOutcomes, waveOutcomes } from './wave-outcomes.ts';
import { responsesDigest } from './wave-responses.server.ts';

export type PublishedWaveOutcome = Outcome<
  SerialisedPublication & { document: PublicationDocument },
  'unknown-wave' | 'not-analysed' | 'correction-note-missing'
>;

/**
 * Makes the publication of an analysed wave: composed, suppressed, hashed and stored for good. A second publication of a
 * wave is a correction: it names the one that it replaces and says why, and what was published before stays as it was.
 */
export function publishWave(
  database: FieldworkDatabase,
  { waveId, correctionNote = null }: { waveId: string; correctionNote?: string | null },
  act: StaffAct,
): PublishedWaveOutcome {
  const wave = database.waves.wave(waveId);
  if (!wave) return { ok: false, reason: 'unknown-wave' };
  const run = database.analysis.newestAnalysis(waveId);
  const weightRun = database.analysis.newestWeightRun(waveId);
  if (!run || !weightRun || run.weightRunId !== weightRun.runId) return { ok: false, reason: 'not-analysed' };
  const replaced = database.analysis.publications(waveId)[0];
  if (replaced && !correctionNote) return { ok: false, reason: 'correction-note-missing' };

  const draft = draftOf(database, wave, {
    analysis: JSON.parse(run.analysis) as WaveAnalysis,
    report: JSON.parse(weightRun.report) as WeightingReport,
    number: (replaced?.number ?? 0) + 1,
    replaces: replaced?.publicationId ?? null,
    correctionNote,
    now: act.now,
  });
  const document = suppress(draft, {
    earlier: earlierPublications(database, waveId),
    replaced: replaced && {
      published: JSON.parse(replaced.document) as PublicationDocument,
      draft: JSON.parse(replaced.draft) as DraftPublication,
    },
  });
  const serialised = serialisePublication(document);
  database.transact(() => {
    database.analysis.addPublication({
      publicationId: document.publicationId,
      waveId,
      number: document.number,
      replaces: document.replaces,
      document: serialised.text,
      sha256: serialised.sha256,
      draft: JSON.stringify(draft),
      publishedBy: act.actor,
      publishedAt: act.now,
    });
    database.waves.updateWave(waveId, { status: 'published' });
    database.audit.record(
      entryOf(act, 'wave-published', waveId, {
        publicationId: document.publicationId,
        sha256: serialised.sha256,
        ...document.method.suppression,
      }),
    );
  });
  return { ok: true, document, ...serialised };
}

interface DraftParts {
  analysis: WaveAnalysis;
  report: WeightingReport;
  number: number;
  replaces: string | null;
  correctionNote: string | null;
  now: number;
}

function draftOf(database: FieldworkDatabase, wave: WaveRow, parts: DraftParts): DraftPublication {
  const { analysis, report } = parts;
  const responses = responsesDigest(database, wave.waveId);
  return composePublication({
    number: parts.number,
    replaces: parts.replaces,
    correctionNote: parts.correctionNote,
    analysis,
    earlier: earlierAnalyses(database, wave),
    indicators: indicatorsOf(wave.questionnaireVersion),
    variables: publishedVariables(questionnaireOf(database, wave)),
    places: analysis.places,
    outcomes: publishedOutcomes(waveOutcomes(database, wave.waveId)),
    wave: {
      fieldworkFrom: dayIn(wave.opensAt, wave.timeZone),
      fieldworkTo: dayIn(wave.closesAt - 1, wave.timeZone),
      publishedOn: dayIn(parts.now, wave.timeZone),
      questionnaireVersion: wave.questionnaireVersion,
      sampleSizePerDistrict: wave.sampleSize,
      respondents: responses.count,
      synthetic: wave.synthetic,
    },
    method: {
      frameSha256: database.frames.processedFrame(wave.waveId)?.sha256 ?? null,
      seed: wave.seed,
      responsesSha256: responses.sha256,
      weighting: {
        margins: report.margins.map(({ name }) => name),
        iterations: report.iterations,
        converged: report.converged,
        trimmedShare: report.trimmedShare,
        designEffect: report.designEffect,
        merges: report.merges,
        warnings: report.warnings.map(warningText),
      },
      rule: ruleOf(wave),
      placeRule: analysis.placeRule,
    },
  });
}

/** A warning as the publication carries it: its code, and the district it is about. */
function warningText(warning: WeightingWarning): string {
  return 'district' in warning ? `${warning.code}:${warning.district}` : warning.code;
}

function earlierPublications(database: FieldworkDatabase, waveId: string): PublicationDocument[] {
  return database.waves.newestFirst().flatMap((wave) => {
    const newest = wave.waveId < waveId ? database.analysis.publications(wave.waveId)[0] : undefined;
    return newest ? [JSON.parse(newest.document) as PublicationDocument] : [];
  });
}
