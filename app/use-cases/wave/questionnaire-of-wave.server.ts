import type { Questionnaire } from '#core/questionnaire/definition.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';

const questionnaires = new Map<string, Questionnaire>();

/** The frozen version that a wave asks; parsed once. */
export function questionnaireOf(
  database: FieldworkDatabase,
  wave: Pick<WaveRow, 'waveId' | 'questionnaireVersion'>,
): Questionnaire {
  const sha256 = database.waves.questionnaireDigest(wave.questionnaireVersion) ?? '';
  let questionnaire = questionnaires.get(sha256);
  if (!questionnaire) {
    const row = database.waves.questionnaire(wave.questionnaireVersion);
    if (!row)
      throw new Error(`the wave ${wave.waveId} names the unknown questionnaire ${wave.questionnaireVersion}`);
    questionnaire = JSON.parse(row.definition) as Questionnaire;
    questionnaires.set(sha256, questionnaire);
  }
  return questionnaire;
}
