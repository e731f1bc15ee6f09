import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { type AxisScale, axisScale, placeOn } from './axis-scale.ts';

/** A difference with its 95 % interval, in points; each kind of comparison has a mark of its own. */
export interface DrawnDifference {
  value: number;
  lower: number;
  upper: number;
  mark: 'rest' | 'change' | 'gap' | 'threshold';
}

/** The one axis on which several differences are drawn. Zero, where nothing differs, is always on it. */
export function differenceScale(differences: readonly Pick<DrawnDifference, 'lower' | 'upper'>[]): AxisScale {
  return axisScale([0, ...differences.flatMap(({ lower, upper }) => [lower, upper])], { atMost: 5 });
}

const [width, inset] = [220, 12];

function xOf(scale: AxisScale, value: number): number {
  return Math.round((inset + placeOn(scale, value) * (width - 2 * inset)) * 10) / 10;
}

/** The numbers of the axis, above the differences that are drawn on it. */
export function DifferenceAxis({ scale }: { scale: AxisScale }) {
  const { language } = useTranslator();
  const decimals = scale.ticks.every(Number.isInteger) ? 0 : 1;
  return (
    <svg className="difference-axis" viewBox={`0 0 ${width} 18`} aria-hidden="true" focusable="false">
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <text x={xOf(scale, tick)} y="12">
            {formatNumber(language, tick, decimals)}
          </text>
          <path className="axis-line" d={`M${xOf(scale, tick)} 15v3`} />
        </g>
      ))}
    </svg>
  );
}

const marks: Record<DrawnDifference['mark'], string> = {
  rest: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z',
  change: 'M0-6 6 4.5H-6z',
  gap: 'M0-6.5 6.5 0 0 6.5-6.5 0z',
  threshold: 'M-4.6-4.6H4.6V4.6H-4.6z',
};

/** One difference on the axis. A picture: the words beside it say the same numbers. */
export function DifferenceMark({ scale, difference }: { scale: AxisScale; difference: DrawnDifference }) {
  const { value, lower, upper, mark } = difference;
  const lines = scale.ticks.map((tick) => `M${xOf(scale, tick)} 0v20`).join('');
  return (
    <svg className="difference-mark" viewBox={`0 0 ${width} 20`} aria-hidden="true" focusable="false">
      <path className="axis-line" d={lines} />
      <path className="axis-zero" d={`M${xOf(scale, 0)} 0v20`} />
      <path className="difference-interval" d={`M${xOf(scale, lower)} 10H${xOf(scale, upper)}`} />
      <path className="difference-dot" d={marks[mark]} transform={`translate(${xOf(scale, value)} 10)`} />
    </svg>
  );
}
