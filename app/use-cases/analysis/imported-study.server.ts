import type { PublishedWave } from '#core/fieldwork/published-wave.ts';
import { type MicrodataMapping, mappingForm } from '#core/microdata/mapping.ts';
import {
  neutralVariables,
  onOtherScale,
  variablesWithNeutral,
  withNeutral,
} from '#core/microdata/neutral-middle.ts';
import type { IndicatorDefinition } from '#core/questionnaire/definition.ts';
import { indicatorsOf } from '#core/questionnaire/indicators.ts';
import { type Variable, variables } from '#core/questionnaire/variables.ts';
import { readStored } from '#core/text/stored-json.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { ImportedStudyRow } from '#db/fieldwork/queries/studies.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';
import { questionnaireOf } from '../wave/questionnaire-of-wave.server.ts';

export interface ImportedStudy {
  study: string;
  /** The questionnaire that people answered, as the study called it. */
  askedWith: string;
  fileSha256: string;
  mappingSha256: string;
  /** What the study asked: nothing else of it is estimated. */
  indicators: string[];
  /** Variables that it asked with a neutral middle. */
  neutral: string[];
}

/** The mapping by which a study was taken in. */
export function mappingOf({
  waveId,
  mapping,
}: Pick<ImportedStudyRow, 'waveId' | 'mapping'>): MicrodataMapping {
  return readStored(mappingForm, mapping, `imported_studies.mapping of ${waveId}`);
}

/** Where a wave's responses came from when they were not collected here; null when they were. */
export function importedStudy(database: FieldworkDatabase, waveId: string): ImportedStudy | null {
  const row = database.studies.ofWave(waveId);
  if (!row) return null;
  const mapping = mappingOf(row);
  const { indicators } = mapping;
  const { study, askedWith, fileSha256, mappingSha256 } = row;
  return { study, askedWith, fileSha256, mappingSha256, indicators, neutral: neutralVariables(mapping) };
}

/** The indicators that a wave asked: all of its questionnaire, or those that an imported study covers. */
export function askedIndicators(
  database: FieldworkDatabase,
  wave: Pick<WaveRow, 'waveId' | 'questionnaireVersion'>,
): readonly IndicatorDefinition[] {
  const study = importedStudy(database, wave.waveId);
  const indicators = indicatorsOf(questionnaireOf(database, wave));
  if (!study) return indicators;
  return withNeutral(
    indicators.filter(({ id }) => study.indicators.includes(id)),
    study.neutral,
  );
}

/**
 * Closed questions with one answer: what a distribution can be shown of, with the answers that a study added
 * to ours.
 */
export function publishedVariables(
  database: FieldworkDatabase,
  wave: Pick<WaveRow, 'waveId' | 'questionnaireVersion'>,
): Variable[] {
  const single = variables(questionnaireOf(database, wave)).filter(({ kind }) => kind === 'single');
  return variablesWithNeutral(single, importedStudy(database, wave.waveId)?.neutral ?? []);
}

/**
 * Indicators that a wave measured on another scale than its questionnaire's: they are compared with no other
 * wave's.
 */
export function otherScales(
  database: FieldworkDatabase,
  wave: Pick<WaveRow, 'waveId' | 'questionnaireVersion'>,
): Pick<PublishedWave, 'otherScales'> {
  const neutral = importedStudy(database, wave.waveId)?.neutral ?? [];
  const found = onOtherScale(askedIndicators(database, wave), neutral);
  return found.length > 0 ? { otherScales: found } : {};
}

/** The questionnaire that people answered, by which waves are compared. */
export function askedWith(
  database: FieldworkDatabase,
  { waveId, questionnaireVersion }: Pick<WaveRow, 'waveId' | 'questionnaireVersion'>,
): string {
  return database.studies.ofWave(waveId)?.askedWith ?? questionnaireVersion;
}
