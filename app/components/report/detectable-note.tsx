import type { ComparisonCount } from '#core/publication/comparison-counts.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import type { ShownDifferences } from '../../use-cases/results/published/shown-differences.ts';
import { judgedOf } from '../figures/judged-of.ts';

interface DetectableNoteProps {
  shown: ShownDifferences;
  /** Whether the rolling year leads: then it is told what two waves together can show. */
  leads: boolean;
  /** What could be judged: where most gaps could not, no smallest gap is told. */
  counts: readonly Pick<ComparisonCount, 'kind' | 'made' | 'insufficient'>[];
}

/** The smallest differences that are usually flagged where the fewest answered, or that none can be. */
export function DetectableNote({ shown, leads, counts }: DetectableNoteProps) {
  const { t, language } = useTranslator();
  const { weakest, share, fewest, cityMargin, alerts } = shown;
  const { respondents, isSufficient, level, change, levelRollingYear, changeRollingYear, gapPooled } =
    weakest;
  const points = (share: number) => formatNumber(language, share * 100, 1);
  const about = {
    n: formatNumber(language, respondents),
    share: formatShare(language, share, 0),
  };
  if (!isSufficient) {
    return <p>{t('results:flags.notDetectable', { ...about, fewest: formatNumber(language, fewest) })}</p>;
  }
  const gaps = judgedOf(counts.filter(({ kind }) => kind === 'gap'));
  const gap =
    gaps.made >= gaps.all / 2 ? 'detectableGap' : gaps.made > 0 ? 'detectableNoGap' : 'detectableNone';
  return (
    <p>
      {t(`results:flags.${leads ? 'detectableYear' : 'detectable'}`, {
        ...about,
        level: points(level),
        levelYear: points(levelRollingYear),
        change: points(change),
        changeYear: points(changeRollingYear),
      })}{' '}
      {t(`results:flags.${leads ? 'detectablePowerYear' : 'detectablePower'}`, {
        level: formatShare(language, alerts.level, 0),
        change: formatShare(language, alerts.change, 0),
      })}{' '}
      {t(`results:flags.${gap}`, {
        gap: points(gapPooled),
      })}{' '}
      {t(`results:flags.${leads ? 'detectableYearEnd' : 'detectableEnd'}`, {
        city: points(cityMargin / Math.SQRT2),
      })}
    </p>
  );
}
