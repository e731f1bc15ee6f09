import {
  fewestSufficient,
  sampleLimits,
  type TestedSample,
  weakestOf,
} from '#core/flagging/power/detectable.ts';
import { flagPower } from '#core/flagging/power/flag-power.ts';
import type { ComparisonCount } from '#core/publication/comparison-counts.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { judgedOf } from '../figures/judged-of.ts';

interface DetectableNoteProps {
  sample: TestedSample;
  /** Whether the rolling year leads: then it is told what two waves together can show. */
  leads: boolean;
  /** What could be judged: where most gaps could not, no smallest gap is told. */
  counts: readonly Pick<ComparisonCount, 'kind' | 'made' | 'insufficient'>[];
}

/** The smallest differences that are usually flagged where the fewest answered, or that none can be. */
export function DetectableNote({ sample, leads, counts }: DetectableNoteProps) {
  const { t, language } = useTranslator();
  const limits = sampleLimits(sample);
  const { respondents, isSufficient, level, change, levelRollingYear, changeRollingYear, gapPooled } =
    weakestOf(limits.districts);
  const points = (share: number) => formatNumber(language, share * 100, 1);
  const about = {
    n: formatNumber(language, respondents),
    share: formatShare(language, sample.share, 0),
  };
  if (!isSufficient) {
    const fewest = formatNumber(language, fewestSufficient(sample));
    return <p>{t('results:flags.notDetectable', { ...about, fewest })}</p>;
  }
  const gaps = judgedOf(counts.filter(({ kind }) => kind === 'gap'));
  const gap =
    gaps.made >= gaps.all / 2 ? 'detectableGap' : gaps.made > 0 ? 'detectableNoGap' : 'detectableNone';
  const tested = leads ? { ...sample, respondents: sample.respondents.map((n) => 2 * n) } : sample;
  const alertAt = (size: number, kind: 'level' | 'deterioration') =>
    formatShare(language, flagPower(tested, size).find((power) => power.kind === kind)?.alert ?? 0, 0);
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
        level: alertAt(leads ? levelRollingYear : level, 'level'),
        change: alertAt(leads ? changeRollingYear : change, 'deterioration'),
      })}{' '}
      {t(`results:flags.${gap}`, {
        gap: points(gapPooled),
      })}{' '}
      {t(`results:flags.${leads ? 'detectableYearEnd' : 'detectableEnd'}`, {
        city: points(limits.city.margin / Math.SQRT2),
      })}
    </p>
  );
}
