import { basename } from 'node:path';
import { seasonOfWave } from '#core/fieldwork/wave-id.ts';
import { type StudyNote, studyNotes } from '#core/microdata/study-notes.ts';
import type { MicrodataFault } from '#core/microdata/table.ts';
import type { RunWarning } from '#core/publication/run-warnings.ts';
import { weightWave } from '#core/weighting/weight-wave.ts';
import { defaultWeightingSettings } from '#core/weighting/weighting-settings.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { StudyDesignRow } from '#db/fieldwork/queries/studies.ts';
import { createWave, type WaveRefusal } from '../fieldwork/create-wave.server.ts';
import { entryOf, type Outcome, type StaffAct } from '../staff-act.ts';
import { type FrozenResponse, storeResponses } from '../wave/frozen-answers.server.ts';
import { questionnaireOf } from '../wave/questionnaire-of-wave.server.ts';
import { unacceptedRefusal } from './publication-warnings.server.ts';
import {
  readStudy,
  remarksOf,
  type Study,
  type StudyFiles,
  type StudyRefusal,
  type StudyRemarks,
} from './read-study.server.ts';
import { studyMaterial } from './study-material.server.ts';

export interface StudyImport extends Omit<StudyFiles, 'year'> {
  waveId: string;
  /**
   * Codes of the warnings that may stand, when it is weighted and published at once: nothing is stored while
   * another one is there.
   */
  accepted?: readonly string[];
}

export type ImportedMicrodata = Outcome<
  { waveId: string; respondents: number; notes: StudyNote[] } & StudyRemarks,
  StudyRefusal | WaveRefusal | 'bad-wave' | 'warnings-not-accepted'
> & { warnings?: RunWarning[]; faults?: MicrodataFault[]; placeKind?: Study['placeKind'] };

/**
 * Stores the respondents of an earlier study as a frozen wave: strata with their populations and plain
 * responses, in no order that leads back to the file. Weighting, analysis and publication then run as for any
 * wave. The study's ids of people are not kept. Anything wrong anywhere, and nothing is stored.
 */
export async function importMicrodata(
  database: FieldworkDatabase,
  { waveId, accepted, ...files }: StudyImport,
  act: StaffAct & { secret: Buffer },
): Promise<ImportedMicrodata> {
  const halfYear = seasonOfWave(waveId);
  if (!halfYear) return { ok: false, reason: 'bad-wave' };
  if (database.waves.wave(waveId)) return { ok: false, reason: 'wave-exists' };
  const study = await readStudy(database, { ...files, year: halfYear.year });
  if (!study.ok) return study;
  const refused = accepted && unacceptedRefusal(studyWarnings(study), accepted);
  if (refused) return refused;
  const { mapping, strata, respondents, tallies, mappingText, mappingSha256, fileSha256 } = study;
  const inDistricts = new Set(strata.map(({ district }) => district)).size;
  const sizes = new Map<string, number>();
  for (const { stratum } of respondents) sizes.set(stratum, (sizes.get(stratum) ?? 0) + 1);

  return database.transact((): ImportedMicrodata => {
    const created = createWave(
      database,
      {
        ...halfYear,
        questionnaireVersion: mapping.questionnaire,
        firstDay: mapping.fieldwork.firstDay,
        lastDay: mapping.fieldwork.lastDay,
        sampleSize: Math.max(1, Math.round(respondents.length / inDistricts)),
        expectedResponseRate: 1,
        reserveReplicates: 0,
        graceMinutes: 0,
        educationPopulation: mapping.education,
        synthetic: mapping.synthetic ?? false,
        asked: mapping.indicators,
      },
      act,
    );
    if (!created.ok) return created;
    database.waves.addStrata(
      strata.map(({ key, ...stratum }) => ({
        ...stratum,
        waveId,
        stratum: key,
        mainSize: sizes.get(key) ?? 0,
        replicateSize: 0,
      })),
    );
    const designs: StudyDesignRow[] = [];
    const responses = respondents.map(({ drawn, ...respondent }): FrozenResponse => {
      const responseId = act.randomBytes(16);
      if (drawn) designs.push({ waveId, responseId, ...drawn });
      // Neither is known of another study, and nothing is computed from them.
      const unknown = { phase: 'late', completeness: 'complete' } as const;
      return { ...respondent, ...unknown, waveId, responseId, questionnaireVersion: mapping.questionnaire };
    });
    const asked = { waveId, questionnaireVersion: mapping.questionnaire };
    storeResponses(database, questionnaireOf(database, asked), waveId, responses);
    // The wave is analysed by the definition that the mapping was checked against, so it may not change any
    // more.
    database.waves.freezeQuestionnaire(mapping.questionnaire);
    database.studies.add({
      waveId,
      study: mapping.study,
      askedWith: mapping.askedWith,
      fileName: basename(files.path),
      fileSha256,
      mapping: mappingText,
      mappingSha256,
      importedAt: act.now,
      tallies: JSON.stringify(tallies),
    });
    for (const design of designs) database.studies.addDesign(design);
    database.waves.updateWave(waveId, {
      status: 'frozen',
      closedAt: act.now,
      frozenAt: act.now,
      identitiesDestroyedAt: act.now,
      wrappedPrivateKey: null,
    });
    database.audit.record(
      entryOf(act, 'microdata-imported', waveId, {
        file: basename(files.path),
        fileSha256,
        mappingSha256,
        study: mapping.study,
        respondents: respondents.length,
      }),
    );
    const notes = studyNotes(mapping, tallies);
    return { ok: true, waveId, respondents: respondents.length, notes, ...remarksOf(study) };
  });
}

/**
 * What its weights will warn of: a run of weights is never deleted, so that it is asked before there is one.
 */
function studyWarnings(study: Study): RunWarning[] {
  const { report } = weightWave({ ...studyMaterial(study).input, settings: defaultWeightingSettings });
  return report.warnings.map((warning) => ({ study: null, warning }));
}
