import { polygonToCells } from 'h3-js';
import type { DistrictCollection } from './district-outlines.ts';

/**
 * The H3 cells whose centre lies in a district, each with the number of the district, in the order of the
 * cells.
 */
export function cellsOfCity({ features }: DistrictCollection, resolution: number): Map<string, number> {
  const cells = features.flatMap(({ geometry, properties }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return polygons
      .flatMap((rings) => polygonToCells(rings, resolution, true))
      .map((cell): [string, number] => [cell, properties.number]);
  });
  return new Map(cells.sort(([a], [b]) => (a < b ? -1 : 1)));
}
