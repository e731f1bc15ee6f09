import type { Language } from '#core/language.ts';
import { formatDay } from '../i18n/format.ts';
import { recallDay, type WaveTimes } from './wave-moment.ts';

/** Values of the questionnaire's text variables for one wave: the day from which incidents are recalled. */
export function questionnaireTexts(wave: WaveTimes, language: Language): Record<string, string> {
  return { recall_date: formatDay(language, recallDay(wave)) };
}
