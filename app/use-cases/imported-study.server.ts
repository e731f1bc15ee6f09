import type { MicrodataMapping } from '#core/microdata/mapping.ts';
import type { IndicatorDefinition } from '#core/questionnaire/definition.ts';
import { indicatorsOf } from '#core/questionnaire/indicators.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';
import { questionnaireOf } from './resident-session.server.ts';

export interface ImportedStudy {
  study: string;
  /** The questionnaire that people answered, as the study called it. */
  askedWith: string;
  fileSha256: string;
  mappingSha256: string;
  /** What the study asked: nothing else of it is estimated. */
  indicators: string[];
}

/** Where a wave's responses came from when they were not collected here; null when they were. */
export function importedStudy(database: FieldworkDatabase, waveId: string): ImportedStudy | null {
  const row = database.studies.ofWave(waveId);
  if (!row) return null;
  const { indicators } = JSON.parse(row.mapping) as MicrodataMapping;
  const { study, askedWith, fileSha256, mappingSha256 } = row;
  return { study, askedWith, fileSha256, mappingSha256, indicators };
}

/** The indicators that a wave asked: all of its questionnaire, or those that an imported study covers. */
export function askedIndicators(
  database: FieldworkDatabase,
  wave: Pick<WaveRow, 'waveId' | 'questionnaireVersion'>,
): readonly IndicatorDefinition[] {
  const study = importedStudy(database, wave.waveId);
  const indicators = indicatorsOf(questionnaireOf(database, wave));
  return study ? indicators.filter(({ id }) => study.indicators.includes(id)) : indicators;
}

/** The questionnaire that people answered, by which waves are compared. */
export function askedWith(
  database: FieldworkDatabase,
  { waveId, questionnaireVersion }: Pick<WaveRow, 'waveId' | 'questionnaireVersion'>,
): string {
  return database.studies.ofWave(waveId)?.askedWith ?? questionnaireVersion;
}
