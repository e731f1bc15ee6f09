import { districtByNumber } from '#city/city.ts';
import { labelShift } from '../../components/overview/label-shift.ts';
import type { OverviewReport } from '../../use-cases/results/overview/overview-report.server.ts';
import type { Drawing, Mark } from '../drawing/mark.ts';
import { paperColours } from '../drawing/paper-colours.ts';
import { flagMarks } from '../pictures/district-map-drawing.ts';
import { numberMark } from '../pictures/number-mark.ts';

const { even, ground, ink, line } = paperColours;
/** Of a flagged district: darker than the rest on grey paper, and light enough for its numeral. */
const flagged = '#c4bfb3';

/** Districts and places where to act, as on the overview; the rest of the city is pale. */
export function overviewMapDrawing({
  outline: { width, height, districts },
  lines,
  places,
}: Pick<OverviewReport, 'outline' | 'lines' | 'places'>): Drawing {
  const acting = new Map(
    lines.map(({ district, reasons }) => [
      district,
      reasons.some(({ flag }) => flag.severity === 'alert') ? ('alert' as const) : ('repeated' as const),
    ]),
  );
  const grounds = districts.map(
    ({ number, path }): Mark => ({
      kind: 'path',
      path,
      fill: acting.has(number) ? flagged : even,
      stroke: acting.has(number) ? ink : line,
      width: 1,
    }),
  );
  const outlines = districts.flatMap(({ number, path }): Mark[] =>
    acting.has(number) ? [{ kind: 'path', path, stroke: ink, width: 2 }] : [],
  );
  const labels = districts.flatMap(({ number, labelX, labelY }): Mark[] => {
    const sign = acting.get(number);
    const shift = labelShift({ x: labelX, y: labelY }, places, sign ? 20 : 14);
    const [x, y] = [labelX + shift.x, labelY + shift.y];
    const numeral: Mark = {
      kind: 'text',
      words: districtByNumber(number).numeral,
      x,
      y: y + (sign ? 14 : 4),
      size: 13,
      isStrong: sign !== undefined,
      colour: ink,
      anchor: 'middle',
    };
    if (!sign) return [numeral];
    const marks = flagMarks(sign, [x, y - 6]).map((mark) => ({ ...mark, scale: 0.8 }) as Mark);
    return [...marks, numeral];
  });
  const numbers = places.flatMap(({ number, x, y }) => numberMark(number, [x, y]));
  return {
    width,
    height,
    marks: [
      { kind: 'path', path: `M0 0H${width}V${height}H0z`, fill: ground },
      ...grounds,
      ...outlines,
      ...labels,
      ...numbers,
    ],
  };
}
