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
 * Where samples of districts are small: that two waves are read together, or will be. Nothing where one wave
 * is enough.
 */
export function YearNote({ wave, basis }: { wave: PublishedWave; basis: FigureBasis }) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { isSmall, leads, pooledWith, target } = basis;
  if (!isSmall) return null;
  const isPooled = leads && pooledWith !== null;
  return (
    <p className="notice">
      {t(`results:year.${isPooled ? 'leads' : 'none'}`, {
        target: formatNumber(language, target),
        wave: waveWords(translator, wave),
        pooled: isPooled ? waveIdWords(translator, pooledWith) : '',
      })}
    </p>
  );
}
