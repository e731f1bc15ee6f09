import type { Neighbours } from './window-test.ts';

/** Metres in a local plane, origin in the lower left corner of the area. */
export interface PlanarPoint {
  x: number;
  y: number;
}

/** A hexagon `q:r` of a planar grid, in axial coordinates. */
export interface PlanarHex extends PlanarPoint {
  cell: string;
  q: number;
  r: number;
}

const squareRootOf3 = Math.sqrt(3);
const sides = [
  [1, 0],
  [1, -1],
  [0, -1],
  [-1, 0],
  [-1, 1],
  [0, 1],
] as const;

/**
 * The pointy-topped hexagon `q:r` of circumradius `radius`; `0:0` is centred on the origin. `x` and `y` are
 * its centre.
 */
function planarHex(q: number, r: number, radius: number): PlanarHex {
  return {
    cell: `${q}:${r}`,
    q: q + 0,
    r: r + 0,
    x: radius * squareRootOf3 * (q + r / 2),
    y: radius * 1.5 * r,
  };
}

/**
 * The hexagon that holds a point: axial coordinates rounded as cube coordinates, the one furthest from a
 * whole number being replaced by what the other two leave.
 */
export function planarHexAt({ x, y }: PlanarPoint, radius: number): PlanarHex {
  const q = ((squareRootOf3 / 3) * x - y / 3) / radius;
  const r = ((2 / 3) * y) / radius;
  const s = -q - r;
  const [wholeQ, wholeR, wholeS] = [Math.floor(q + 0.5), Math.floor(r + 0.5), Math.floor(s + 0.5)];
  const [offQ, offR, offS] = [Math.abs(wholeQ - q), Math.abs(wholeR - r), Math.abs(wholeS - s)];
  if (offQ > offR && offQ > offS) return planarHex(-wholeR - wholeS, wholeR, radius);
  if (offR > offS) return planarHex(wholeQ, -wholeQ - wholeS, radius);
  return planarHex(wholeQ, wholeR, radius);
}

/**
 * The grid over an area of `width` × `height` metres: hexagons whose centre lies in it, and those on its edge
 * that hold one of the points; by r, then q.
 *
 * @throws when radius, width or height is no positive number
 */
export function planarGrid(
  { radius, width, height }: { radius: number; width: number; height: number },
  points: Iterable<PlanarPoint>,
): PlanarHex[] {
  if (![radius, width, height].every((length) => Number.isFinite(length) && length > 0)) {
    throw new Error(
      `\`planarGrid\` requires a positive radius, width and height, not ${radius}, ${width} and ${height}`,
    );
  }
  const grid = new Map<string, PlanarHex>();
  for (let r = 0; planarHex(0, r, radius).y < height; r += 1) {
    for (let q = -Math.floor(r / 2); planarHex(q, r, radius).x < width; q += 1) {
      const hex = planarHex(q, r, radius);
      grid.set(hex.cell, hex);
    }
  }
  for (const point of points) {
    const hex = planarHexAt(point, radius);
    grid.set(hex.cell, hex);
  }
  return [...grid.values()].sort((a, b) => a.r - b.r || a.q - b.q);
}

/** The hexagons of the grid that share a side with a hexagon; none for one outside it. */
export function planarNeighbours(grid: readonly PlanarHex[]): Neighbours {
  const known = new Set(grid.map(({ cell }) => cell));
  const around = new Map(
    grid.map(({ cell, q, r }) => [
      cell,
      sides.map(([dq, dr]) => `${q + dq}:${r + dr}`).filter((other) => known.has(other)),
    ]),
  );
  return (cell) => around.get(cell) ?? [];
}
