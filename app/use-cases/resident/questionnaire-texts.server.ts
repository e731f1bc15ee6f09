import type { Language } from '#core/language.ts';
import type { waveTextVariables } from '#core/questionnaire/lint/platform-names.ts';
import { formatDay } from '../../i18n/format.ts';
import { recallDay, type WaveTimes } from '../wave/wave-moment.ts';

type WaveTexts = Record<(typeof waveTextVariables)[number], string>;

/** Values of the questionnaire's text variables for one wave: the day from which incidents are recalled. */
export function questionnaireTexts(wave: WaveTimes, language: Language): WaveTexts {
  return { recall_date: formatDay(language, recallDay(wave)) };
}
