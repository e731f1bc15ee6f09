import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber } from '../../i18n/format.ts';

interface FootageSeriesProps {
  series: readonly { year: number; interventions: number }[];
  /** The answer, above the picture. */
  title: string;
  source: string;
}

const [width, height, left, right, top, bottom] = [360, 170, 52, 40, 26, 30];

/** Interventions that began with footage, year by year, on an axis from zero; its table stands below it. */
export function FootageSeries({ series, title, source }: FootageSeriesProps) {
  const { t, language } = useTranslator();
  const number = (value: number) => formatNumber(language, value);
  const most = series.reduce((largest, { interventions }) => Math.max(largest, interventions), 1);
  const step = 10 ** Math.floor(Math.log10(most)) * (most / 10 ** Math.floor(Math.log10(most)) > 4 ? 2.5 : 1);
  const ceiling = Math.ceil(most / step) * step;
  const x = (index: number) =>
    series.length === 1
      ? (left + width - right) / 2
      : left + ((width - left - right) * (index + 0.2)) / (series.length - 0.6);
  const y = (value: number) => top + (height - top - bottom) * (1 - value / ceiling);
  const ticks = Array.from({ length: Math.round(ceiling / step) + 1 }, (_, index) => index * step);
  const line = series.map(({ interventions }, index) => `${x(index)} ${y(interventions)}`).join('L');
  return (
    <figure className="footage-series">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line className="footage-grid" x1={left} x2={width - 8} y1={y(tick)} y2={y(tick)} />
            <text className="footage-tick" x={left - 6} y={y(tick) + 4}>
              {number(tick)}
            </text>
          </g>
        ))}
        <path className="footage-line" d={`M${line}`} />
        {series.map(({ year, interventions }, index) => (
          <g key={year}>
            <circle className="footage-point" cx={x(index)} cy={y(interventions)} r="4.5" />
            <text className="footage-value" x={x(index)} y={y(interventions) - 10}>
              {number(interventions)}
            </text>
            <text className="footage-year" x={x(index)} y={height - 10}>
              {year}
            </text>
          </g>
        ))}
      </svg>
      <table className="compact">
        <caption>{t('cameras:footage.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('cameras:footage.year')}</th>
            <th scope="col" className="number">
              {t('cameras:footage.interventions')}
            </th>
          </tr>
        </thead>
        <tbody>
          {series.map(({ year, interventions }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td className="number">{number(interventions)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="source-note">{t('cameras:footage.note', { source })}</p>
    </figure>
  );
}
