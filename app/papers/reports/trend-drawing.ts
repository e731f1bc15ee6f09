import type { Language } from '#core/language.ts';
import type { TrendSeries } from '../../components/charts/trend-series.ts';
import { axisScale, placeOn } from '../../components/overview/axis-scale.ts';
import { formatNumber, inPercent } from '../../i18n/format.ts';
import type { Drawing, Mark } from '../drawing/mark.ts';
import { paperColours } from '../drawing/paper-colours.ts';

const [width, height] = [220, 70];
const [left, right, top, bottom] = [34, 14, 8, 18];
/** Where the first wave stands, clear of the axis. */
const start = left + 16;
const { accent, accentSoft, ground, inkSoft, line } = paperColours;

/** One indicator over the waves, small: line and band on a fitted axis, marked where it is cut. */
export function trendDrawing(
  { segments }: Pick<TrendSeries, 'segments'>,
  { kind, language, season }: { kind: 'share' | 'mean'; language: Language; season: 'spring' | 'autumn' },
): Drawing {
  const points = segments.flat();
  const scale = axisScale(
    points.flatMap(({ lower, upper }) => [lower, upper]),
    { atMost: 4, smallest: 2 },
  );
  const times = points.map(({ at }) => at).sort((a, b) => a - b);
  const [from = 0] = times;
  const to = times.at(-1) ?? from;
  const xOf = (at: number) =>
    from === to ? (left + width - right) / 2 : start + ((at - from) / (to - from)) * (width - start - right);
  const yOf = (value: number) => height - bottom - placeOn(scale, value) * (height - top - bottom);
  const axis = scale.ticks.flatMap((tick): Mark[] => {
    const words = formatNumber(language, tick);
    return [
      { kind: 'path', path: `M${left} ${yOf(tick)}H${width - right + 6}`, stroke: line, width: 0.8 },
      {
        kind: 'text',
        words: kind === 'share' ? inPercent(language, words) : words,
        x: left - 5,
        y: yOf(tick) + 3,
        size: 9,
        colour: inkSoft,
        anchor: 'end',
      },
    ];
  });
  const cut: Mark[] =
    scale.from > 0
      ? [
          {
            kind: 'path',
            path: `M${left + 1} ${height - bottom - 12}l-3 2.5 6 2.5-6 2.5 3 2.5`,
            stroke: inkSoft,
            width: 1,
          },
        ]
      : [];
  const lines = segments.flatMap((segment): Mark[] => {
    const along = (end: 'lower' | 'upper' | 'value') =>
      segment.map((point) => `${xOf(point.at)} ${yOf(point[end])}`);
    const [only] = segment;
    if (segment.length === 1 && only) {
      const path = `M${xOf(only.at)} ${yOf(only.lower)}V${yOf(only.upper)}`;
      return [{ kind: 'path', path, stroke: accent, width: 1.5 }];
    }
    const band = `M${along('upper').join('L')}L${along('lower').reverse().join('L')}z`;
    return [
      { kind: 'path', path: band, fill: accentSoft },
      { kind: 'path', path: `M${along('value').join('L')}`, stroke: accent, width: 1.8 },
    ];
  });
  const dots = points.map(
    ({ at, value, figure }): Mark => ({
      kind: 'path',
      path: 'M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z',
      at: [xOf(at), yOf(value)],
      fill: figure.wave.season === season ? accent : ground,
      stroke: accent,
      width: 1.5,
    }),
  );
  const years = [...new Set(points.map(({ figure }) => figure.wave.year))];
  const every = Math.ceil(years.length / 4);
  const labels = years.flatMap((year, index): Mark[] => {
    const point = points.find(({ figure }) => figure.wave.year === year);
    if (!point || index % every !== 0) return [];
    return [
      {
        kind: 'text',
        words: String(year),
        x: xOf(point.at),
        y: height - 4,
        size: 9,
        colour: inkSoft,
        anchor: 'middle',
      },
    ];
  });
  return { width, height, marks: [...axis, ...cut, ...lines, ...dots, ...labels] };
}
