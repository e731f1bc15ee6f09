import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import type { Language } from '#core/language.ts';
import { textIn } from '#core/questionnaire/questions.ts';
import { fieldworkDatabase, servesArea } from '../../db.server.ts';
import { questionnaireOf } from '../../use-cases/wave/questionnaire-of-wave.server.ts';

/** What the study says of itself, in the words of the version that is being asked. */
export function invitation(language: Language) {
  const wave = servesArea('survey')
    ? fieldworkDatabase()
        .waves.newestFirst()
        .find(({ status }) => status === 'open')
    : undefined;
  const { texts } = wave ? questionnaireOf(fieldworkDatabase(), wave) : cityQuestionnaire;
  return {
    introduction: textIn(texts.introduction, language).split(/(?<=\.)\s+/),
    consent: textIn(texts.consent, language),
  };
}
