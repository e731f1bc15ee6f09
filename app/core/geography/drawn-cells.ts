import { cellToBoundary } from 'h3-js';
import { cityProjection, type DistrictCollection } from './district-outlines.ts';

/** Draws cells and points into the drawing of `cityOutline` of the same districts and width. */
export interface CellDrawing {
  /** An SVG path of the cells' outlines, to a tenth of a unit. */
  pathOf(cells: readonly string[]): string;
  pointOf(position: { latitude: number; longitude: number }): { x: number; y: number };
}

/**
 * Draws points and H3 cells (WGS84 degrees) onto the drawing that `cityOutline` makes of the same districts
 * and width, to a tenth of its unit.
 */
export function cellDrawing(collection: DistrictCollection, width: number): CellDrawing {
  const project = cityProjection(collection, width);
  const tenth = (value: number): number => Math.round(value * 10) / 10;
  const pointOf: CellDrawing['pointOf'] = ({ latitude, longitude }) => {
    const [x, y] = project([longitude, latitude]) ?? [0, 0];
    return { x: tenth(x), y: tenth(y) };
  };
  return {
    pointOf,
    pathOf: (cells) =>
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
