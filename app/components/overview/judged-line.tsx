import type { OverviewReport } from '#app/use-cases/results/overview/overview-report.server.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { judgedOf } from '../figures/judged-of.ts';

interface JudgedLineProps {
  report: Pick<OverviewReport, 'counts' | 'detectable' | 'basis'>;
  flagsPath: string;
}

/** In one line: what could not be judged, and the smallest difference that could have been seen. */
export function JudgedLine({ report, flagsPath }: JudgedLineProps) {
  const { t, language } = useTranslator();
  const { made, all } = judgedOf(report.counts);
  const { limits, share, fewest } = report.detectable;
  const number = (value: number) => formatNumber(language, value);
  const points = (value: number) => formatNumber(language, value * 100, 1);
  return (
    <p className="judged-line">
      {made < all
        ? t('overview:judged.some', { missing: number(all - made), all: number(all) })
        : t('overview:judged.all', { all: number(all) })}{' '}
      {limits
        ? t(report.basis.leads ? 'overview:judged.detectableYear' : 'overview:judged.detectable', {
            share: formatShare(language, share, 0),
            level: points(limits.level),
            change: points(limits.change),
          })
        : t('overview:judged.notDetectable', { fewest: number(fewest) })}{' '}
      <a href={flagsPath}>{t('overview:judged.how')}</a>
    </p>
  );
}
