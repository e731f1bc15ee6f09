import { cellToBoundary, getResolution, greatCircleDistance, latLngToCell } from 'h3-js';

/** WGS84 degrees. */
export interface Position {
  latitude: number;
  longitude: number;
}

/** Metres within which a camera is near a place, unless a page says otherwise. */
export const usualReach = 150;

/** Where something is: a place as the cells of the map that make it up, or one point. */
export type Location = { cells: readonly string[] } | Position;

const metresADegree = 111_195;

/**
 * Metres from a point to a location: to the nearest edge of its H3 cells, 0 inside of them; to its point
 * otherwise. Cells are laid on a plane at the point, which within a kilometre is right to the metre.
 */
export function distanceTo(location: Location, from: Position): number {
  if (!('cells' in location)) {
    return greatCircleDistance([location.latitude, location.longitude], [from.latitude, from.longitude], 'm');
  }
  let least = Number.POSITIVE_INFINITY;
  for (const cell of location.cells) {
    if (latLngToCell(from.latitude, from.longitude, getResolution(cell)) === cell) return 0;
    const corners = cellToBoundary(cell).map(([latitude, longitude]) =>
      onPlane({ latitude, longitude }, from),
    );
    corners.forEach((corner, index) => {
      const next = corners[(index + 1) % corners.length];
      if (next) least = Math.min(least, distanceToSegment(corner, next));
    });
  }
  return least;
}

interface PlanePoint {
  x: number;
  y: number;
}

/** Metres east and north of the origin. */
export function onPlane({ latitude, longitude }: Position, origin: Position): PlanePoint {
  const shrink = Math.cos((origin.latitude * Math.PI) / 180);
  return {
    x: (longitude - origin.longitude) * metresADegree * shrink,
    y: (latitude - origin.latitude) * metresADegree,
  };
}

/** From the origin to the line between two points. */
function distanceToSegment(a: PlanePoint, b: PlanePoint): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(a.x * dx + a.y * dy) / length));
  return Math.hypot(a.x + along * dx, a.y + along * dy);
}
