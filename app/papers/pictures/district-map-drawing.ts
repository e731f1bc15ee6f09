import { districtByNumber } from '#city/city.ts';
import type { CityOutline, DistrictOutline } from '#core/geography/district-outlines.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import { flagSign } from '../../components/flags/flag-mark.tsx';
import { flagShapes, flagStrokes } from '../../components/flags/flag-shapes.ts';
import { labelLineHeight, liftOf, linesThatFit } from '../../components/map/district-label.ts';
import type { DistrictMapReading, DistrictReading } from '../../use-cases/results/map/district-map.server.ts';
import type { Drawing, Mark } from '../drawing/mark.ts';
import { paperColours } from '../drawing/paper-colours.ts';

/** Grounds of the map's four states, dark and middle and pale whatever the colours are. */
export function standingFills({ direction }: Pick<PublishedIndicator, 'direction'>) {
  const { worse, better, more, less, even, ground } = paperColours;
  const [higher, lower] =
    direction === 'neutral' ? [more, less] : direction === 'high-is-bad' ? [worse, better] : [better, worse];
  return { higher, lower, even, untold: ground } as const;
}

/** The districts on one scale, drawn for paper as the page's map is for the screen. */
export function districtMapDrawing(
  { width, height, districts }: CityOutline,
  { indicator, districts: readings }: Pick<DistrictMapReading, 'indicator' | 'districts'>,
): Drawing {
  const fills = standingFills(indicator);
  const drawn = districts.flatMap((shape) => {
    const reading = readings.find(({ district }) => district === shape.number);
    return reading ? [{ shape, reading }] : [];
  });
  const box = [0, 0, width, height] as const;
  const grounds = drawn.map(
    ({ shape, reading: { standing } }): Mark => ({
      kind: 'path',
      path: shape.path,
      fill: fills[standing],
      ...(standing === 'untold' && { hatch: { colour: paperColours.lineStrong, box } }),
      stroke: paperColours.lineStrong,
      width: 1,
    }),
  );
  const outlines = drawn.flatMap(({ shape, reading }) => outlineOf(shape, reading));
  const labels = drawn.flatMap(({ shape, reading }) => labelOf(shape, reading, fills[reading.standing]));
  return { width, height, marks: [...grounds, ...outlines, ...labels] };
}

function outlineOf({ path }: DistrictOutline, { flags: [flag] }: DistrictReading): Mark[] {
  if (!flag || flag.severity === 'insufficient') return [];
  const line = { kind: 'path', path, stroke: paperColours.ink } as const;
  if (flag.severity === 'alert') return [{ ...line, width: 4 }];
  if (flag.severity === 'watch') return [{ ...line, width: 4, dash: [9, 6] }];
  return [{ ...line, width: 2, dash: [2, 5] }];
}

function labelOf(shape: DistrictOutline, { standing, flags: [flag] }: DistrictReading, fill: string): Mark[] {
  const { numeral, name } = districtByNumber(shape.number);
  const sign = flag ? flagSign(flag) : null;
  const isMarked = sign !== null && sign !== 'insufficient';
  const names = linesThatFit(name, shape.room);
  const up = liftOf(shape, (isMarked ? 30 : 22) + (names.length - 1) * labelLineHeight, isMarked ? 27 : 8);
  const [x, y] = [shape.labelX, shape.labelY - up];
  const colour =
    fill === paperColours.worse || fill === paperColours.more ? paperColours.ground : paperColours.ink;
  const arrow = standing === 'higher' ? ' ▲' : standing === 'lower' ? ' ▼' : '';
  const text = (words: string, down: number, size: number, isStrong = false): Mark => ({
    kind: 'text',
    words,
    x,
    y: y + down,
    size,
    isStrong,
    colour,
    anchor: 'middle',
  });
  return [
    ...(isMarked ? flagMarks(sign, [x, y - 15]) : []),
    ...arrowed(text(numeral, isMarked ? 13 : 5, 16, true), arrow, colour),
    ...names.map((line, index) => text(line, (isMarked ? 28 : 20) + index * labelLineHeight, 12)),
  ];
}

/** The typeface has no arrows: a triangle beside the numeral. */
function arrowed(numeral: Mark, arrow: string, fill: string): Mark[] {
  if (numeral.kind !== 'text' || arrow === '') return [numeral];
  const path = arrow === ' ▲' ? 'M0-5 5 4H-5z' : 'M0 5 5-4H-5z';
  const half = numeral.words.length * 4.6;
  return [
    { ...numeral, x: numeral.x - 6 },
    { kind: 'path', path, at: [numeral.x + half + 3, numeral.y - 5], fill },
  ];
}

/** The shape of a flag around a point, white on ink: read in grey. */
export function flagMarks(sign: keyof typeof flagShapes, at: readonly [number, number]): Mark[] {
  const isFilled = sign === 'alert' || sign === 'repeated';
  const { ink, ground } = paperColours;
  return [
    {
      kind: 'path',
      path: flagShapes[sign],
      at,
      fill: isFilled ? ink : ground,
      stroke: isFilled ? ground : ink,
      width: 1.5,
    },
    { kind: 'path', path: flagStrokes[sign], at, stroke: isFilled ? ground : ink, width: 2.2 },
  ];
}
