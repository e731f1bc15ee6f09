import type { Mark } from '../drawing/mark.ts';
import { paperColours } from '../drawing/paper-colours.ts';

const { ink, ground } = paperColours;

/** A number in a disc of ink around a point. */
export function numberMark(number: number, [x, y]: readonly [number, number]): Mark[] {
  return [
    {
      kind: 'path',
      path: 'M-10 0a10 10 0 1 0 20 0a10 10 0 1 0-20 0z',
      at: [x, y],
      fill: ink,
      stroke: ground,
      width: 2,
    },
    {
      kind: 'text',
      words: String(number),
      x,
      y: y + 5,
      size: 14,
      isStrong: true,
      colour: ground,
      anchor: 'middle',
    },
  ];
}
