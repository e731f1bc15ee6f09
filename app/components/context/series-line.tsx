const width = 132;
const height = 36;
const margin = 5;

interface SeriesLineProps {
  values: readonly (number | null)[];
  /** The largest value of the series: every row is drawn on one scale, from zero. */
  most: number;
  label: string;
}

/** The course of one area's figures, from zero, on the scale that all areas of the series share. */
export function SeriesLine({ values, most, label }: SeriesLineProps) {
  const points = values.flatMap((value, at) =>
    value === null
      ? []
      : [
          {
            x: margin + (values.length < 2 ? 0.5 : at / (values.length - 1)) * (width - 2 * margin),
            y: height - margin - (most === 0 ? 0 : value / most) * (height - 2 * margin),
          },
        ],
  );
  const last = points.at(-1);
  return (
    <svg className="series-line" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <line
        className="series-zero"
        x1={margin}
        x2={width - margin}
        y1={height - margin}
        y2={height - margin}
      />
      <polyline points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      {last ? <circle cx={last.x} cy={last.y} r={3} /> : null}
    </svg>
  );
}
