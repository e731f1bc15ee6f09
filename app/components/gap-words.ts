import type { PublishedFlag } from '#core/publication/document.ts';
import { formatNumber, shareDecimals } from '../i18n/format.ts';
import type { Translator } from '../i18n/translate.ts';
import { waveIdWords } from './charts/figure-words.ts';

/** What a gap compares, in words: `women-men`, `age:65+`. A colon would part the namespace from the key. */
export function gapWords({ t }: Translator, gap: string): string {
  return t(`results:gap.${gap.replace(':', '-')}.both`);
}

type Gap = Pick<PublishedFlag, 'group' | 'estimate' | 'size' | 'n' | 'pooledWith'>;

/**
 * What a gap found, as a sentence: by how much one group stands above or below the other here, and in the rest of the city.
 * Each difference is named by its own sign, so that the words hold whichever way it goes; null without figures.
 */
export function gapSentence(
  translator: Translator,
  { group, estimate, size, n, pooledWith }: Gap,
  { kind, waveId }: { kind: 'share' | 'mean'; waveId: string },
): string | null {
  const { t, language } = translator;
  if (group === null || estimate === null || size === null) return null;
  const decimals = kind === 'mean' ? 1 : shareDecimals(n ?? 0);
  const side = (name: 'of' | 'than') => t(`results:gap.${group.replace(':', '-')}.${name}`);
  const told = (where: 'here' | 'rest', difference: number): string => {
    const amount = Math.abs(difference) * (kind === 'share' ? 100 : 1);
    const isSame = Number(amount.toFixed(decimals)) === 0;
    const points = t(`results:figure.points.${kind}`, { value: formatNumber(language, amount, decimals) });
    return t(`results:flag.gap.${where}.${isSame ? 'same' : difference > 0 ? 'higher' : 'lower'}`, {
      of: side('of'),
      than: side('than'),
      points,
    });
  };
  const values = { here: told('here', estimate), rest: told('rest', estimate - size) };
  if (pooledWith === null) return t('results:flag.gap.sentence', values);
  const waves = { wave: waveIdWords(translator, waveId), pooled: waveIdWords(translator, pooledWith) };
  return t('results:flag.gap.pooled', { ...values, ...waves });
}
