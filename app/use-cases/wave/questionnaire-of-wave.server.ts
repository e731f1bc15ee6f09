import type { Questionnaire } from '#core/questionnaire/definition.ts';
import { storedQuestionnaireForm } from '#core/questionnaire/stored-questionnaire.ts';
import { readStored } from '#core/text/stored-json.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { QuestionnaireRow, WaveRow } from '#db/fieldwork/queries/waves.ts';

/** A questionnaire as it was stored. */
export function storedQuestionnaire({
  version,
  definition,
}: Pick<QuestionnaireRow, 'version' | 'definition'>): Questionnaire {
  return readStored(storedQuestionnaireForm, definition, `questionnaires.definition of ${version}`);
}

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
    questionnaire = storedQuestionnaire(row);
    questionnaires.set(sha256, questionnaire);
  }
  return questionnaire;
}
