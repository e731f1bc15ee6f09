import type { PublishedWave } from '#core/fieldwork/published-wave.ts';
import { seasonOfWave } from '#core/fieldwork/wave-id.ts';
import type { Translator } from '../../i18n/translate.ts';

/** `spring 2026`, in the reader's language. */
export function waveWords(
  { t }: Translator,
  { season, year }: Pick<PublishedWave, 'season' | 'year'>,
): string {
  return t(`results:trend.wave.${season}`, { year });
}

/** The name of a wave where it begins a sentence: `Spring 2026`. */
export function waveAtStart(translator: Translator, wave: Pick<PublishedWave, 'season' | 'year'>): string {
  const words = waveWords(translator, wave);
  return words.charAt(0).toLocaleUpperCase(translator.language) + words.slice(1);
}

/** The name of a wave known only by its id, `2025-1` or `2025-2`. */
export function waveIdWords(translator: Translator, waveId: string): string {
  const halfYear = seasonOfWave(waveId);
  return halfYear ? waveWords(translator, halfYear) : waveId;
}

/** Whether two waves are of different seasons, by their ids: `2026-1` is spring, `2026-2` autumn. */
export function isOtherSeason(waveId: string, against: string): boolean {
  return waveId.slice(-2) !== against.slice(-2);
}
