import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber, inPercent } from '../../i18n/format.ts';
import type { ChartPoint, TrendSeries } from '../charts/trend-series.ts';
import { axisScale, placeOn } from './axis-scale.ts';

const [width, height] = [220, 96];
const [left, right, top, bottom] = [40, 18, 8, 18];

interface SmallMultipleProps {
  series: TrendSeries;
  kind: 'share' | 'mean';
  /** The season of the wave that the page shows: its points are filled. */
  season: 'spring' | 'autumn';
  /** What the picture says, in words. */
  words: string;
}

/** One indicator over the waves: line and band, on an axis fitted to it and marked where it is cut. */
export function SmallMultiple({ series, kind, season, words }: SmallMultipleProps) {
  const { language } = useTranslator();
  const points = series.segments.flat();
  const [first] = points;
  if (!first) return null;
  const scale = axisScale(
    points.flatMap(({ lower, upper }) => [lower, upper]),
    { atMost: 4, smallest: 2 },
  );
  const times = points.map(({ at }) => at);
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const xOf = (at: number) =>
    from === to
      ? (left + width - right) / 2
      : tenth(left + ((at - from) / (to - from)) * (width - left - right));
  const yOf = (value: number) => tenth(height - bottom - placeOn(scale, value) * (height - top - bottom));
  // A line of no length with round ends is a dot.
  const dotsOf = (dots: readonly ChartPoint[]) =>
    dots.map(({ at, value }) => `M${xOf(at)} ${yOf(value)}h0`).join('');
  const years = [...new Set(points.map(({ figure }) => figure.wave.year))];
  const labelled = points.filter(
    ({ figure }, index) => points.findIndex((other) => other.figure.wave.year === figure.wave.year) === index,
  );
  const every = Math.ceil(years.length / 4);
  return (
    <svg className="small-multiple" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words}>
      <path
        className="axis-line"
        d={scale.ticks.map((tick) => `M${left} ${yOf(tick)}H${width - right + 8}`).join('')}
      />
      {scale.ticks.map((tick) => (
        <text key={tick} x={left - 5} y={yOf(tick) + 4} className="axis-value">
          {kind === 'share'
            ? inPercent(language, formatNumber(language, tick))
            : formatNumber(language, tick)}
        </text>
      ))}
      {scale.from > 0 ? (
        <path className="axis-cut" d={`M${left + 1} ${height - bottom - 12}l-3 2 6 3-6 3 3 2`} />
      ) : null}
      {series.segments.map((segment) => (
        <Segment key={segment[0]?.at} segment={segment} xOf={xOf} yOf={yOf} />
      ))}
      <path className="trend-points" d={dotsOf(points)} />
      <path
        className="trend-hollows"
        d={dotsOf(points.filter(({ figure }) => figure.wave.season !== season))}
      />
      {labelled.map(({ at, figure }, index) =>
        index % every === 0 ? (
          <text key={at} x={xOf(at)} y={height - 4} className="axis-year">
            {figure.wave.year}
          </text>
        ) : null,
      )}
    </svg>
  );
}

interface SegmentProps {
  segment: readonly ChartPoint[];
  xOf(at: number): number;
  yOf(value: number): number;
}

/** Waves that a line may join; of one alone the interval is a line. */
function Segment({ segment, xOf, yOf }: SegmentProps) {
  const [only] = segment;
  if (segment.length === 1 && only) {
    return <path className="trend-whisker" d={`M${xOf(only.at)} ${yOf(only.lower)}V${yOf(only.upper)}`} />;
  }
  const along = (end: 'lower' | 'upper' | 'value') =>
    segment.map((point) => `${xOf(point.at)} ${yOf(point[end])}`);
  return (
    <>
      <path
        className="trend-band"
        d={`M${along('upper').join('L')}L${along('lower').reverse().join('L')}z`}
      />
      <path className="trend-line" d={`M${along('value').join('L')}`} />
    </>
  );
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
