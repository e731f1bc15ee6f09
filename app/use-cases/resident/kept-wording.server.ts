import { createHash } from 'node:crypto';
import type { Language } from '#core/language.ts';
import type { Questionnaire } from '#core/questionnaire/definition.ts';
import { wordingOf } from '#core/questionnaire/interview/wording.ts';
import type { WaveTimes } from '../wave/wave-moment.ts';
import { questionnaireTexts } from './questionnaire-texts.server.ts';

export interface KeptWording {
  body: string;
  /** Of the body, as its address has it: other words have another address. */
  digest: string;
}

const kept = new WeakMap<Questionnaire, Map<string, KeptWording>>();
/** Three languages of a few waves with the same questionnaire. */
const mostKept = 30;

/** A wave's questionnaire in a language as it is sent to browsers: made once. */
export function keptWording(questionnaire: Questionnaire, wave: WaveTimes, language: Language): KeptWording {
  const texts = questionnaireTexts(wave, language);
  const key = JSON.stringify([language, texts]);
  const wordings = kept.get(questionnaire) ?? new Map<string, KeptWording>();
  kept.set(questionnaire, wordings);
  let wording = wordings.get(key);
  if (!wording) {
    const body = JSON.stringify(wordingOf(questionnaire, { language, texts }));
    wording = { body, digest: createHash('sha256').update(body).digest('hex').slice(0, 32) };
    if (wordings.size >= mostKept) wordings.clear();
    wordings.set(key, wording);
  }
  return wording;
}
