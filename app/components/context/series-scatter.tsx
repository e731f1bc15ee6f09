import type { SeriesReport } from '#app/use-cases/results/context/context-report.server.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatShare } from '../../i18n/format.ts';
import { amountWords } from './amount.ts';
import { periodWords } from './period-words.ts';

const width = 640;
const height = 400;
const edge = { left: 64, right: 24, top: 16, bottom: 56 };

/**
 * Each district once: what the service counted, and what residents feel with its interval. Both axes begin at
 * zero and say so in their marks.
 */
export function SeriesScatter({ report }: { report: SeriesReport }) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { beside, rows, periods, series } = report;
  const period = periods.at(-1);
  if (!beside || period === undefined || beside.indicator.kind !== 'share') return null;
  const points = rows.flatMap(({ area, name, values, felt }) => {
    const count = values.at(-1) ?? null;
    const estimate = felt[0]?.estimate;
    if (count === null || !estimate || estimate.value === null) return [];
    return [{ area, name, count, share: estimate.value, lower: estimate.lower, upper: estimate.upper }];
  });
  if (points.length < 3) return null;
  const most = niceCeiling(Math.max(...points.map(({ count }) => count)));
  const highest = Math.min(
    1,
    Math.ceil(Math.max(...points.map(({ upper, share }) => upper ?? share)) * 10) / 10,
  );
  const x = (count: number) => edge.left + (count / most) * (width - edge.left - edge.right);
  const y = (share: number) => height - edge.bottom - (share / highest) * (height - edge.top - edge.bottom);
  const unit = language === 'pl' ? series.unit : series.unitEnglish;
  // Names that would lie on each other are left to the table.
  const isAlone = (index: number) =>
    points.every((other, at) => {
      const own = points[index];
      if (at === index || !own) return true;
      return Math.abs(x(other.count) - x(own.count)) > 30 || Math.abs(y(other.share) - y(own.share)) > 18;
    });
  return (
    <figure className="series-scatter">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('context:scatter.label')}>
        {[0, 0.5, 1].map((part) => (
          <g key={part}>
            <line
              className="scatter-grid"
              x1={edge.left}
              x2={width - edge.right}
              y1={y(part * highest)}
              y2={y(part * highest)}
            />
            <text x={edge.left - 8} y={y(part * highest) + 5} textAnchor="end">
              {formatShare(language, part * highest, 0)}
            </text>
            <text x={x(part * most)} y={height - edge.bottom + 20} textAnchor="middle">
              {amountWords(language, part * most)}
            </text>
          </g>
        ))}
        <text
          className="scatter-axis"
          x={(edge.left + width - edge.right) / 2}
          y={height - 12}
          textAnchor="middle"
        >
          {`${unit}, ${periodWords(translator, series.period, period)}`}
        </text>
        {points.map(({ area, name, count, share, lower, upper }, index) => (
          <g key={area}>
            <title>{`${name}: ${amountWords(language, count)}, ${formatShare(language, share, 0)}`}</title>
            {lower === null || upper === null ? null : (
              <line className="scatter-interval" x1={x(count)} x2={x(count)} y1={y(lower)} y2={y(upper)} />
            )}
            <circle cx={x(count)} cy={y(share)} r={4} />
            {isAlone(index) ? (
              <text className="scatter-name" x={x(count) + 7} y={y(share) - 5}>
                {name.split(' ')[0]}
              </text>
            ) : null}
          </g>
        ))}
      </svg>
      <figcaption>
        {t('context:scatter.caption', { name: beside.indicator.name[language] })}{' '}
        {t('context:scatter.cannot')}
      </figcaption>
    </figure>
  );
}

/** 1, 2 or 5 times a power of ten, at least as large as the value. */
function niceCeiling(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5, 10].find((step) => step * power >= value) ?? 10) * power;
}
