import type { DistrictReport } from '#app/use-cases/results/district-report.server.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { IntervalChart } from '../charts/interval-chart.tsx';
import { groupWords } from '../flags/group-words.ts';
import { waveWords } from '../page/wave-words.ts';

/**
 * Groups of residents on the chosen indicator, beside everyone in the district; nothing where none are
 * published.
 */
export function PartsChart({ report, place }: { report: DistrictReport; place: string }) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { chosen, wave } = report;
  const whole = chosen?.points.find((point) => point.wave.waveId === wave.wave.waveId)?.estimate;
  if (!chosen || !whole || chosen.parts.length === 0) return null;
  return (
    <IntervalChart
      title={t('results:district.parts.title', {
        name: chosen.indicator.name[language],
        place,
        wave: waveWords(translator, wave.wave),
      })}
      indicator={chosen.indicator}
      wave={wave.wave}
      heading={t('results:district.parts.heading')}
      domains={[
        { key: 'whole', label: t('results:district.parts.everyone'), estimate: whole },
        ...chosen.parts.map((estimate) => ({
          key: estimate.domain,
          label: groupWords(translator, estimate.domain),
          estimate,
        })),
      ]}
      reference={null}
    />
  );
}
