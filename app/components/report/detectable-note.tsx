import { fewestSufficient, sampleLimits, type TestedSample, weakestOf } from '#core/flagging/detectable.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber, formatShare } from '../../i18n/format.ts';

/** The smallest differences that are usually flagged where the fewest answered, or that none can be. */
export function DetectableNote({ sample }: { sample: TestedSample }) {
  const { t, language } = useTranslator();
  const { respondents, isSufficient, level, change, gapPooled } = weakestOf(sampleLimits(sample).districts);
  const points = (share: number) => formatNumber(language, share * 100, 1);
  const about = {
    n: formatNumber(language, respondents),
    share: formatShare(language, sample.share, 0),
  };
  if (!isSufficient) {
    const fewest = formatNumber(language, fewestSufficient(sample));
    return <p>{t('results:flags.notDetectable', { ...about, fewest })}</p>;
  }
  return (
    <p>
      {t('results:flags.detectable', {
        ...about,
        level: points(level),
        change: points(change),
        gap: points(gapPooled),
      })}
    </p>
  );
}
