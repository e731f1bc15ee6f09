/** An outline, filled or stroked; `path` is SVG path data around the point `at`. */
export interface PathMark {
  kind: 'path';
  path: string;
  at?: readonly [number, number];
  scale?: number;
  fill?: string;
  stroke?: string;
  /** Of the line, in units of the drawing. */
  width?: number;
  dash?: readonly number[];
  /** Lines of this colour from corner to corner of the box, cut off at the outline. */
  hatch?: { colour: string; box: readonly [number, number, number, number] };
}

/** One line of words; `y` is its baseline. */
export interface TextMark {
  kind: 'text';
  words: string;
  x: number;
  y: number;
  size: number;
  isStrong?: boolean;
  colour: string;
  anchor?: 'start' | 'middle' | 'end';
}

export type Mark = PathMark | TextMark;

/** Marks on a ground of white, in units of which one is a pixel or a point. */
export interface Drawing {
  width: number;
  height: number;
  marks: Mark[];
}

/** Path data of hatching lines over a box, 8 units apart. */
export function hatchPath([left, top, right, bottom]: readonly [number, number, number, number]): string {
  const height = bottom - top;
  const lines: string[] = [];
  for (let x = left - height; x < right; x += 8) lines.push(`M${x} ${bottom}L${x + height} ${top}`);
  return lines.join('');
}
