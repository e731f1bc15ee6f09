import type { Language } from '#core/language.ts';
import { type AxisScale, placeOn } from '../../components/overview/axis-scale.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Drawing, Mark } from '../drawing/mark.ts';
import { paperColours } from '../drawing/paper-colours.ts';

const inset = 8;
const { ink, inkSoft, line, lineStrong } = paperColours;

/** A difference and its interval on the scale, in points. */
export interface PaperDifference {
  value: number;
  lower: number;
  upper: number;
}

const xOf = (scale: AxisScale, value: number, width: number) =>
  inset + placeOn(scale, value) * (width - 2 * inset);

/** One difference as a dot with its interval; the line of zero is the darker one. */
export function differenceDrawing(
  scale: AxisScale,
  { difference, width }: { difference: PaperDifference | null; width: number },
): Drawing {
  const at = (value: number) => Math.round(xOf(scale, value, width) * 10) / 10;
  const lines = scale.ticks.map(
    (tick): Mark => ({
      kind: 'path',
      path: `M${at(tick)} 0V14`,
      stroke: tick === 0 ? lineStrong : line,
      width: tick === 0 ? 1.2 : 0.6,
    }),
  );
  if (!difference) return { width, height: 14, marks: lines };
  const { value, lower, upper } = difference;
  return {
    width,
    height: 14,
    marks: [
      ...lines,
      { kind: 'path', path: `M${at(lower)} 7H${at(upper)}`, stroke: ink, width: 1.6 },
      {
        kind: 'path',
        path: 'M-3.4 0a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0-6.8 0z',
        at: [at(value), 7],
        fill: ink,
      },
    ],
  };
}

/** The numbers of that scale. */
export function differenceAxis(
  scale: AxisScale,
  { language, width }: { language: Language; width: number },
): Drawing {
  const decimals = scale.ticks.every(Number.isInteger) ? 0 : 1;
  return {
    width,
    height: 11,
    marks: scale.ticks.map((tick) => ({
      kind: 'text',
      words: formatNumber(language, tick, decimals),
      x: xOf(scale, tick, width),
      y: 8,
      size: 8,
      colour: inkSoft,
      anchor: 'middle',
    })),
  };
}
