import type { FigureBasis } from '#app/use-cases/results/figure-basis.server.ts';
import type { PublishedWave } from '#core/fieldwork/published-wave.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import { waveIdWords, waveWords } from '../page/wave-words.ts';

/** `autumn 2025 and spring 2026 together`. */
export function yearWords(translator: Translator, waveId: string, pooledWith: string): string {
  return translator.t('results:year.name', {
    wave: waveIdWords(translator, waveId),
    pooled: waveIdWords(translator, pooledWith),
  });
}

/**
 * Where samples of districts are small: that two waves are read together, or will be. Null where one wave is
 * enough.
 */
export function yearNoteWords(
  translator: Translator,
  wave: Pick<PublishedWave, 'season' | 'year'>,
  { isSmall, leads, pooledWith, target }: FigureBasis,
): string | null {
  if (!isSmall) return null;
  const isPooled = leads && pooledWith !== null;
  return translator.t(`results:year.${isPooled ? 'leads' : 'none'}`, {
    target: formatNumber(translator.language, target),
    wave: waveWords(translator, wave),
    pooled: isPooled ? waveIdWords(translator, pooledWith) : '',
  });
}

/** The note on a page; nothing where one wave is enough. */
export function YearNote({ wave, basis }: { wave: PublishedWave; basis: FigureBasis }) {
  const words = yearNoteWords(useTranslator(), wave, basis);
  return words === null ? null : <p className="notice">{words}</p>;
}
