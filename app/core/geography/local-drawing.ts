import { cellToBoundary } from 'h3-js';
import type { DistrictCollection } from './district-outlines.ts';

interface Position {
  latitude: number;
  longitude: number;
}

/** A drawing of the surroundings of a point, in metres from it: `x` to the east, `y` to the south. */
export interface LocalDrawing {
  /** Half of its side. */
  reach: number;
  pointOf(position: Position): { x: number; y: number };
  /** An SVG path of the outlines of H3 cells. */
  pathOfCells(cells: readonly string[]): string;
  /** Borders of the districts that come near, each as an SVG path; a viewer cuts off what lies outside. */
  borders: { number: number; path: string }[];
}

const metresADegree = 111_195;

/**
 * Lays the surroundings of a point (WGS84 degrees) on a plane; within some kilometres it is right to the
 * metre.
 */
export function localDrawing(collection: DistrictCollection, centre: Position, reach: number): LocalDrawing {
  const shrink = Math.cos((centre.latitude * Math.PI) / 180);
  const pointOf = ({ latitude, longitude }: Position) => ({
    x: Math.round((longitude - centre.longitude) * metresADegree * shrink),
    y: Math.round((centre.latitude - latitude) * metresADegree),
  });
  const isNear = ({ x, y }: { x: number; y: number }) => Math.abs(x) <= 4 * reach && Math.abs(y) <= 4 * reach;
  const borders = collection.features.flatMap(({ geometry, properties }) => {
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
    const path = rings
      .map((ring) => ring.map(([longitude, latitude]) => pointOf({ latitude, longitude })))
      .map((points) => nearRuns(points, isNear))
      .join('');
    return path === '' ? [] : [{ number: properties.number, path }];
  });
  return {
    reach,
    pointOf,
    borders,
    pathOfCells: (cells) =>
      cells
        .map((cell) => {
          const corners = cellToBoundary(cell).map(([latitude, longitude]) => {
            const { x, y } = pointOf({ latitude, longitude });
            return `${x} ${y}`;
          });
          return `M${corners.join('L')}z`;
        })
        .join(''),
  };
}

/** The parts of a ring of which an end of a line is near. */
function nearRuns(
  points: readonly { x: number; y: number }[],
  isNear: (point: { x: number; y: number }) => boolean,
): string {
  let path = '';
  let drawing = false;
  points.forEach((point, index) => {
    const previous = points[index - 1];
    if (!previous || (!isNear(point) && !isNear(previous))) {
      drawing = false;
      return;
    }
    if (!drawing) path += `M${previous.x} ${previous.y}`;
    path += `L${point.x} ${point.y}`;
    drawing = true;
  });
  return path;
}
