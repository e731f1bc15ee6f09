import type { DistrictReport } from '#app/use-cases/results/district-report.server.ts';
import { useTranslator } from '../../i18n/context.tsx';
import type { Translator } from '../../i18n/translate.ts';
import { IntervalChart, type IntervalSubject } from '../charts/interval-chart.tsx';
import { groupWords } from '../flags/group-words.ts';
import { waveWords } from '../page/wave-words.ts';

interface PartsChartProps {
  report: Pick<DistrictReport, 'chosen' | 'wave'>;
  place: string;
}

/**
 * Groups of residents on the chosen indicator, beside everyone in the district; nothing where none are
 * published.
 */
export function PartsChart(props: PartsChartProps) {
  const subject = partsSubject(useTranslator(), props);
  return subject ? <IntervalChart {...subject} /> : null;
}

/** What that chart shows; null where no groups are published. */
export function partsSubject(
  translator: Translator,
  { report: { chosen, wave }, place }: PartsChartProps,
): IntervalSubject | null {
  const { t, language } = translator;
  const whole = chosen?.points.find((point) => point.wave.waveId === wave.wave.waveId)?.estimate;
  if (!chosen || !whole || chosen.parts.length === 0) return null;
  return {
    title: t('results:district.parts.title', {
      name: chosen.indicator.name[language],
      place,
      wave: waveWords(translator, wave.wave),
    }),
    indicator: chosen.indicator,
    wave: wave.wave,
    heading: t('results:district.parts.heading'),
    domains: [
      { key: 'whole', label: t('results:district.parts.everyone'), estimate: whole },
      ...chosen.parts.map((estimate) => ({
        key: estimate.domain,
        label: groupWords(translator, estimate.domain),
        estimate,
      })),
    ],
    reference: null,
  };
}
