import type { PublishedFlag } from '#core/flagging/flag.ts';
import { shareDecimals, signedNumber } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import { waveIdWords } from '../page/wave-words.ts';

/** What a gap compares, in words: `women-men`, `age:65+`. A colon would part the namespace from the key. */
export function gapWords({ t }: Translator, gap: string): string {
  return t(`results:gap.${gap.replace(':', '-')}.both`);
}

type Gap = Pick<PublishedFlag, 'group' | 'estimate' | 'size' | 'n' | 'pooledWith'>;

/**
 * What a gap found, as a sentence: the figure of one group less that of the other, here and in the rest of
 * the city. The test is of how far the two differences are apart, so none of the groups is called higher;
 * null without figures.
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
  const points = (difference: number): string => {
    const value = signedNumber(language, difference * (kind === 'share' ? 100 : 1), decimals);
    return t(`results:figure.points.${kind}`, { value });
  };
  const values = {
    of: side('of'),
    than: side('than'),
    here: points(estimate),
    rest: points(estimate - size),
  };
  if (pooledWith === null) return t('results:flag.gap.sentence', values);
  const waves = { wave: waveIdWords(translator, waveId), pooled: waveIdWords(translator, pooledWith) };
  return t('results:flag.gap.pooled', { ...values, ...waves });
}
